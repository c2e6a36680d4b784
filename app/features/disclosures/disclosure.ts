import type { Day } from "~/platform/calendar/day";
import type { WordDocument } from "~/platform/word-document";
import { EXEMPTIONS, type Exemption, LAWS, type Law } from "./exemption";
import type { KnownNames } from "./known-names";
import { type RecordText, type Redacted, type Redactions, redact } from "./redact";

/** A bundle as its side's leads see it. */
export type Disclosure = {
  id: string;
  reference: string;
  law: Law;
  receivedOn: Day;
  asked: string;
  from: Day | null;
  to: Day | null;
  /** Kinds of record; empty: all. */
  kinds: readonly string[];
  words: string | null;
  relationshipId: string | null;
  finishedOn: Day | null;
  revision: number;
};

/** What was decided about one record of it. */
export type Item = {
  id: string;
  recordId: string;
  number: number;
  decision: "included" | "withheld" | null;
  reason: Exemption | null;
  redactions: Redactions;
  /** Of the words it was decided on, and of the names that were found in them then. */
  digest: string | null;
  revision: number;
};

/** A record as it can be told from outside: its kind in words, its day, whose it is and what it says. */
export type ToldRecord = {
  kind: string;
  day: Day;
  /** Who recorded it: an organisation. */
  by: string;
  ofOther: boolean;
  texts: readonly RecordText[];
};

/** The same as somebody looks at it: `digest` tells its words, and the names found in them, from any others. */
export type LookedAt = ToldRecord & { digest: string };

export const ITEM_STATES = {
  open: "To look at",
  changed: "Changed since you looked",
  gone: "No longer there",
  disclosed: "Disclosed",
  redacted: "Disclosed in part",
  withheld: "Withheld",
} as const;
export type ItemState = keyof typeof ITEM_STATES;

/** What goes out of a record: how it stands, what of it, and why the rest does not. */
export type Weighed = { state: ItemState; texts: readonly Redacted[]; reasons: readonly Exemption[] };

/** Nothing goes out of what nobody has looked at, of what changed since, or of what is withheld. */
export function weigh(item: Item, record: LookedAt | null, known: KnownNames): Weighed {
  const nothing = (state: ItemState, reasons: readonly Exemption[] = []) => ({ state, texts: [], reasons });
  if (record === null) return nothing("gone");
  if (item.decision === null) return nothing("open");
  if (item.digest !== record.digest) return nothing("changed");
  if (item.decision === "withheld") return nothing("withheld", item.reason ? [item.reason] : []);
  const texts = record.texts.map((text) => redact(text, item.redactions, known));
  const reasons = [...new Set(texts.flatMap((text) => text.reasons))];
  return { state: reasons.length > 0 ? "redacted" : "disclosed", texts, reasons };
}

/** Whether it says, of this record, what the bundle can be finished with. */
export const isDecided = (state: ItemState): boolean => state !== "open" && state !== "changed";

/** A record of the bundle with what goes out of it. */
export type Line = { item: Item; record: LookedAt | null; weighed: Weighed };

type Bundle = { disclosure: Disclosure; lines: readonly Line[]; organisation: string; area: string };

/** The bundle as a document: the schedule of all records, then what goes out of each. `sayDay` puts a day into words. */
export function disclosureDocument(
  { disclosure, lines, organisation, area }: Bundle,
  sayDay: (day: Day) => string,
): WordDocument {
  const { reference, law, receivedOn, from, to, finishedOn } = disclosure;
  const days =
    from || to
      ? `from ${from ? sayDay(from) : "the beginning"} to ${to ? sayDay(to) : "now"}`
      : "of all days";
  const state = finishedOn
    ? `Finished on ${sayDay(finishedOn)}.`
    : "A draft: it is not finished, and not to be sent.";
  return {
    title: `Answer to request ${reference}`,
    opening: [
      `${organisation}. ${LAWS[law]}, received on ${sayDay(receivedOn)}.`,
      `Records about ${area} ${days}: ${lines.length}. ${state}`,
      "Where words are left out, the reason stands in their place in square brackets.",
    ],
    sections: [schedule(lines, sayDay), ...lines.flatMap((line) => recordPart(line, sayDay))],
  };
}

type Section = WordDocument["sections"][number];
type SayDay = (day: Day) => string;

const nameOf = ({ item, record }: Line) => `${item.number}. ${record?.kind ?? "Record"}`;
const why = (reasons: readonly Exemption[]) =>
  reasons.map((reason) => `${EXEMPTIONS[reason].words} (${EXEMPTIONS[reason].law})`).join("; ");

function schedule(lines: readonly Line[], sayDay: SayDay): Section {
  const rows = lines.map(({ item, record, weighed: { state, reasons } }) => [
    String(item.number),
    record ? sayDay(record.day) : "",
    record?.kind ?? "",
    isDecided(state) ? ITEM_STATES[state] : "Not decided yet",
    why(reasons),
  ]);
  const heads = ["Number", "Day", "What", "How it is answered", "Why"];
  return { heading: "Schedule of records", paragraphs: [], table: { heads, rows } };
}

function recordPart(line: Line, sayDay: SayDay): Section[] {
  const { record, weighed } = line;
  if (record === null || weighed.texts.length === 0) return [];
  const lines = weighed.texts.flatMap(({ label, text }) => `${label}: ${text}`.split(/\r?\n/));
  const paragraphs = [`${sayDay(record.day)}. Recorded by ${record.by}.`, ...lines];
  return [{ heading: nameOf(line), paragraphs }];
}
