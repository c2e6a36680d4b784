import { href } from "react-router";
import { requireAdmin } from "~/composition/admin.server";
import { formOf, intentOf, notFound, submit } from "~/composition/request.server";
import { loadAdminCodes } from "~/composition/research-codes.server";
import { STATE_WORDS, themeName } from "~/features/coding/code";
import { decideCode } from "~/features/coding/codes.commands.server";
import { DecideForm } from "~/features/coding/components/decide-form";
import { idSchema } from "~/platform/ids";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/codes";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Codes for research") }];

const PAGE = href("/admin/codes");

export function loader({ request, context }: Route.LoaderArgs) {
  const id = idSchema.safeParse(new URL(request.url).searchParams.get("id")).data ?? null;
  return loadAdminCodes(context, id);
}

export async function action({ request, context }: Route.ActionArgs) {
  await requireAdmin(context);
  const form = await formOf(request);
  if (intentOf(form) !== "decide") return notFound();
  return submit(context, form, decideCode, {}, () => ({ to: PAGE, message: "Your decision is saved." }));
}

/** A refused form may have been refused because somebody else decided meanwhile: what is shown is read again. */
export function shouldRevalidate() {
  return true;
}

type Line = Route.ComponentProps["loaderData"]["codes"][number];

/** Which codes there are for research: proposals to decide on, and those in use. */
export default function AdminCodes({ loaderData, actionData }: Route.ComponentProps) {
  const { codes, chosen } = loaderData;
  const formKey = useFormKey();
  const inState = (...states: Line["state"][]) => codes.filter(({ state }) => states.includes(state));
  const code = {
    header: "Code",
    cell: ({ id, label }: Line) => <AppLink href={`${PAGE}?id=${id}`}>{label}</AppLink>,
  };
  const theme = { header: "About", cell: (one: Line) => themeName(one.theme) };
  const isOpen = chosen?.state === "proposed" || chosen?.state === "accepted";
  return (
    <div className="cg-measure">
      <PageTitle>Codes for research</PageTitle>
      <p className="govuk-body">
        Areas put these codes on what both sides share. You decide which there are; you do not see on which
        records they stand.
      </p>
      {chosen ? (
        <section aria-labelledby="chosen">
          <h2 className="govuk-heading-m" id="chosen">
            {chosen.label}
          </h2>
          <SummaryList
            rows={[
              { key: "About", value: themeName(chosen.theme) },
              { key: "When to use it", value: chosen.says },
              { key: "State", value: STATE_WORDS[chosen.state] },
              ...(chosen.proposedOn
                ? [
                    { key: "Proposed by", value: chosen.proposedBy ?? "An account that is no more" },
                    { key: "Proposed on", value: formatDay(chosen.proposedOn) },
                  ]
                : [{ key: "Where it is from", value: "It came with the tracker" }]),
              ...(chosen.reason ? [{ key: "Why", value: chosen.reason }] : []),
            ]}
          />
          {isOpen ? (
            <DecideForm
              code={chosen}
              answer={actionData}
              formKey={formKey}
              key={`${chosen.id} ${chosen.revision}`}
            />
          ) : null}
        </section>
      ) : null}
      <Table
        caption="Waiting for a decision"
        rows={inState("proposed")}
        rowKey={({ id }) => id}
        whenEmpty="Nothing waits."
        columns={[
          code,
          theme,
          { header: "Proposed on", cell: ({ proposedOn }) => (proposedOn ? formatDay(proposedOn) : "–") },
          { header: "By", cell: ({ proposedBy }) => proposedBy ?? "–" },
        ]}
      />
      <Table caption="In use" rows={inState("accepted")} rowKey={({ id }) => id} columns={[code, theme]} />
      <Table
        caption="Declined or retired"
        rows={inState("declined", "retired")}
        rowKey={({ id }) => id}
        whenEmpty="None."
        columns={[code, { header: "State", cell: ({ state }) => STATE_WORDS[state] }]}
      />
    </div>
  );
}
