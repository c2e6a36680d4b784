import { data, href } from "react-router";
import { forbidden, formOf, intentOf, notFound, readArea, submit } from "~/composition/request.server";
import { PersonForm } from "~/features/people/components/person-form";
import { addPerson } from "~/features/people/people.commands.server";
import { findTwins } from "~/features/people/people.queries.server";
import { findOrganisations } from "~/features/people/people-list.queries.server";
import { contactAudience } from "~/features/people/people-view";
import { canWrite } from "~/features/records/record.policy";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/new";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Add somebody") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readArea(context, params.area, async (actor, { tx }) => {
    const may = canWrite(actor);
    if (may !== true) return forbidden(may);
    const organisations = await findOrganisations(tx, actor);
    const councils = organisations.filter(({ side }) => side === "council").map(({ name }) => name);
    return { organisations, audience: contactAudience(councils) };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await formOf(request);
  if (intentOf(form) !== "add") return notFound();
  const [name, email] = ["name", "email"].map((field) => textOf(form.get(field)));
  const answer = await submit(context, form, addPerson, { area: params.area, warn: "yes" }, ({ id }) => ({
    to: href("/areas/:area/people/:id", { area: params.area, id }),
    message: "Saved. Both sides see who they are.",
  }));
  const twins = name
    ? await readArea(context, params.area, (actor, { tx }) =>
        findTwins(tx, actor, { name, email: email || null }),
      )
    : [];
  return data({ ...answer.data, twins }, answer.init ?? {});
}

/** A typed text that a query may look for; what cannot be stored is not looked for. */
function textOf(value: FormDataEntryValue | null): string {
  const text = typeof value === "string" ? value.trim().slice(0, 200) : "";
  return text.includes("\0") || !text.isWellFormed() ? "" : text;
}

/** Adds somebody to the people of the area. */
export default function NewPerson({ loaderData, actionData, params }: Route.ComponentProps) {
  const twins = (actionData?.twins ?? []).map((twin) => ({
    ...twin,
    href: href("/areas/:area/people/:id", { area: params.area, id: twin.id }),
  }));
  return (
    <div className="cg-measure">
      <PageTitle>Add somebody</PageTitle>
      <PersonForm {...loaderData} twins={twins} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
