/** Why somebody is to be erased: ids for ever, and how they are said. */
export const ERASURE_REASONS = {
  asked: "They asked for it",
  "not-needed": "Nobody needs to keep it any more",
  unlawful: "It should not have been kept",
  mistake: "They were entered by mistake",
} as const;
export type ErasureReason = keyof typeof ERASURE_REASONS;

/** Days that the other areas have to answer in before an erasure is carried out without them. */
export const ANSWER_DAYS = 14;

/** Why an area that was told keeps its own words: ids for ever, and how they are said. */
export const KEEP_REASONS = {
  none: "Our words do not name them, or mean somebody else",
  law: "The law asks us to keep them",
  task: "We need them for a task that the law gives us",
  claims: "We may need them for a legal claim",
} as const;
export type KeepReason = keyof typeof KEEP_REASONS;

/** What became of an area's being told: nobody answered yet, or in time; its words go with it; or they are kept. */
export type Answered = "waits" | "silent" | "erase" | KeepReason;

/** What an area that was told has answered. */
export function answeredOf({
  askedById,
  keptFor,
  doneOn,
  declinedOn,
}: {
  askedById: string | null;
  keptFor: string | null;
  doneOn: unknown;
  declinedOn: unknown;
}): Answered {
  if (keptFor === "silent") return "silent";
  if (keptFor !== null && keptFor in KEEP_REASONS) return keptFor as KeepReason;
  return askedById === null && !doneOn && !declinedOn ? "waits" : "erase";
}

/** What a lead found in an attached file. */
export type FileLook = { file: string; found: "clear" | "removed"; on: string };

/** One place whose words name somebody: a column of one row. */
export type Place = { place: string; name: string; key: Record<string, unknown> };

/** Whether two places are the same one. */
export function isSamePlace(one: Place, other: Place): boolean {
  const text = ({ place, name, key }: Place) =>
    `${place}.${name} ${Object.entries(key)
      .map((pair) => pair.join("="))
      .sort()
      .join(" ")}`;
  return text(one) === text(other);
}

const REFUSALS: Readonly<Record<string, string>> = {
  asked: "This was asked for already. A programme admin decides.",
  demo: "This is an account of the demonstration, which others use too.",
  held: "Another organisation holds what is kept about them: ask a lead there.",
};

/** Why an erasure cannot be asked for, by the word the database answers with. */
export function erasureRefusal(word: string): string {
  return REFUSALS[word] ?? "This cannot be asked for.";
}

/** What an erasure would reach, as the admin is told it: numbers alone. */
export type ErasureReach = {
  /** It is of an account, and of nobody in the register; otherwise the other way round. */
  ofAccount: boolean;
  /** How many areas' leads have asked: words are cut there and nowhere else. */
  areas: number;
  byName: number;
  byAddress: number;
  byNumber: number;
  /** Names of one word, and what others are reached by too. */
  notCut: number;
  logged: number;
  leftAlone: number;
  /** Areas that were told and have not answered. */
  waiting: number;
  /** Attached files that leads have looked at. */
  files: number;
  rows: readonly { table: string; count: number }[];
};

/** Sums what the database counted, table by table. */
export function reachOf(lines: readonly { what: string; n: number }[]): ErasureReach {
  const sum = (what: string) =>
    lines.filter((line) => line.what === what).reduce((total, { n }) => total + n, 0);
  const special = [
    "account",
    "areas",
    "by name",
    "by address",
    "by number",
    "not cut",
    "left alone",
    "logged",
    "waiting",
    "files",
  ];
  return {
    ofAccount: sum("account") > 0,
    areas: sum("areas"),
    byName: sum("by name"),
    byAddress: sum("by address"),
    byNumber: sum("by number"),
    notCut: sum("not cut"),
    logged: sum("logged"),
    leftAlone: sum("left alone"),
    waiting: sum("waiting"),
    files: sum("files"),
    rows: lines
      .filter(({ what, n }) => !special.includes(what) && n > 0)
      .map(({ what, n }) => ({ table: what.replaceAll('"', "").replaceAll("_", " "), count: n })),
  };
}
