import type { ReactNode } from "react";
import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { SummaryList, type SummaryRow } from "~/ui/summary-list";
import { WrittenText } from "~/ui/written-text";
import { CHECK_WORDS, type Check, NOTICE_DAYS, WHY_WORDS, type Why } from "../handover";

type Side = "council" | "community";

export type HandoverDetailsView = {
  sides: Record<Side, string>;
  ofSide: Side;
  why: Why;
  notifiedOn: string;
  lastDay: string;
  notice: number;
  note: string | null;
  preparedOn: string | null;
  acceptedOn: string | null;
  completedOn: string | null;
  withdrawn: { on: string; note: string | null } | null;
  checks: readonly { check: Check; on: string | null }[];
};

type HandoverDetailsProps = {
  view: HandoverDetailsView;
  outgoing: ReactNode;
  /** Null: nobody follows yet. */
  incoming: ReactNode;
  metAt: ReactNode;
};

/** Who leaves and who follows, when it was told, how far it has come, and the note. */
export function HandoverDetails({ view, outgoing, incoming, metAt }: HandoverDetailsProps) {
  const row = (key: string, value: ReactNode): SummaryRow | null => (value ? { key, value } : null);
  const { withdrawn } = view;
  const rows = [
    row("Leaves", outgoing),
    row("Follows", incoming ?? (withdrawn ? null : "Nobody yet")),
    row("Of", view.sides[view.ofSide]),
    row("Why", WHY_WORDS[view.why]),
    row("Last day", formatDay(view.lastDay)),
    row("Told", noticeWords(view)),
    row("Note", view.note && <WrittenText>{view.note}</WrittenText>),
    row("Note ready", view.preparedOn && formatDay(view.preparedOn)),
    row("Accepted", view.acceptedOn && formatDay(view.acceptedOn)),
    row("The two have met", view.completedOn && <Met on={view.completedOn} at={metAt} />),
    row("They stay", withdrawn && `${formatDay(withdrawn.on)}. ${withdrawn.note ?? ""}`),
    row("Checklist", withdrawn ? null : <Checklist checks={view.checks} />),
  ];
  return <SummaryList rows={rows.filter((one) => one !== null)} />;
}

/** When the other side was told, against the change. */
export function noticeWords({ notifiedOn, notice }: { notifiedOn: string; notice: number }): string {
  const told = formatDay(notifiedOn);
  if (notice < 0) return `${told}, ${plural(-notice, "day")} after the change`;
  const before = `${told}, ${plural(notice, "day")} before the change`;
  return notice < NOTICE_DAYS ? `${before}. Two weeks or more is what both sides count on` : before;
}

function Met({ on, at }: { on: string; at: ReactNode }) {
  return at ? (
    <>
      {formatDay(on)}, at {at}
    </>
  ) : (
    formatDay(on)
  );
}

function Checklist({ checks }: Pick<HandoverDetailsView, "checks">) {
  return (
    <ul className="govuk-list">
      {checks.map(({ check, on }) => (
        <li key={check}>
          {CHECK_WORDS[check]}: <strong>{on ? formatDay(on) : "not yet"}</strong>
        </li>
      ))}
    </ul>
  );
}
