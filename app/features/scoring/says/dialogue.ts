import { freeDays } from "../rules/D1.ts";
import type { Says } from "../told.ts";
import { counts, duties, none, some, whole } from "./counts.ts";
import { daysWords, dayWords } from "./day-words.ts";

// The silence as the indicator counts it: to the day asked, or to the horizon after the last thing recorded.
const inTouch: Says = ({ items, signals, asOf, parameters }) => {
  const [item] = items;
  if (!item) return "";
  const last = Math.max(...signals.contacts.map((one) => one.on));
  const free = freeDays(signals, parameters);
  const silence = item.on - last;
  const contact = `The last contact was on ${dayWords(last)}`;
  const until =
    item.on < asOf ? ` Counted to ${dayWords(item.on)} only: nothing has been recorded lately.` : "";
  if (silence <= free)
    return `${contact}, ${daysWords(silence)} before: within the ${free} days that cost nothing.${until}`;
  const over = silence - free;
  return `${contact}, ${daysWords(silence)} before: ${daysWords(over)} more than the ${free} that cost nothing.${until}`;
};

/** What Dialogue's indicators say of a side (docs/method.md 3, D1–D5). */
export const dialogue: Readonly<Record<string, Says>> = {
  D1: inTouch,
  D2: duties(["request to {whose}", "requests to {whose}"], {
    past: ["waits past its day for an answer", "wait past their day for an answer"],
    after: ["was answered after its day", "were answered after their day"],
    done: ["was answered in time", "were answered in time"],
  }),
  D3: duties(["meeting", "meetings"], {
    past: ["has no notes sent, past their day", "have no notes sent, past their day"],
    after: ["had its notes sent after their day", "had their notes sent after their day"],
    done: ["had its notes sent in time", "had their notes sent in time"],
  }),
  D4: counts(
    ["answer by {whose}", "answers by {whose}"],
    [
      none(["was not straight, as {other} sees it", "were not straight, as {other} sees it"]),
      some(["was partly straight", "were partly straight"]),
      whole(["was straight", "were straight"]),
    ],
  ),
  D5: duties(["piece of news of {whose}", "pieces of news of {whose}"], {
    past: ["is to be told and past its day", "are to be told and past their day"],
    after: ["was told after its day", "were told after their day"],
    done: ["was told in time", "were told in time"],
  }),
};
