import type { Says } from "../told.ts";
import { disagreements, procedures } from "./answers.ts";
import { duties } from "./counts.ts";

/** What Flexibility's indicators say of a side (docs/method.md 3, F1–F6). */
export const flexibility: Readonly<Record<string, Says>> = {
  F1: duties(["proposal or insight put to {whose}", "proposals and insights put to {whose}"], {
    past: ["waits past its day for an answer", "wait past their day for an answer"],
    after: ["was answered after its day", "were answered after their day"],
    done: ["was answered in time", "were answered in time"],
  }),
  F2: duties(["review of an agreement", "reviews of agreements"], {
    after: ["was done after its day", "were done after their day"],
    done: ["was done by its day", "were done by their day"],
  }),
  F3: duties(["meeting that fell through", "meetings that fell through"], {
    past: ["has no new day, past the time for one", "have no new day, past the time for one"],
    after: ["was re-booked after the time for it", "were re-booked after the time for it"],
    done: ["was re-booked in time", "were re-booked in time"],
  }),
  F4: duties(
    ["promise by {whose} that missed its first day", "promises by {whose} that missed their first day"],
    {
      past: ["is past the time to put it right", "are past the time to put them right"],
      dropped: ["was given up with nothing in its place", "were given up with nothing in their place"],
      after: [
        "was put right or given a new day after the time for it",
        "were put right or given a new day after the time for it",
      ],
      done: ["was put right or given a new day in time", "were put right or given a new day in time"],
    },
  ),
  F5: procedures,
  F6: disagreements,
};
