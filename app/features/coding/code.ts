import type { Side } from "../identity/actor";

/** What codes are about, in the order of the code book. Ids are for ever: releases are told by them. */
export const CODE_THEMES = [
  "change",
  "influence",
  "leadership",
  "expectations",
  "legacy",
  "councillors",
  "neighbourhood",
] as const;
export type CodeTheme = (typeof CODE_THEMES)[number];

/** A theme's name, and what it asks. */
export const THEME_WORDS: Readonly<Record<CodeTheme, { name: string; asks: string }>> = {
  change: { name: "Change", asks: "What has changed here, and of what kind." },
  influence: { name: "Influence", asks: "Whether the area is heard where things are decided." },
  leadership: { name: "Leadership", asks: "Who leads, and how decisions are taken." },
  expectations: { name: "Expectations", asks: "What is hoped for, and what can be done." },
  legacy: { name: "Legacy", asks: "What stays when the programme is over." },
  councillors: { name: "Part of councillors", asks: "What part councillors have in the partnership." },
  neighbourhood: { name: "The neighbourhood", asks: "Who works here, and who moves here." },
};

/** A theme as a release has it may be one of an older code book. */
export function themeName(theme: string): string {
  return isTheme(theme) ? THEME_WORDS[theme].name : theme;
}

/** Whether it is a theme of this code book. */
export function isTheme(theme: string): theme is CodeTheme {
  return (CODE_THEMES as readonly string[]).includes(theme);
}

export type CodeState = "proposed" | "accepted" | "declined" | "retired";

export const STATE_WORDS: Readonly<Record<CodeState, string>> = {
  proposed: "Waiting for a decision",
  accepted: "In use",
  declined: "Declined",
  retired: "No longer put on records",
};

/** A code of the code book. */
export type Code = {
  readonly id: string;
  /** Names it in addresses and in releases. */
  readonly slug: string;
  readonly theme: CodeTheme;
  readonly label: string;
  readonly says: string;
};

/** The same with what became of it. */
export type DecidedCode = Code & {
  readonly state: CodeState;
  readonly revision: number;
  /** Null: it came with the tracker. */
  readonly proposedOn: string | null;
  /** Null: it came with the tracker, or their name is not the reader's to see. */
  readonly proposedBy: string | null;
  /** Null: it is not in use, or came with the tracker. */
  readonly acceptedOn: string | null;
  readonly endedOn: string | null;
  readonly reason: string | null;
};

/** A code on a record: which, and who put it there. */
export type PutCode = {
  readonly code: Code;
  readonly organisationId: string;
  readonly side: Side;
  readonly organisation: string;
  readonly on: string;
};

/** What may be decided, by what state the code is in, and what it is in then. */
export const DECISIONS = ["accept", "decline", "retire"] as const;
export type Decision = (typeof DECISIONS)[number];

const AFTER: Readonly<Record<CodeState, Partial<Record<Decision, CodeState>>>> = {
  proposed: { accept: "accepted", decline: "declined" },
  accepted: { retire: "retired" },
  declined: {},
  retired: {},
};

/** The state after a decision; null: it cannot be decided so. */
export function afterDecision(state: CodeState, decision: Decision): CodeState | null {
  return AFTER[state][decision] ?? null;
}

/** Whether a decision needs its reason written: whoever proposed it, or used it, is told why. */
export function needsReason(decision: Decision): boolean {
  return decision !== "accept";
}

/** Codes by theme, in the order of the code book; a theme without codes is left out. */
export function byTheme<C extends { readonly theme: string }>(codes: readonly C[]): [string, C[]][] {
  const themes = [...CODE_THEMES, ...new Set(codes.map(({ theme }) => theme).filter((one) => !isTheme(one)))];
  return themes.flatMap((theme): [string, C[]][] => {
    const inside = codes.filter((code) => code.theme === theme);
    return inside.length === 0 ? [] : [[theme, inside]];
  });
}
