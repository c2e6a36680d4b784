import { href } from "react-router";
import { findLinksPage, handOver } from "~/composition/hand-over-link.server";
import { makeLink } from "~/composition/links.commands.server";
import { requireRecord } from "~/composition/record-panel.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { LinksOut } from "~/features/links/components/links-out";
import { MadeLinkView } from "~/features/links/components/made-link-view";
import { MakeLinkForm } from "~/features/links/components/make-link-form";
import { revokeLink } from "~/features/links/links.commands.server";
import { idSchema } from "~/platform/ids";
import { BackLink } from "~/ui/breadcrumbs";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { type FormAnswer, problemsOf } from "~/ui/form-answer";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/links";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("They have no account?") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readArea(context, params.area, (actor, reading) => findLinksPage(actor, reading, id));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  await requireRecord(context, params.area, id);
  const form = await formOf(request);
  const to = href("/areas/:area/records/:id/links", { area: params.area, id });
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case "hand":
      return handOver(context, form, id);
    case "mail":
      return submit(context, form, makeLink, { id, way: "mail" }, done("It is on its way."));
    case "revoke":
      return submit(context, form, revokeLink, { id }, done("Taken back. The link opens nothing now."));
    default:
      return notFound();
  }
}

/** What waits on the other side, for somebody there who has no account: a link to hand over or to send. */
export default function RecordLinksPage({ loaderData, actionData }: Route.ComponentProps) {
  const { title, backTo, purpose, contacts, mail, links } = loaderData;
  const formKey = useFormKey();
  const made = actionData && "made" in actionData ? actionData.made : null;
  const answer: FormAnswer | undefined = actionData && "lastResult" in actionData ? actionData : undefined;
  return (
    <div className="cg-measure">
      <BackLink href={backTo}>Back to “{title}”</BackLink>
      <PageTitle caption={title}>They have no account?</PageTitle>
      {made ? <MadeLinkView made={made} link={links.find(({ id }) => id === made.linkId)} /> : null}
      {answer?.intent === "revoke" ? <ErrorSummary errors={problemsOf(answer)} /> : null}
      {purpose === null ? (
        <EmptyState title="Nothing waits on the other side here">
          A link is made while something waits for their answer.
        </EmptyState>
      ) : contacts.length === 0 ? (
        <EmptyState title="Nobody of the other side is in post here">
          Add the person to the contacts first, with their post. Then a link can be made for them.
        </EmptyState>
      ) : (
        <MakeLinkForm purpose={purpose} contacts={contacts} mail={mail} answer={answer} key={links.length} />
      )}
      <LinksOut links={links} formKey={formKey} />
    </div>
  );
}
