import type { Bearer, Flag, Stage } from "./project";

type Tone = "neutral" | "good" | "waiting" | "attention" | "quiet";

export const STAGE_TONES: Record<Stage, Tone> = {
  idea: "neutral",
  agreed: "neutral",
  under_way: "good",
  paused: "waiting",
  finished: "good",
  stopped: "quiet",
};

/** A flag as a tag says it. */
export const FLAG_WORDS: Record<Flag, { tag: string; tone: Tone }> = {
  "held-up": { tag: "Held up", tone: "attention" },
  "no-lead": { tag: "Nobody leads it", tone: "attention" },
  "no-endpoint": { tag: "No endpoint", tone: "waiting" },
  "past-its-endpoint": { tag: "Past its endpoint", tone: "attention" },
  "waits-for-a-decision": { tag: "Waits for a decision", tone: "waiting" },
};

/** Who leads, or owns, as pages name the sides: "the partnership", "Barley", "both together". */
export function bearerName(bearer: Bearer, sides: Record<"council" | "community", string>): string {
  return bearer === "joint" ? "both together" : sides[bearer];
}

/** The same at the beginning of a sentence or alone. */
export function bearerNameFirst(bearer: Bearer, sides: Record<"council" | "community", string>): string {
  const name = bearerName(bearer, sides);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
