import { href } from "react-router";
import { loadNewDisclosure } from "~/composition/disclosure-page.server";
import { beginDisclosure } from "~/composition/disclosures.commands.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { DisclosureForm } from "~/features/disclosures/components/disclosure-form";
import { KIND_WORDS } from "~/features/records/record";
import { plural } from "~/platform/plural";
import { BackLink } from "~/ui/breadcrumbs";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Answer a request for information") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadNewDisclosure(context, params.area);
}

export async function action({ request, context, params: { area } }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "begin") return notFound();
  return submit(context, form, beginDisclosure, { area }, ({ id, records }) => ({
    to: href("/areas/:area/disclosures/:id", { area, id }),
    message: `${plural(records, "record")} found. Look at each and decide what goes out.`,
  }));
}

/** Begins an answer: what was asked, and which records are looked through. */
export default function NewDisclosure({ loaderData, actionData, params }: Route.ComponentProps) {
  const kinds = Object.entries(KIND_WORDS).map(([value, { many }]) => ({ value, label: many }));
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/disclosures", params)}>Requests for information</BackLink>
      <PageTitle>Answer a request for information</PageTitle>
      <DisclosureForm {...loaderData} kinds={kinds} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
