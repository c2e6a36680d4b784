import { href } from "react-router";
import { ownHref } from "~/composition/partnership-href";
import { handleMending } from "~/composition/partnership-intents.server";
import { findOverview, readOwn } from "~/composition/partnership-page.server";
import { formOf } from "~/composition/request.server";
import {
  CapacityPart,
  InfluencingPart,
  LegacyPart,
  PartyPart,
} from "~/features/partnership/components/balance-parts";
import { CheckList } from "~/features/partnership/components/check-list";
import { plural } from "~/platform/plural";
import { AudienceNote } from "~/ui/audience-note";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { TaskList } from "~/ui/task-list";
import { useFormKey } from "~/ui/use-form-key";
import type { Route } from "./+types/overview";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("The partnership") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return readOwn(context, params.area, findOverview);
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const to = href("/areas/:area/partnership", params);
  return handleMending(context, { area: params.area, form: await formOf(request), to });
}

/** The partnership itself: its rules as checks, its balance, and the way to its papers. */
export default function Partnership({ loaderData, actionData, params }: Route.ComponentProps) {
  const { programme, members, checks, balance, capacities, influencing, legacy, canKeep, audience } =
    loaderData;
  const wanting = checks.filter(({ state }) => state !== "passes").length;
  const entry = (id: string) => href("/areas/:area/evidence/:id", { area: params.area, id });
  return (
    <div className="cg-measure">
      <PageTitle aside={<PrintButton />}>The partnership</PageTitle>
      <AudienceNote lead="Who sees these pages:">{audience}</AudienceNote>
      <TaskList tasks={pagesOf(params, members)} />
      <h2 className="govuk-heading-m">What {programme} asks, and how it stands</h2>
      <p className="govuk-body">
        {wanting === 0
          ? "All of it is in order as far as it is written down."
          : `${plural(wanting, "rule")} of ${checks.length} to look at.`}{" "}
        These checks are for you. They show where to look; people decide.
      </p>
      <CheckList
        checks={checks}
        canKeep={canKeep}
        audience={audience}
        hrefOf={(ref) => ownHref(ref, params.area)}
        answer={actionData}
        formKey={useFormKey()}
      />
      <h2 className="govuk-heading-m">Public office and parties</h2>
      <PartyPart balance={balance} />
      {capacities.length > 0 ? (
        <h3 className="govuk-heading-s">In which role they came to meetings</h3>
      ) : null}
      <CapacityPart lines={capacities} />
      <h2 className="govuk-heading-m">Influencing and campaigning</h2>
      <InfluencingPart view={influencing} hrefOf={entry} />
      <h2 className="govuk-heading-m">Money that drew in more, and what will last</h2>
      <LegacyPart {...legacy} />
    </div>
  );
}

function pagesOf(params: { area: string }, members: number) {
  const pages = [
    ["members", "Members", "Who belongs to it, in which role, from when to when", plural(members, "member")],
    ["policies", "Policies", "What it has agreed for itself", ""],
    ["interests", "Declared interests", "What members have to do with other bodies", ""],
    ["decisions", "Decisions", "What was decided and how, and who stepped out", ""],
    ["plan", "The plan", "The vision, the plan, its refreshes and what follows", ""],
    ["reviews", "Yearly review", "A form that fills itself in from these pages", ""],
    ["log", "What was done", "Every change, and what was taken off a list", ""],
  ] as const;
  return pages.map(([path, title, hint, status]) => ({
    id: `page-${path}`,
    title,
    hint,
    status,
    href: `${href("/areas/:area/partnership", params)}/${path}`,
  }));
}
