import type { RecordText } from "~/features/disclosures/redact";
import { KINDS } from "~/features/evidence/kinds";
import type { Side } from "~/features/identity/actor";
import { isDay } from "~/platform/calendar/day";
import { formatDay } from "~/ui/format-date";
import { SOURCES, type Telling } from "./disclosed-columns";

/** A row of one of the tables that say something about a record. */
export type SourceRow = { source: string; recordId: string; row: Record<string, unknown> };

const ORDER = Object.keys(SOURCES);

/** The people that rows name. */
export function idsNamed(rows: readonly SourceRow[]): string[] {
  const ids = rows.flatMap(({ source, row }) =>
    Object.entries(SOURCES[source]?.columns ?? {}).flatMap(([column, telling]) =>
      howOf(telling) === "person" && typeof row[column] === "string" ? [row[column]] : [],
    ),
  );
  return [...new Set(ids)];
}

/** What the rows of one record say, table by table, each row in its place. `isOther` tells whether a side is the other one. */
export function textsOf(
  rows: readonly SourceRow[],
  names: ReadonlyMap<string, string>,
  isOther: (side: Side | undefined) => boolean,
): RecordText[] {
  return rows.toSorted(inOrder).flatMap(({ source, row }) => {
    const ofOther = isOther(sideOf(row));
    const told = Object.entries(SOURCES[source]?.columns ?? {}).flatMap(([column, telling]) =>
      source === "evidence" && column === "fields"
        ? answersOf(row)
        : [{ key: column, label: labelOf(telling), text: wordsOf(telling, row[column], names) }],
    );
    return told
      .filter(({ text }) => text !== "")
      .map(({ key, label, text }) => ({ key: `${source}.${key} ${placeOf(row)}`, label, text, ofOther }));
  });
}

const howOf = (telling: Telling) => (typeof telling === "string" ? "text" : telling[1]);
const labelOf = (telling: Telling) => (typeof telling === "string" ? telling : telling[0]);

function wordsOf(telling: Telling, value: unknown, names: ReadonlyMap<string, string>): string {
  if (typeof value !== "string") return "";
  const how = howOf(telling);
  if (how === "person") return names.get(value) ?? "Somebody";
  if (how === "day") return formatDay(value);
  return how === "choice" ? value.replace(/[_-]/g, " ") : value;
}

/** An entry's answers to its kind's questions, in words. */
function answersOf(row: Record<string, unknown>) {
  const kind = KINDS.find(({ id }) => id === row.kind);
  const answers = (row.fields ?? {}) as Record<string, unknown>;
  return Object.entries(answers).map(([name, answer]) => {
    const field = kind?.fields[name];
    const options: Readonly<Record<string, string>> = field && "options" in field ? field.options : {};
    const each = (Array.isArray(answer) ? answer : [answer]).map((one) => sayAnswer(one, options));
    return { key: `fields.${name}`, label: field?.label ?? name, text: each.filter(Boolean).join("; ") };
  });
}

function sayAnswer(answer: unknown, options: Readonly<Record<string, string>>): string {
  if (typeof answer === "boolean") return answer ? "Yes" : "No";
  if (typeof answer === "number") return answer.toLocaleString("en-GB");
  if (typeof answer !== "string") return "";
  return options[answer] ?? (isDay(answer) ? formatDay(answer) : answer);
}

/** The side a row itself names as the one whose words it holds. */
function sideOf(row: Record<string, unknown>): Side | undefined {
  const side = row.side ?? row.drafted_by_side;
  return side === "council" || side === "community" ? side : undefined;
}

/** What names a row among those of its table and record. */
function placeOf(row: Record<string, unknown>): string {
  const id = row.id ?? row.record_id ?? row.version_id ?? row.evidence_id;
  return [id, row.heading ?? row.field].filter(Boolean).join(" ");
}

function inOrder(a: SourceRow, b: SourceRow): number {
  const bySource = ORDER.indexOf(a.source) - ORDER.indexOf(b.source);
  const byPlace = Number(a.row.position ?? 0) - Number(b.row.position ?? 0);
  return bySource || byPlace || (placeOf(a.row) < placeOf(b.row) ? -1 : 1);
}
