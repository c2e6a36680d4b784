import { href } from "react-router";
import { decideDisclosure } from "~/composition/decide-disclosure.commands.server";
import { loadDisclosure } from "~/composition/disclosure-page.server";
import { finishDisclosure, lookAgain, reopenDisclosure } from "~/composition/disclosures.commands.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { BundleHead } from "~/features/disclosures/components/bundle-head";
import { BundleLines } from "~/features/disclosures/components/bundle-lines";
import { ItemForm } from "~/features/disclosures/components/item-form";
import { idSchema } from "~/platform/ids";
import { plural } from "~/platform/plural";
import { BackLink } from "~/ui/breadcrumbs";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(`Request for information: ${loaderData?.disclosure.reference ?? ""}`) },
];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const search = new URL(request.url).searchParams;
  const asked = { id: params.id, item: search.get("item"), page: search.get("page") };
  return loadDisclosure(context, params.area, asked);
}

export async function action({ request, context, params: { area, id } }: Route.ActionArgs) {
  const form = await formOf(request);
  const fixed = { area, id: idSchema.safeParse(id).data ?? notFound() };
  const to = href("/areas/:area/disclosures/:id", fixed);
  switch (intentOf(form)) {
    case "decide": {
      const next = form.get("next");
      form.delete("next");
      const then = typeof next === "string" && idSchema.safeParse(next).success ? `${to}?item=${next}` : to;
      return submit(context, form, decideDisclosure, fixed, () => ({
        to: then,
        message: "Your decision is kept.",
      }));
    }
    case "look-again":
      return submit(context, form, lookAgain, fixed, ({ records }) => ({
        to,
        message: `${plural(records, "more record", "more records")} found.`,
      }));
    case "finish":
      return submit(context, form, finishDisclosure, fixed, () => ({
        to,
        message: "The answer is finished.",
      }));
    case "reopen":
      return submit(context, form, reopenDisclosure, fixed, () => ({
        to,
        message: "The answer is open again.",
      }));
    default:
      return notFound();
  }
}

/** A refused form is shown beside what is saved now. */
export function shouldRevalidate() {
  return true;
}

/** One answer: its records, and the one that is looked at. */
export default function DisclosureShow({ loaderData, actionData, params }: Route.ComponentProps) {
  const { disclosure, item, lines, page, pages } = loaderData;
  const formKey = useFormKey();
  const home = href("/areas/:area/disclosures/:id", params);
  const decided = actionData?.intent === "decide";
  if (item)
    return (
      <div className="cg-measure">
        <BackLink href={home}>{disclosure.reference}</BackLink>
        <PageTitle
          caption={`Request for information: ${disclosure.reference}`}
        >{`Record ${item.number}`}</PageTitle>
        <ItemForm
          key={`${item.id} ${item.revision}`}
          item={item}
          open={disclosure.finishedOn === null}
          answer={decided ? actionData : undefined}
          formKey={formKey}
        />
      </div>
    );
  return (
    <div className="cg-measure">
      <BackLink href={href("/areas/:area/disclosures", params)}>Requests for information</BackLink>
      {actionData ? <ErrorSummary errors={problemsOf(actionData)} /> : null}
      <PageTitle caption="Request for information">{disclosure.reference}</PageTitle>
      <BundleHead {...loaderData} area={params.area} formKey={formKey} />
      <BundleLines lines={lines} page={page} pages={pages} home={home} />
    </div>
  );
}
