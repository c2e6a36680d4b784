import { href } from "react-router";
import { goToPersonNow } from "~/composition/merge-page.server";
import { findOwnSide, handleOwnSideIntent } from "~/composition/people-side.server";
import { handlePersonNoteIntent } from "~/composition/record-intents.server";
import { formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { appoint, changePost, endPost } from "~/features/people/appointments.commands.server";
import { ContactForm } from "~/features/people/components/contact-form";
import { OwnSide } from "~/features/people/components/own-side";
import { PersonChanges, PersonContact } from "~/features/people/components/person-details";
import { NewPostForm } from "~/features/people/components/post-form";
import { PostItem } from "~/features/people/components/post-item";
import { checkLead, nameLead } from "~/features/people/leads.commands.server";
import { editPerson } from "~/features/people/people.commands.server";
import { findOrganisations } from "~/features/people/people-list.queries.server";
import { contactAudience } from "~/features/people/people-view";
import { findPersonPage } from "~/features/people/person-page.queries.server";
import { RecordNotes } from "~/features/records/components/record-notes";
import { findNotes } from "~/features/records/notes.queries.server";
import { idSchema } from "~/platform/ids";
import { listWords } from "~/platform/list-words";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { InsetText } from "~/ui/inset-text";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/show";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.person.name ?? "Person") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const person = (await findPersonPage(tx, actor, id, today)) ?? (await goToPersonNow(tx, params.area, id));
    const organisations = await findOrganisations(tx, actor);
    const councils = organisations.filter(({ side }) => side === "council").map(({ name }) => name);
    const notes = await findNotes(tx, actor, { personId: id });
    const otherSide = actor.side === "council" ? "the partnership" : listWords(councils, { joiner: "or" });
    const own = person.erased ? null : await findOwnSide(tx, actor, id, today);
    return { person, own, organisations, audience: contactAudience(councils), notes, otherSide };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  const { area } = params;
  const form = await formOf(request);
  const to = href("/areas/:area/people/:id", { area, id });
  const done = (message: string) => () => ({ to, message });
  const noted = await handlePersonNoteIntent(context, form, { area, personId: id }, to);
  if (noted) return noted;
  const own = await handleOwnSideIntent(context, form, { area, id });
  if (own) return own;
  const [verb, postId] = intentOf(form).split(" ");
  if (verb === "edit") return submit(context, form, editPerson, { area, id }, done("Saved."));
  if (verb === "appoint") return submit(context, form, appoint, { area, id }, done("The post is added."));
  const post = { area, id: idSchema.safeParse(postId).data ?? notFound() };
  switch (verb) {
    case "change-post":
      return submit(context, form, changePost, post, done("The post is changed."));
    case "end-post":
      return submit(context, form, endPost, post, done("Their last day is saved."));
    case "name-lead":
      return submit(context, form, nameLead, post, done("Named as lead, checked today."));
    case "check-lead":
      return submit(context, form, checkLead, post, done("Checked today: still in post."));
    default:
      return notFound();
  }
}

/** A refused form may have been refused because somebody else saved meanwhile: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

/** Somebody's page: how to reach them, the posts they hold and held, and what changed. */
export default function ShowPerson({ loaderData, actionData, params }: Route.ComponentProps) {
  const { person, own, organisations, audience, notes, otherSide } = loaderData;
  const formKey = useFormKey();
  const sent = { answer: actionData, formKey };
  const isSent = (intent: string) => actionData?.intent === intent;
  return (
    <div className="cg-measure">
      <ErrorSummary errors={leadProblems(actionData)} />
      <PageTitle caption="Person" aside={<PrintButton />}>
        {person.name}
      </PageTitle>
      {person.erased ? <InsetText>Their personal details were removed.</InsetText> : null}
      <PersonContact email={person.email} phone={person.phone} />
      {person.can.write ? (
        <Details summary="Change name or contact details" open={isSent("edit")}>
          <ContactForm person={person} audience={audience} {...sent} key={person.revision} />
        </Details>
      ) : null}
      {person.can.write ? (
        <p className="govuk-body">
          <AppLink href={href("/areas/:area/people/:id/merge", params)}>Is this person here twice?</AppLink>
          {person.can.lead ? (
            <>
              {" · "}
              <AppLink href={href("/areas/:area/people/:id/data", params)}>What is kept about them</AppLink>
            </>
          ) : null}
        </p>
      ) : null}
      <h2 className="govuk-heading-m">Posts</h2>
      <ul className="cg-records">
        {person.posts.map((post) => (
          <PostItem
            post={post}
            canWrite={person.can.write}
            handoverHref={`${href("/areas/:area/handovers/new", { area: params.area })}?post=${post.id}`}
            {...sent}
            key={`${post.id} ${post.revision}`}
          />
        ))}
      </ul>
      {person.can.write ? (
        <Details summary="Add another post" open={isSent("appoint")}>
          <NewPostForm organisations={organisations} {...sent} key={person.posts.length} />
        </Details>
      ) : null}
      <PersonChanges changes={person.changes} />
      {own ? (
        <OwnSide
          line={own}
          hrefOfContact={
            own.last && href("/areas/:area/meetings/:id", { area: params.area, id: own.last.recordId })
          }
          canWrite={person.can.write}
          {...sent}
        />
      ) : null}
      <RecordNotes panel={{ notes, otherSide, can: { note: person.can.write } }} {...sent} />
    </div>
  );
}

type Answer = Route.ComponentProps["actionData"];

/** What was said to a button without a form of its own. */
function leadProblems(answer: Answer) {
  if (!answer || !/^(name|check)-lead /.test(answer.intent)) return [];
  const said = answer.lastResult.error?.[""] ?? [];
  return said.map((text) => ({ text }));
}
