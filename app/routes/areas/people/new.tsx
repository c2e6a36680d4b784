import { data, href } from "react-router";
import { nearChoices } from "~/composition/near-people.server";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { ROLE_TERMS } from "~/features/guide/role-words";
import { PersonForm } from "~/features/people/components/person-form";
import { useKnownPerson } from "~/features/people/known-person.commands.server";
import { findNearPeople } from "~/features/people/near-people.queries.server";
import { addPerson } from "~/features/people/people.commands.server";
import { findOrganisations } from "~/features/people/people-list.queries.server";
import { contactAudience } from "~/features/people/people-view";
import { canWrite } from "~/features/records/record.policy";
import { idSchema } from "~/platform/ids";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import { WordsHelp } from "~/ui/words-help";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Add somebody") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx }) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const organisations = await findOrganisations(tx, actor);
    const councils = organisations.filter(({ side }) => side === "council").map(({ name }) => name);
    return { organisations, audience: contactAudience(councils), words: ROLE_TERMS };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "add") return notFound();
  const { area } = params;
  const [name, email, same] = ["name", "email", "same"].map((field) => textOf(form.get(field)));
  const to = (id: string) => href("/areas/:area/people/:id", { area, id });
  const known = idSchema.safeParse(same).data;
  const answer = known
    ? await submit(context, form, useKnownPerson, { area, id: known }, ({ id, added }) => ({
        to: to(id),
        message: added
          ? "They were here already: the post is added."
          : "They were here already, in this post.",
      }))
    : await submit(context, form, addPerson, { area, warn: "yes" }, ({ id }) => ({
        to: to(id),
        message: "Saved. Both sides see who they are.",
      }));
  const near = name
    ? await readArea(context, area, (actor, { tx }) =>
        findNearPeople(tx, actor, { name, email: email || null }),
      )
    : [];
  return data({ ...answer.data, near: nearChoices(near) }, answer.init ?? {});
}

/** A typed text that a query may look for; what cannot be stored is not looked for. */
function textOf(value: FormDataEntryValue | null): string {
  const text = typeof value === "string" ? value.trim().slice(0, 200) : "";
  return text.includes("\0") || !text.isWellFormed() ? "" : text;
}

/** Adds somebody to the people of the area. */
export default function NewPerson({ loaderData, actionData }: Route.ComponentProps) {
  const asked = actionData?.lastResult.error?.same || actionData?.lastResult.initialValue?.same;
  const { words, ...form } = loaderData;
  const near = asked ? actionData.near : [];
  return (
    <div className="cg-measure">
      <PageTitle>Add somebody</PageTitle>
      <WordsHelp question="What the roles mean" words={words} allHref={href("/guide/words")} />
      <PersonForm {...form} near={near} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
