import { readArea } from "~/composition/request.server";
import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/home";

export const meta: Route.MetaFunction = ({ data }) => [{ title: documentTitle(data?.name ?? "Area") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, (actor, { tx }) => getAreaFrame(tx, actor));
}

export default function AreaHome({ loaderData }: Route.ComponentProps) {
  return <PageTitle>{loaderData.name}</PageTitle>;
}
