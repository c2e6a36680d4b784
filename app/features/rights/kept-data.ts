import { KEPT_WORDS, keptValue } from "./kept-words";
import { personalColumns } from "./personal-columns";

/** One row about somebody: plain names of its columns, and what stands there. */
type KeptRow = Record<string, unknown>;

/** What is kept about somebody in one place, and how they are named there. */
export type KeptSection = { what: string; as: string; rows: KeptRow[] };

const columns = personalColumns();
const named = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;

/** The columns that name somebody of the register by id: where rows about a person are found. */
export const PERSON_COLUMNS: readonly string[] = columns
  .filter(({ class: what }) => what === "register")
  .map(named)
  .filter((at) =>
    /(person_id|incoming_id|outgoing_id|_item\.(from|to)_id|person\.id|merged_into_id)$/.test(at),
  );

/** The columns that name an account as whose a row is, or who wrote it. */
export const ACCOUNT_COLUMNS: readonly string[] = columns
  .filter(({ class: what }) => what !== "sign-in" && what !== "none")
  .map(named)
  .filter((at) => /^user\.id$|\.(user|by_user|author|actor|\w+_by|undone_by|decided_by)_id$/.test(at));

/** What signing in keeps of an account. */
export const SIGN_IN_COLUMNS: readonly string[] = columns
  .filter((line) => line.class === "sign-in" && line.column === "user_id")
  .map(named);

/** What proves that somebody is who they are: it opens doors and tells nothing of them. */
const SECRET = /(^|_)(hash|token|secret|password|public_key|credential_id|value|last_step|counter)$/;

const WORDS: Readonly<Record<string, string>> = {
  account: "Ways of signing in",
  action_state: "Answers to recommended steps",
  api_token: "Tokens for programs",
  appointment: "Posts",
  assessment: "What an organisation thinks of somebody",
  check_in: "Check-ins",
  check_in_seat: "Places in check-ins",
  coding: "Codes put on records",
  commitment: "Promises",
  disclosure: "Answers to requests for information",
  engagement: "What an organisation means to do next with somebody",
  event: "What was done, as the log has it",
  handover: "Handovers",
  handover_item: "Things handed over",
  link: "Links to answer by",
  membership: "Roles",
  meeting_attendance: "Meetings",
  mou_signatory: "Signatures of agreements",
  note: "Notes about the person",
  partnership_member: "Membership of the partnership",
  person: "Who they are",
  person_change: "Changes of name, ward, party or address",
  record: "Records written",
  reply: "Replies",
  research_consent: "What was said yes to in research",
  session: "Open sessions",
  study: "Studies",
  study_member: "Places in studies",
  user: "The account",
};

/** How a table or a column is called by people. */
export function plainName(name: string): string {
  const words = name.replace(/_(id|on|at)$/, (end) => (end === "_id" ? "" : end)).replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** How somebody is named in a row: as whom it is about, as who wrote it, or by what they have to do with it. */
function roleOf(column: string): string {
  if (/^(id|user_id|person_id)$/.test(column)) return "about the person";
  return /^(author|actor|by_user)_id$/.test(column)
    ? "written or done by the person"
    : plainName(column).toLowerCase();
}

/** Rows as somebody is given them who asks what is kept about them: plain names, without secrets and without gaps. */
export function keptSections(
  lines: readonly { place: string; name: string; line: Record<string, unknown> }[],
): KeptSection[] {
  const sections = new Map<string, KeptSection>();
  for (const { place, name, line } of lines) {
    const key = `${place}.${name}`;
    const section = sections.get(key) ?? {
      what: WORDS[place] ?? plainName(place),
      as: roleOf(name),
      rows: [],
    };
    section.rows.push(plainRow(line));
    sections.set(key, section);
  }
  return [...sections.values()];
}

function plainRow(line: Record<string, unknown>): KeptRow {
  const kept = Object.entries(line).filter(
    ([name, value]) => !SECRET.test(name) && value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(kept.map(([name, value]) => [plainName(name), value]));
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The same row for a page: without ids, in words; the file has all of it. */
export function readableRow(row: KeptRow): [name: string, value: string][] {
  return Object.entries(row)
    .filter(([, value]) => !(typeof value === "string" && UUID.test(value)))
    .map(([name, value]) => [KEPT_WORDS[name] ?? name, keptValue(value)]);
}

/** How many rows of one sort a page shows. */
const SHOWN = 50;

/** A sort of rows as a page shows it. */
export type ShownSection = {
  id: string;
  what: string;
  as: string;
  count: number;
  rows: { id: string; entries: [name: string, value: string][] }[];
};

/** What a page shows of it: the first rows of each sort, in words. */
export function shownSections(sections: readonly KeptSection[]): ShownSection[] {
  return sections.map(({ what, as, rows }, at) => ({
    ...{ id: String(at), what, as, count: rows.length },
    rows: rows.slice(0, SHOWN).map((row, index) => ({ id: `${at} ${index}`, entries: readableRow(row) })),
  }));
}
