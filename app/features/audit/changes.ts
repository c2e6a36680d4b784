/** One thing that a write changed, with what stood there before and after. */
export type Change = { field: string; before: unknown; after: unknown };

function fieldsOf(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** What an entry of the log says that was changed: its data's `before` and `after`, where they differ. */
export function changesOf(data: unknown): Change[] {
  const { before, after } = fieldsOf(data) ?? {};
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  if (was && is)
    return Object.keys(is)
      .filter((field) => JSON.stringify(was[field] ?? null) !== JSON.stringify(is[field] ?? null))
      .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }));
  if (typeof before === "string" && typeof after === "string")
    return before === after ? [] : [{ field: "text", before, after }];
  return [];
}

const CHOICE = /^[a-z]+([_-][a-z]+)+$/;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
/** What is said where nothing stands. */
export const NOTHING = "nothing";

/** A value of the log in words. What refers to something else is named there, and not here. */
export function saidValue(value: unknown): string {
  if (value === null || value === undefined || value === "") return NOTHING;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(value);
  if (typeof value === "string" && UUID.test(value)) return "one that was chosen";
  if (typeof value === "string") return CHOICE.test(value) ? value.replaceAll(/[-_]/g, " ") : value;
  if (Array.isArray(value)) {
    if (value.length === 0) return NOTHING;
    const plain = value.every((one) => typeof one === "string" && !UUID.test(one));
    return plain ? value.join(", ") : `${value.length} ${value.length === 1 ? "line" : "lines"}`;
  }
  return "several values";
}

const LABELS: Readonly<Record<string, string>> = {
  title: "Title",
  detail: "More about it",
  text: "Words",
  aim: "Aim",
  caseText: "The case for it",
  dueOn: "Due on",
  targetOn: "Answer wanted by",
  startedOn: "Began on",
  earlyWin: "Early win",
  otherParties: "Other parties",
  on: "Day",
  how: "How",
  startsAt: "Begins at",
  place: "Where",
  purpose: "What it is for",
  durationMinutes: "Minutes it took",
  formal: "A formal meeting",
  attendees: "Who came",
  byPersonId: "Person who promises",
  toPersonId: "Person it is promised to",
  promisedOn: "Promised on",
  projectId: "Project",
  parentId: "Part of",
  councilPersonId: "Person of the council",
  communityPersonId: "Person of the partnership",
  evidence: "What shows that it is done",
  dueDiligence: "One of the council’s checks",
  involves: "Who takes part",
  toldBack: "When residents heard what came of it",
  channels: "How residents were told",
  turnout: "How many came",
  credits: "Who is given credit",
  conveyed: "When the other side was told",
  effective: "From which day",
  responses: "How many answered",
};

/** A field as people call it: what it is named, or its own name in words. */
export function fieldLabel(field: string): string {
  const known = LABELS[field];
  if (known) return known;
  const words = field
    .replace(/Id$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replaceAll(/[-_]/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
