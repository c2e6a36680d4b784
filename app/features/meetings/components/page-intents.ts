/** What the forms of a meeting's page about its minutes send as their `intent`. */
export const MINUTES_INTENTS = {
  draft: "minutes.draft",
  send: "minutes.send",
  agree: "minutes.agree",
  dissent: "minutes.dissent",
} as const;

/** What its other forms send. */
export const STEP_INTENTS = {
  callOff: "call-off",
  noReply: "no-reply",
  rebook: "rebook",
  promises: "promises",
} as const;

/** What the forms of a series' page send. */
export const SERIES_INTENTS = { extend: "extend", change: "series.change", end: "series.end" } as const;
