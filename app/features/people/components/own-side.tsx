import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { ButtonGroup } from "~/ui/button";
import { Details } from "~/ui/details";
import type { FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay, formatDayShort } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { type AssessmentView, INFLUENCES, INTERESTS, STANCES, stepWords } from "../assessment";
import type { Cadence } from "../cadence";
import type { OwnLine } from "../own-side";
import { AssessForm } from "./assess-form";
import { PlanForm } from "./plan-form";

type OwnSideProps = {
  line: OwnLine & { ours: readonly { value: string; label: string }[]; audience: string };
  hrefOfContact: string | null;
  canWrite: boolean;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** What one's own side thinks of somebody, when it wants to talk to them again and what it does next. */
export function OwnSide({ line, hrefOfContact, canWrite, answer, formKey }: OwnSideProps) {
  const { now, earlier, last, cadence, plan, ours, audience } = line;
  const sent = { audience, answer, formKey };
  const isSent = (intent: string) => answer?.intent === intent;
  return (
    <section aria-labelledby="own-side">
      <h2 className="govuk-heading-m" id="own-side">
        What our side thinks
      </h2>
      <p className="govuk-body">{audience} It counts for no score and is in no shared page.</p>
      <SummaryList
        rows={[
          ...(now ? positionRows(now) : [{ key: "Their place on our map", value: "Not placed yet" }]),
          {
            key: "Last contact",
            value: last ? <LastLink on={last.on} href={hrefOfContact} /> : "None in the last two years",
          },
          ...(cadence ? [{ key: "Talk again", value: <CadenceWords cadence={cadence} /> }] : []),
          { key: "Next step", value: plan ? planWords(plan) : "Nothing planned" },
        ]}
      />
      {canWrite ? (
        <>
          {plan ? (
            <ButtonGroup>
              <FormButton
                variant="secondary"
                fields={{ intent: "plan-done" }}
                idempotencyKey={formKey}
                about={plan.next}
              >
                The next step is done
              </FormButton>
            </ButtonGroup>
          ) : null}
          <Details summary={now ? "Change what we think" : "Say what we think"} open={isSent("assess")}>
            <AssessForm now={now} {...sent} key={now?.id ?? "new"} />
          </Details>
          <Details summary={plan ? "Plan something else" : "Plan the next step"} open={isSent("plan")}>
            <PlanForm plan={plan} ours={ours} {...sent} key={`${plan?.next} ${plan?.dueOn}`} />
          </Details>
        </>
      ) : null}
      {earlier.length > 0 ? <EarlierViews earlier={earlier} /> : null}
    </section>
  );
}

function positionRows({ on, interest, influence, stance, ally, note }: AssessmentView) {
  return [
    { key: "Interest", value: stepWords(INTERESTS, interest) },
    { key: "Influence", value: stepWords(INFLUENCES, influence) },
    { key: "Where they stand", value: `${STANCES[stance]}${ally ? "; an ally" : ""}` },
    ...(note ? [{ key: "Why we think so", value: note }] : []),
    { key: "As of", value: formatDay(on) },
  ];
}

function LastLink({ on, href }: { on: string; href: string | null }) {
  return href ? <AppLink href={href}>{formatDay(on)}</AppLink> : formatDay(on);
}

/** When to talk again, and how far that day lies behind. */
export function CadenceWords({ cadence }: { cadence: Cadence }) {
  const { wantedDays, dueOn, daysPast, cold } = cadence;
  const words = `By ${formatDayShort(dueOn)}, every ${plural(wantedDays, "day")}`;
  if (!cold) return <>{words}</>;
  return (
    <>
      {words} <Tag tone="attention">Going cold</Tag> {plural(daysPast, "day")} past it
    </>
  );
}

/** "Ask her to the walk, by 3 Dec 2026, Joe Pickering". */
export function planWords({ next, dueOn, by }: { next: string; dueOn: string; by: string | null }): string {
  return [next, `by ${formatDayShort(dueOn)}`, by].filter(Boolean).join(", ");
}

function EarlierViews({ earlier }: { earlier: readonly AssessmentView[] }) {
  return (
    <Table
      caption="What we thought before"
      captionSize="s"
      rows={earlier}
      rowKey={({ id }) => id}
      columns={[
        { header: "Day", cell: ({ on }) => formatDay(on) },
        { header: "Interest", cell: ({ interest }) => stepWords(INTERESTS, interest) },
        { header: "Influence", cell: ({ influence }) => stepWords(INFLUENCES, influence) },
        {
          header: "Where they stood",
          cell: ({ stance, ally }) => `${STANCES[stance]}${ally ? "; an ally" : ""}`,
        },
        {
          header: "In touch every",
          cell: ({ wantedDays }) => (wantedDays === null ? "–" : plural(wantedDays, "day")),
        },
        { header: "Why", cell: ({ note }) => note ?? "–" },
      ]}
    />
  );
}
