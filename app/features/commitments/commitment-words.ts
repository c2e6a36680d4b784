import type { Flag, Size, State } from "./commitment";

type Tone = "neutral" | "good" | "waiting" | "attention" | "quiet";

/** A state as a tag says it, and in a sentence: "This promise is …". */
export const STATE_WORDS: Record<State, { tag: string; is: string; tone: Tone }> = {
  open: { tag: "Open", is: "open", tone: "neutral" },
  done: {
    tag: "Done, awaiting a yes",
    is: "said to be done, and waits for the other side’s yes",
    tone: "waiting",
  },
  kept: { tag: "Kept", is: "kept", tone: "good" },
  "kept-late": { tag: "Kept after its day", is: "kept, after its day", tone: "good" },
  "not-kept": { tag: "Not kept", is: "closed as not kept", tone: "quiet" },
  withdrawn: { tag: "Let go", is: "let go by the side it was made to", tone: "quiet" },
};

/** A flag as a tag says it. */
export const FLAG_WORDS: Record<Flag, { tag: string; tone: Tone }> = {
  "past-its-day": { tag: "Past its day", tone: "attention" },
  told: { tag: "Told it takes longer", tone: "waiting" },
  contested: { tag: "Disputed", tone: "attention" },
  "own-word": { tag: "On own word", tone: "quiet" },
};

export const SIZE_WORDS: Record<Size, string> = { small: "Small", large: "Large" };
