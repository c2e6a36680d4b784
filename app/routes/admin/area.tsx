import { href } from "react-router";
import { readAdmin, requireAdmin } from "~/composition/admin.server";
import {
  asksForCouncils,
  fillByPostcode,
  postcodeOf,
  withPostcode,
} from "~/composition/find-councils.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { findArea, findCouncilIdsOf } from "~/features/areas/area-register.queries.server";
import { createRelationship } from "~/features/areas/areas.commands.server";
import { ConnectForm } from "~/features/areas/components/area-forms";
import { LIFECYCLE_WORDS, lifecycleOn } from "~/features/areas/lifecycle";
import { findChoices } from "~/features/organisations/organisations.queries.server";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { filledBy } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/area";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.area.name ?? "Area") },
];

export async function loader({ context, params }: Route.LoaderArgs) {
  const id = idSchema.safeParse(params.id).data ?? notFound();
  return readAdmin(context, async (_, { tx, today }) => {
    const area = (await findArea(tx, id)) ?? notFound();
    return {
      area: { ...area, lifecycle: lifecycleOn(area.life, today) },
      councils: await findChoices(tx, ["council"]),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  await requireAdmin(context);
  const areaId = idSchema.safeParse(params.id).data ?? notFound();
  const form = await formOf(request);
  if (intentOf(form) !== "connect") return notFound();
  const postcode = postcodeOf(form);
  if (asksForCouncils(form)) {
    const connected = await readAdmin(context, (_, { tx }) => findCouncilIdsOf(tx, areaId));
    return fillByPostcode(context, form, ({ inRegister }) => ({
      councilId: inRegister.find(({ id }) => !connected.includes(id))?.id,
    }));
  }
  const answer = await submit(context, form, createRelationship, { areaId }, () => ({
    to: href("/admin/areas/:id", { id: areaId }),
    message: "The area and the council are connected.",
  }));
  return withPostcode(answer, postcode);
}

/** One area of the register and its relationships. What it records is not here. */
export default function Area({ loaderData, actionData }: Route.ComponentProps) {
  const { area, councils } = loaderData;
  const filled = filledBy(actionData);
  return (
    <div className="cg-measure">
      <PageTitle caption="Area">{area.name}</PageTitle>
      <SummaryList
        rows={[
          { key: "Partnership", value: area.partnership },
          { key: "Code", value: area.code ?? "None" },
          {
            key: "State",
            value: (
              <AppLink href={href("/admin/areas/:id/close", { id: area.id })}>
                {LIFECYCLE_WORDS[area.lifecycle]}
              </AppLink>
            ),
          },
        ]}
      />
      <Table
        caption="Councils"
        rows={area.relationships}
        rowKey={({ id }) => id}
        whenEmpty="Not connected with a council yet."
        columns={[
          { header: "Council", cell: ({ council }) => council },
          { header: "From", cell: ({ startsOn }) => (startsOn ? formatDay(startsOn) : "Not known") },
          { header: "Until", cell: ({ endsOn }) => (endsOn ? formatDay(endsOn) : "No end") },
          { header: "Taken over by", cell: ({ takenOverBy }) => takenOverBy ?? "Nobody" },
          { header: "Answers in", cell: ({ requestWorkingDays }) => `${requestWorkingDays} working days` },
        ]}
      />
      <h2 className="govuk-heading-m">Connect with a council</h2>
      <ConnectForm
        key={filled?.id}
        councils={councils}
        answer={actionData}
        formKey={useFormKey()}
        said={filled?.said}
      />
    </div>
  );
}
