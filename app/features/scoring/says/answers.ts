import type { DutyTopic } from "../signals.ts";
import type { Says, Told, ToldItem } from "../told.ts";
import { counts, type Group, open, type Words, whole } from "./counts.ts";

// Duties whose answer itself is worth more or less: what was answered is told, and not only when.

/** Items whose answer, whenever it came, was worth just that much. */
function answered(topic: DutyTopic, worth: number, words: Words): Group {
  const has = ({ record }: ToldItem, { signals, side }: Told) =>
    signals.duties(topic).some((one) => one.record === record && one.side === side && one.worth === worth);
  return { has, words };
}

const HALF = 0.5;

/** What the other side brings (docs/method.md 3, R5). */
export const takenUp: Says = counts(
  ["strength or insight of {other}", "strengths and insights of {other}"],
  [
    open(["waits past its day for {whose}", "wait past their day for {whose}"]),
    answered("offer taken up", HALF, ["was declined with reasons", "were declined with reasons"]),
    whole(["was used by {whose} in time", "were used by {whose} in time"]),
    answered("offer taken up", 1, [
      "was used by {whose} after its day",
      "were used by {whose} after their day",
    ]),
  ],
);

/** Procedures that stand in the way (docs/method.md 3, F5). */
export const procedures: Says = counts(
  ["procedure of {whose} that stands in the way", "procedures of {whose} that stand in the way"],
  [
    open(["is to be looked at and past its day", "are to be looked at and past their day"]),
    answered("procedure looked at", 0, ["stays as a habit", "stay as a habit"]),
    answered("procedure looked at", HALF, ["stays, with reasons", "stay, with reasons"]),
    whole([
      "was dropped, made simpler or explained in time",
      "were dropped, made simpler or explained in time",
    ]),
    answered("procedure looked at", 1, [
      "was dropped, made simpler or explained after its day",
      "were dropped, made simpler or explained after their day",
    ]),
  ],
);

/** What the other side disagrees with (docs/method.md 3, F6). */
export const disagreements: Says = counts(
  ["disagreement opened by {other}", "disagreements opened by {other}"],
  [
    open(["is open past its day", "are open past their day"]),
    answered("disagreement worked through", HALF, ["ended with a reasoned no", "ended with a reasoned no"]),
    whole(["was settled in time", "were settled in time"]),
    answered("disagreement worked through", 1, ["was settled after its day", "were settled after their day"]),
  ],
);
