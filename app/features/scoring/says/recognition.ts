import type { Says } from "../told.ts";
import { takenUp } from "./answers.ts";
import { counts, duties, none, some, whole } from "./counts.ts";

/** What Recognition's indicators say of a side (docs/method.md 3, R1–R5). */
export const recognition: Readonly<Record<string, Says>> = {
  R1: duties(["aim of {other}", "aims of {other}"], {
    past: ["waits past its day for {whose}", "wait past their day for {whose}"],
    after: ["was acknowledged by {whose} after its day", "were acknowledged by {whose} after their day"],
    done: ["was acknowledged or understood by {whose}", "were acknowledged or understood by {whose}"],
  }),
  R2: counts(
    ["invitation from {other}", "invitations from {other}"],
    [
      none(["found nobody of {whose} there", "found nobody of {whose} there"]),
      some(["was answered with apologies", "were answered with apologies"]),
      whole(["was taken up by {whose}", "were taken up by {whose}"]),
    ],
  ),
  R3: duties(["lead’s post of {whose}", "lead’s posts of {whose}"], {
    past: ["is empty past its day", "are empty past their day"],
    after: ["was filled after its day", "were filled after their day"],
    done: ["has its holder, or was filled in time", "have their holder, or were filled in time"],
  }),
  R4: duties(["milestone of {other}", "milestones of {other}"], {
    past: ["waits past its day to be noticed by {whose}", "wait past their day to be noticed by {whose}"],
    after: ["was acknowledged by {whose} after its day", "were acknowledged by {whose} after their day"],
    done: ["was acknowledged by {whose} in time", "were acknowledged by {whose} in time"],
  }),
  R5: takenUp,
};
