import type { ConflictField } from "~/ui/conflict-view";
import { toDateParts } from "~/ui/date-parts";
import { formatDay } from "~/ui/format-date";
import { ELECTION_KINDS } from "../election";
import type { ElectionView } from "../election-views";

type Typed = Readonly<Record<string, unknown>>;

/** An election as it is saved now beside what was typed. */
export function versionsOf(saved: ElectionView, typed: Typed): ConflictField[] {
  const text = (name: string) => String(typed[name] ?? "");
  const kind = Object.entries(ELECTION_KINDS).find(([id]) => id === typed.kind)?.[1] ?? "";
  return [
    field("What is voted for", ELECTION_KINDS[saved.kind], kind),
    field("Day of the poll", formatDay(saved.pollOn), dayWords(typed.pollOn)),
    field("First day published", saved.noticeOn ? formatDay(saved.noticeOn) : "", dayWords(typed.noticeOn)),
    field("Where it comes from", saved.source ?? "", text("source")),
    field("Note", saved.note ?? "", text("note")),
  ];
}

function field(label: string, saved: string, yours: string): ConflictField {
  return { label, saved, yours, differs: saved !== yours };
}

function dayWords(typed: unknown): string {
  const { day, month, year } = toDateParts(
    typeof typed === "string" ? typed : ((typed ?? {}) as Parameters<typeof toDateParts>[0]),
  );
  const whole = [year, month?.padStart(2, "0"), day?.padStart(2, "0")].join("-");
  return /^\d{4}-\d{2}-\d{2}$/.test(whole) ? formatDay(whole) : [day, month, year].filter(Boolean).join(" ");
}
