import { type ActionCase, testBoundaries } from "../../../../tests/builders/action-cases";
import type { Side } from "../../identity/actor";
import type { Fact } from "../../scoring/facts";
import { ago, meeting, post, request } from "../sample-evidence";
import { entry, project } from "../sample-registers";

const change = (effective: number, told: number | null): Fact => ({
  ...{ type: "staff-change-notified", id: `c${effective}`, by: "council" },
  ...{ effective: ago(effective), notified: told === null ? null : ago(told) },
});
const decision = (days: number, told: number | null, by: Side = "council") =>
  entry("bad-news-given", days, { by, conveyed: told === null ? null : ago(told) });
const leader = post("Leader", { cabinet: true, level: "elected" });
const met = meeting(5, {
  came: [{ personId: leader.personId, side: "council", capacity: "councillor" }],
});
const begun = (days: number) => ({ posts: [leader], projects: [project("Path", { startedOn: ago(days) })] });
const talk = (days: number) => meeting(days, { projectIds: ["Path"] });

const CASES: readonly ActionCase[] = [
  [
    "C3.2",
    "told 13 days before, or 14",
    "council",
    { facts: [change(10, 23)] },
    { facts: [change(10, 24)] },
    "1 of 1 change of people at Barley in the last year came with under 14 days’ notice, the last one too: it was told 13 days before it took effect.",
  ],
  [
    "C3.2",
    "told the day after, or well before",
    "council",
    { facts: [change(10, 9)] },
    { facts: [change(10, 40)] },
  ],
  [
    "C3.2",
    "not told 13 days before, or 14",
    "council",
    { facts: [change(-13, null)] },
    { facts: [change(-14, null)] },
  ],
  [
    "C3.2",
    "late at last, or in time since",
    "council",
    { facts: [change(50, 90), change(10, 9)] },
    { facts: [change(50, 49), change(10, 30)] },
    "1 of 2 changes of people at Barley in the last year came with under 14 days’ notice, the last one too: it was told 1 day after it took effect.",
  ],
  ["C3.2", "365 days ago, or 366", "council", { facts: [change(365, 365)] }, { facts: [change(366, 366)] }],
  [
    "C3.3",
    "not passed on, or passed on in time",
    "council",
    { entries: [decision(5, null)] },
    { entries: [decision(5, 2)] },
    "1 decision of Barley came late to the other side or not at all, 1 not yet passed on: “bad-news-given 5” (oldest 5 days).",
  ],
  [
    "C3.3",
    "passed on after 15 days, or 14",
    "council",
    { entries: [decision(60, 45)] },
    { entries: [decision(60, 46)] },
  ],
  [
    "C3.3",
    "late 183 days ago, or 184",
    "council",
    { entries: [decision(300, 183)] },
    { entries: [decision(300, 184)] },
  ],
  [
    "C3.3",
    "late at last, or in time since",
    "council",
    { entries: [decision(60, 1)] },
    { entries: [decision(60, 1), decision(3, 0)] },
  ],
  [
    "C3.3",
    "its own decision, or the other side's",
    "community",
    { entries: [decision(5, null, "community")] },
    { entries: [decision(5, null)] },
  ],
  [
    "C3.3",
    "a request and a decision, or neither",
    "council",
    { requests: [request("a", 9)], entries: [decision(5, null)] },
    {},
    "1 of 1 open request to Barley is past the day an answer was wanted by (oldest 9 days). 1 decision of Barley came late to the other side or not at all, 1 not yet passed on: “bad-news-given 5” (oldest 5 days).",
  ],
  [
    "P3.1",
    "61 days without a talk, or 60",
    "community",
    { ...begun(61), meetings: [met] },
    { ...begun(60), meetings: [met] },
    "1 project was not talked of with Barley in the first 60 days: “Path” (oldest begun 61 days ago).",
  ],
  [
    "P3.1",
    "first talked of after 61 days, or 60",
    "community",
    { ...begun(141), meetings: [met, talk(80)] },
    { ...begun(140), meetings: [met, talk(80)] },
  ],
  [
    "P3.1",
    "a late first talk, or a second",
    "community",
    { ...begun(141), meetings: [met, talk(70)] },
    { ...begun(141), meetings: [met, talk(80), talk(70)] },
  ],
  [
    "P3.3",
    "residents heard 184 days ago, or 183",
    "community",
    { entries: [entry("feedback-passed-on", 184)] },
    { entries: [entry("feedback-passed-on", 183)] },
  ],
];

testBoundaries(CASES);
