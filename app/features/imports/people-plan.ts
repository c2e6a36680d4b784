import type { Day } from "~/platform/calendar/day";
import { type CouncillorRow, type Detail, inPost, inPostOrComing, type KnownCouncillor } from "./councillor";
import { matchPeople, type PersonMatch, sameNameNotices } from "./people-match";
import { type FileProblem, type Located, type Reading, refused, wholeFile } from "./problem";

interface OnLine {
  /** The line of the file; null for somebody who is not on it. */
  readonly line: number | null;
  /** As the file writes it, or as it was known where they are not in the file. */
  readonly name: string;
}

/** One step of a people import; steps are carried out in the order of the plan. */
export type PeopleStep =
  /** A new person. `on`: in post from that day at the latest; null on the first list, where nobody knows. */
  | (OnLine & { readonly kind: "joined"; readonly councillor: CouncillorRow; readonly on: Day | null })
  /** A known person takes up a post: `returned` where they had one before. The ward and party are the post's. */
  | (OnLine & {
      readonly kind: "returned" | "appointed";
      readonly personId: string;
      readonly councillor: CouncillorRow;
      readonly on: Day | null;
    })
  /** In post up to, not including, `on` at the latest. */
  | (OnLine & {
      readonly kind: "left";
      readonly personId: string;
      readonly ward: string | null;
      readonly on: Day;
    })
  /** Somebody entered by hand has this id on the council's list. */
  | (OnLine & {
      readonly kind: "linked";
      readonly personId: string;
      readonly externalId: string;
      readonly by: "email" | "name";
    })
  /** A detail is another from `on` at the latest; the person stays the same. */
  | (OnLine & {
      readonly kind: "changed";
      readonly personId: string;
      readonly what: Detail;
      readonly before: string | null;
      readonly after: string | null;
      readonly on: Day;
    });

/** How a list is to be taken. */
export interface ListTaken {
  /** The day on which the list was true. */
  readonly on: Day;
  /** Whether it names every councillor of the council: only such a list ends posts and empties details. */
  readonly fullList: boolean;
  /** The day of the last list imported for this council; null where this is the first. */
  readonly lastListOn: Day | null;
}

/** What an import of a council's list would do; `unchanged` counts the rows that would change nothing. */
export interface PeoplePlan extends ListTaken {
  readonly steps: readonly PeopleStep[];
  readonly unchanged: number;
}

const PERSONAL: readonly Detail[] = ["name", "email", "telephone"];
const ALL: readonly Detail[] = ["name", "party", "ward", "email", "telephone"];

/**
 * What a council's list of councillors changes in what is known; run again, nothing. A change of name, ward, party or
 * e-mail is never a new person, and any change of spelling is a change. Refused: a list older than the last one, and
 * one that names an id twice.
 */
export function planPeople(
  rows: readonly Located<CouncillorRow>[],
  known: readonly KnownCouncillor[],
  taken: ListTaken,
): Reading<PeoplePlan> {
  const problems = [...olderList(taken), ...idTwice(rows)];
  if (problems.length > 0) return refused(problems);
  const matches = matchPeople(rows, known);
  const steps = matches.flatMap((match) => stepsOf(match, taken));
  const unchanged = rows.length - new Set(steps.map((step) => step.line)).size;
  const left = taken.fullList ? leavers(matches, known, taken.on) : [];
  const value: PeoplePlan = { ...taken, steps: [...steps, ...left], unchanged };
  return { ok: true, value, notices: sameNameNotices(matches, known) };
}

function stepsOf({ row, person, by }: PersonMatch, taken: ListTaken): PeopleStep[] {
  const councillor = row.value;
  const at: OnLine = { line: row.line, name: councillor.name };
  const since = taken.lastListOn === null ? null : taken.on;
  if (!person) return [{ ...at, kind: "joined", councillor, on: since }];
  const { personId } = person;
  const linked: PeopleStep[] =
    by === "id" ? [] : [{ ...at, kind: "linked", personId, externalId: councillor.externalId, by }];
  if (inPostOrComing(person, taken.on)) return [...linked, ...changes(at, councillor, person, ALL, taken)];
  const kind = person.posts.length > 0 ? "returned" : "appointed";
  const on = kind === "returned" ? taken.on : since;
  return [
    ...linked,
    { ...at, kind, personId, councillor, on },
    ...changes(at, councillor, person, PERSONAL, taken),
  ];
}

/** An empty cell takes a detail away only in a full list; in another it says nothing. */
function changes(
  at: OnLine,
  row: CouncillorRow,
  person: KnownCouncillor,
  details: readonly Detail[],
  taken: ListTaken,
): PeopleStep[] {
  return details
    .filter((what) => row[what] !== person[what] && (row[what] !== null || taken.fullList))
    .map((what) => ({
      ...at,
      kind: "changed",
      personId: person.personId,
      what,
      before: person[what],
      after: row[what],
      on: taken.on,
    }));
}

function leavers(matches: readonly PersonMatch[], known: readonly KnownCouncillor[], on: Day): PeopleStep[] {
  const listed = new Set(matches.map((match) => match.person));
  return known
    .filter((person) => !listed.has(person) && inPost(person, on))
    .map(({ personId, name, ward }) => ({ line: null, kind: "left", personId, name, ward, on }));
}

function olderList({ on, lastListOn }: ListTaken): FileProblem[] {
  if (lastListOn === null || lastListOn <= on) return [];
  const message = `This list is of ${on}, and one of ${lastListOn} is in already. Import lists in the order of their days.`;
  return [wholeFile(message)];
}

function idTwice(rows: readonly Located<CouncillorRow>[]): FileProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, value }) => {
    const before = first.get(value.externalId);
    if (before === undefined) first.set(value.externalId, line);
    if (before === undefined) return [];
    return [{ line, column: "Page", message: `Line ${before} has the id ${value.externalId} too.` }];
  });
}
