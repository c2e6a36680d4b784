import type { Day } from "~/platform/calendar/day";

/** What a token's program may do: see what its owner sees, write as its owner too, or read what releases tell alone. */
export const TOKEN_ACCESS_WORDS = {
  read: "Read only",
  write: "Read and write",
  research: "Figures for research only",
} as const;
export type TokenAccess = keyof typeof TOKEN_ACCESS_WORDS;

/** For how many days a token can be made to last: a year at the most. */
export const TOKEN_DAYS = ["30", "90", "180", "365"] as const;

/** Live tokens an account may have. */
export const TOKENS_MOST = 20;

/** A token as its owner's list shows it; the token itself is nowhere kept. */
export type TokenView = {
  id: string;
  name: string;
  prefix: string;
  access: TokenAccess;
  area: string | null;
  createdAt: Date;
  lastDay: Day;
  lastUsedOn: Day | null;
  state: "live" | "ended" | "revoked";
};

/** Whether a token opens anything on that day. The last day is one on which it does. */
export function tokenState(
  { revoked, lastDay }: { revoked: boolean; lastDay: Day },
  today: Day,
): TokenView["state"] {
  if (revoked) return "revoked";
  return today <= lastDay ? "live" : "ended";
}
