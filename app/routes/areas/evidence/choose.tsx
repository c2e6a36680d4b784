import { href } from "react-router";
import { forbidden, readArea } from "~/composition/request.server";
import { KindChoice } from "~/features/evidence/components/kind-choice";
import { kindGroups } from "~/features/evidence/kind-groups";
import { canWrite } from "~/features/records/record.policy";
import { documentTitle, PageTitle } from "~/ui/page-title";
import type { Route } from "./+types/choose";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Note something") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor) => {
    const may = canWrite(actor);
    return may === true ? { groups: kindGroups() } : forbidden(may);
  });
}

/** What is there to note? */
export default function ChooseKind({ loaderData, params }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>What do you want to note?</PageTitle>
      <KindChoice
        groups={loaderData.groups}
        hrefFor={(kind) => href("/areas/:area/evidence/new/:kind", { area: params.area, kind })}
      />
    </div>
  );
}
