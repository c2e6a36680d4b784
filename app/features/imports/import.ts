import type { Day } from "~/platform/calendar/day";
import type { AreaStep } from "./areas-plan";
import type { ContactStep } from "./contacts-plan";
import type { CouncilStep } from "./councils-plan";
import type { MeetingStep } from "./meetings-plan";
import type { PeopleStep } from "./people-plan";

/** What a file can hold. */
export type ImportWhat = "councils" | "areas" | "people" | "contacts" | "meetings";

export const IMPORT_WORDS: Readonly<Record<ImportWhat, string>> = {
  councils: "Councils",
  areas: "Areas",
  people: "A council’s list of its councillors",
  contacts: "People",
  meetings: "Meetings",
};

/** A plan is shown and not kept; what was carried out is kept for ever, reverted or not. */
export type ImportState = "planned" | "applied" | "reverted";

/** Which action leads from a state to which; what was reverted is imported again as an import of its own. */
export const IMPORT_TRANSITIONS: Readonly<Record<ImportState, Readonly<Record<string, ImportState>>>> = {
  planned: { apply: "applied" },
  applied: { revert: "reverted" },
  reverted: {},
};

export const IMPORT_STATE_WORDS: Readonly<Record<ImportState, string>> = {
  planned: "Looked at, not carried out",
  applied: "Carried out",
  reverted: "Taken back",
};

/** Any step of any import. */
export type ImportStep = CouncilStep | AreaStep | PeopleStep | ContactStep | MeetingStep;

/** How many steps of each kind a plan has, and how many rows change nothing. */
export interface ImportCounts {
  readonly steps: Readonly<Partial<Record<ImportStep["kind"], number>>>;
  readonly unchanged: number;
}

/** An import, before it is carried out and after. */
export interface ImportRecord {
  readonly id: string;
  readonly what: ImportWhat;
  readonly fileName: string;
  /** Of the file's bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  /** The council whose people are imported, or the organisation that imports into an area; null for registers. */
  readonly organisationId: string | null;
  /** The area whose people or meetings were imported; null for registers and a council's list. */
  readonly areaId: string | null;
  /** The day on which a list of people was true; null for councils and areas. */
  readonly on: Day | null;
  readonly byUserId: string;
  readonly counts: ImportCounts;
  readonly appliedAt: Date | null;
  readonly revertedAt: Date | null;
}

/** The records an import can make or change. */
export type ImportedRecord =
  | "organisation"
  | "succession"
  | "area"
  | "relationship"
  | "person"
  | "external-id"
  | "appointment"
  | "person-change";

/** How one write of an import is taken back; they are carried out from the last to the first. */
export type UndoStep =
  /** The import made it. `revision`: as the import left it, null for records that have none. */
  | {
      readonly undo: "remove";
      readonly record: ImportedRecord;
      readonly id: string;
      readonly revision: number | null;
    }
  /** The import changed it; `before` holds the columns as they were, under their names in the database client. */
  | {
      readonly undo: "restore";
      readonly record: ImportedRecord;
      readonly id: string;
      readonly revision: number | null;
      /** Days as "2023-04-01". */
      readonly before: Readonly<Record<string, string | number | null>>;
    };

/** The state of an import, worked out from what happened to it. */
export function importState(record: Pick<ImportRecord, "appliedAt" | "revertedAt">): ImportState {
  if (record.revertedAt) return "reverted";
  return record.appliedAt ? "applied" : "planned";
}

/** Counts a plan's steps by their kind. */
export function countSteps(plan: { steps: readonly ImportStep[]; unchanged: number }): ImportCounts {
  const steps: Partial<Record<ImportStep["kind"], number>> = {};
  for (const { kind } of plan.steps) steps[kind] = (steps[kind] ?? 0) + 1;
  return { steps, unchanged: plan.unchanged };
}

/** The day of the last list of a council's people that still counts; null where there is none. */
export function lastListOn(imports: readonly ImportRecord[], organisationId: string): Day | null {
  const days = imports
    .filter((one) => one.what === "people" && one.organisationId === organisationId)
    .flatMap((one) => (importState(one) === "applied" && one.on ? [one.on] : []));
  return days.sort().at(-1) ?? null;
}

/** The revision of a record now; null where it is gone, or has none. */
export type RevisionNow = (record: ImportedRecord, id: string) => number | null;

/** Records an import made that something else refers to by now, and what does, as the database names it. */
export type BuiltOn = { readonly record: ImportedRecord; readonly by: readonly string[] };

/**
 * Why an import cannot be taken back, in words; none where it can. The newest goes first, and what somebody changed
 * since or built on stays: `others` are all imports; `revisionNow` and `builtOn` are of the transaction that would
 * take it back.
 */
export function revertProblems(
  record: ImportRecord,
  undo: readonly UndoStep[],
  others: readonly ImportRecord[],
  revisionNow: RevisionNow,
  builtOn: readonly BuiltOn[] = [],
): readonly string[] {
  const state = importState(record);
  if (!("revert" in IMPORT_TRANSITIONS[state]))
    return [`This import is: ${IMPORT_STATE_WORDS[state].toLowerCase()}.`];
  const later = others.filter((other) => isLater(other, record));
  if (later.length > 0) return later.map((other) => `Take back the later import of ${other.fileName} first.`);
  const left = asLeft(undo);
  const changed = left.filter((one) => revisionNow(one.record, one.id) !== one.revision);
  const kinds = [...new Set(changed.map((one) => one.record))].join(", ");
  const count = changed.length === 1 ? "1 of its records was" : `${changed.length} of its records were`;
  const words = `${count} changed since (${kinds}). Correct by hand instead.`;
  return [...(changed.length > 0 ? [words] : []), ...builtOn.map(builtOnWords)];
}

const RECORD_WORDS: Readonly<Record<ImportedRecord, string>> = {
  organisation: "an organisation",
  succession: "a successor",
  area: "an area",
  relationship: "a relationship",
  person: "a person",
  "external-id": "a council’s id",
  appointment: "a post",
  "person-change": "a change",
};

function builtOnWords({ record, by }: BuiltOn): string {
  const what = by.map((table) => table.replaceAll('"', "").replaceAll("_", " ")).join(", ");
  return `Something new is about ${RECORD_WORDS[record]} that it made (${what}). Take that away first, or correct by hand.`;
}

type Left = { record: ImportedRecord; id: string; revision: number };

/** Each record with a revision once, as the import's last write left it. */
function asLeft(undo: readonly UndoStep[]): readonly Left[] {
  const left = new Map<string, Left>();
  for (const step of undo) {
    if (step.revision === null) continue;
    left.set(`${step.record} ${step.id}`, { record: step.record, id: step.id, revision: step.revision });
  }
  return [...left.values()];
}

function isLater(other: ImportRecord, record: ImportRecord): boolean {
  if (other.id === record.id || importState(other) !== "applied") return false;
  if (other.what !== record.what || other.organisationId !== record.organisationId) return false;
  if (other.areaId !== record.areaId) return false;
  return (other.appliedAt?.getTime() ?? 0) > (record.appliedAt?.getTime() ?? 0);
}
