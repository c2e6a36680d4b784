import { href, redirect } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { SuccessorForm } from "~/features/organisations/components/organisation-forms";
import { ORGANISATION_KINDS, TIERS } from "~/features/organisations/organisation";
import { findOrganisationNow } from "~/features/organisations/organisation-merging.queries.server";
import { setSuccessor } from "~/features/organisations/organisations.commands.server";
import { findChoices, findOrganisation } from "~/features/organisations/organisations.queries.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/organisation";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.organisation.name ?? "Organisation") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readAdmin(context, async (_, { tx }) => {
    const now = await findOrganisationNow(tx, id);
    if (now) throw redirect(href("/admin/organisations/:id", { id: now }));
    const organisation = (await findOrganisation(tx, id)) ?? notFound();
    const choices = await findChoices(tx, organisation.kinds);
    return { organisation, choices: choices.filter(({ value }) => value !== id) };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const predecessorId = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  if (intentOf(form) !== "succeed") return notFound();
  return submit(context, form, setSuccessor, { predecessorId }, ({ id }) => ({
    to: href("/admin/organisations/:id", { id }),
    message: "The successor is recorded.",
  }));
}

/** One organisation of the register, and what takes over from it. */
export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  const { organisation, choices } = loaderData;
  const { name, shortName, kinds, tier, code, gssCode, startsOn, endsOn } = organisation;
  const linked = (others: typeof organisation.successors) =>
    others.map(({ id, name: other, on }) => (
      <p className="govuk-body" key={id}>
        <AppLink href={href("/admin/organisations/:id", { id })}>{other}</AppLink>, on {formatDay(on)}
      </p>
    ));
  const rows = [
    { key: "Short name", value: shortName },
    { key: "Kind", value: kinds.map((kind) => ORGANISATION_KINDS[kind]).join(", ") },
    { key: "Tier", value: tier ? TIERS[tier] : "Not a council" },
    { key: "Codes", value: [code, gssCode].filter(Boolean).join(", ") || "None" },
    { key: "From", value: startsOn ? formatDay(startsOn) : "Not known" },
    { key: "Ended", value: endsOn ? formatDay(endsOn) : "No" },
    ...(organisation.predecessors.length > 0
      ? [{ key: "Took over from", value: linked(organisation.predecessors) }]
      : []),
    ...(organisation.successors.length > 0
      ? [{ key: "Taken over by", value: linked(organisation.successors) }]
      : []),
  ];
  return (
    <div className="cg-measure">
      <PageTitle caption="Organisation">{name}</PageTitle>
      <SummaryList rows={rows} />
      <p className="govuk-body">
        <AppLink href={href("/admin/organisations/:id/merge", { id: organisation.id })}>
          Is this organisation here twice?
        </AppLink>
      </p>
      {organisation.kinds.includes("council") ? (
        <p className="govuk-body">
          <AppLink href={href("/admin/organisations/:id/single-sign-on", { id: organisation.id })}>
            The council’s own sign-in
          </AppLink>
        </p>
      ) : null}
      <p className="govuk-body">
        <AppLink href={href("/organisations/:id", { id: organisation.slug })}>
          Its page, as others see it
        </AppLink>
      </p>
      <h2 className="govuk-heading-m">When another takes over</h2>
      {organisation.kinds.includes("council") && organisation.successors.length > 0 ? (
        <p className="govuk-body">
          <AppLink href={href("/admin/organisations/:id/takeover", { id: organisation.id })}>
            What follows in its areas, and what becomes of its accounts
          </AppLink>
        </p>
      ) : null}
      <SuccessorForm choices={choices} answer={actionData} formKey={useFormKey()} />
    </div>
  );
}
