import { expect, test } from "vitest";
import { type ActionCase, look, testBoundaries } from "../../../../tests/builders/action-cases";
import { ago, post, TODAY } from "../sample-evidence";
import { agreement, entry, project, step } from "../sample-registers";

const newcomer = (days: number) => post("Bo", { isLead: true, startsOn: ago(days) });
const path = project("Path");
const steps = (count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => step(`Path ${at}`, "Path", more));
const noEnd = (days: number) => project("Path", { startedOn: ago(days), endsOn: null });
const ending = (days: number) => agreement("Terms", { endsOn: ago(-days) });
const money = project("Path", { involves: ["money", "land"] });
const waits = project("Path", { decisionFrom: "Cabinet", decisionSince: ago(12) });

const CASES: readonly ActionCase[] = [
  [
    "C2.1",
    "no briefing, or one that day",
    "council",
    { posts: [newcomer(40)] },
    { posts: [newcomer(40)], entries: [entry("briefing-given", 40)] },
    "1 new contact of Barley has had no briefing: Bo (oldest 40 days).",
  ],
  ["C2.1", "joined 365 days ago, or 366", "council", { posts: [newcomer(365)] }, { posts: [newcomer(366)] }],
  [
    "C2.1",
    "new to the council, or from another of its posts",
    "council",
    { posts: [newcomer(40)] },
    { posts: [newcomer(40), { ...newcomer(900), endsOn: ago(40) }] },
  ],
  [
    "C2.1",
    "a contact, or nobody met",
    "council",
    { posts: [newcomer(40)] },
    { posts: [{ ...newcomer(40), isLead: false }] },
  ],
  [
    "C2.1",
    "a team in a project, or none",
    "council",
    { projects: [path] },
    { projects: [project("Path", { teams: 0 })] },
  ],
  [
    "C2.2",
    "no early win planned, or one",
    "council",
    { projects: [path] },
    { projects: [path], milestones: steps(1, { earlyWin: true }) },
    "No early win is planned by Barley or both together, in 1 open project (oldest begun 100 days ago).",
  ],
  [
    "C2.2",
    "the early win done, or to come",
    "council",
    { projects: [path], milestones: steps(1, { earlyWin: true, state: "done" }) },
    { projects: [path], milestones: steps(1, { earlyWin: true }) },
  ],
  [
    "C2.2",
    "an early win of the community's, or of the council's",
    "council",
    { projects: [path], milestones: steps(1, { earlyWin: true, owner: "community" }) },
    { projects: [path], milestones: steps(1, { earlyWin: true, owner: "council" }) },
  ],
  [
    "C2.3",
    "one milestone, or two",
    "council",
    { projects: [path], milestones: steps(1) },
    { projects: [path], milestones: steps(2) },
    "1 of 1 project has no timeline (1 with fewer than 2 milestones): “Path”. The oldest began 100 days ago.",
  ],
  [
    "C2.3",
    "no endpoint, or one",
    "council",
    { projects: [noEnd(0)], milestones: steps(2) },
    { projects: [path], milestones: steps(2) },
  ],
  [
    "C2.3",
    "one of two given up, or both planned",
    "council",
    { projects: [path], milestones: [...steps(1), step("gone", "Path", { state: "dropped" })] },
    { projects: [path], milestones: steps(2) },
  ],
  [
    "P2.2",
    "61 days old, or 60",
    "community",
    { projects: [noEnd(61)], milestones: steps(2) },
    { projects: [noEnd(60)], milestones: steps(2) },
    "1 of 1 project has no timeline (1 without an endpoint): “Path”. The oldest began 61 days ago.",
  ],
  [
    "C2.5",
    "none in force, or one",
    "council",
    {},
    { agreements: [agreement("Terms")] },
    "No agreement between Barley and the partnership is in force.",
  ],
  [
    "C2.5",
    "its last day yesterday, or in 61 days",
    "council",
    { agreements: [ending(-1)] },
    { agreements: [ending(61)] },
    "No agreement between Barley and the partnership is in force. The last one ended 1 day ago.",
  ],
  [
    "C2.5",
    "ends in 60 days, or 61",
    "council",
    { agreements: [ending(60)] },
    { agreements: [ending(61)] },
    "“Terms” ends in 60 days, and nothing follows it.",
  ],
  [
    "C2.5",
    "one that begins two days after it, or the day after",
    "council",
    { agreements: [ending(30), agreement("Next", { startsOn: ago(-32) })] },
    { agreements: [ending(30), agreement("Next", { startsOn: ago(-31) })] },
  ],
  [
    "C2.5",
    "silent on data protection, or on neither",
    "council",
    { agreements: [agreement("Terms", { headings: ["liabilities"] })] },
    { agreements: [agreement("Terms")] },
    "What is in force says nothing on 1 of 2 things that it should: data protection.",
  ],
  [
    "C2.5",
    "signed by one, or by both",
    "council",
    { agreements: [agreement("Terms", { signedOn: { community: ago(9), other: null } })] },
    { agreements: [agreement("Terms")] },
  ],
  [
    "P2.1",
    "no step for the checks, or one",
    "community",
    { projects: [money] },
    { projects: [money], milestones: steps(1, { dueDiligence: true }) },
    "1 of 1 project with money or land has no milestone for the council’s checks: “Path” (oldest begun 100 days ago).",
  ],
  ["P2.1", "needs money, or nothing", "community", { projects: [money] }, { projects: [path] }],
  [
    "P2.3",
    "no case, or one attached",
    "community",
    { projects: [waits] },
    { projects: [{ ...waits, hasCase: true }] },
    "1 project waits for a decision with no case attached: “Path”. The oldest of it goes back 12 days.",
  ],
  [
    "P2.3",
    "a case for another, or for this one",
    "community",
    { projects: [waits], entries: [entry("case-made", 3, { project: "Hall" })] },
    { projects: [waits], entries: [entry("case-made", 3, { project: "Path" })] },
  ],
  [
    "P2.3",
    "done twice, or a case made since",
    "community",
    { entries: [entry("duplication-found", 9), entry("case-made", 10)] },
    { entries: [entry("duplication-found", 9), entry("case-made", 9)] },
  ],
  [
    "P2.3",
    "found 365 days ago, or 366",
    "community",
    { entries: [entry("duplication-found", 365)] },
    { entries: [entry("duplication-found", 366)] },
  ],
];

testBoundaries(CASES);

test("C2.5 of an agreement that ends soon comes before gain, with the days left; one that is silent does not", () => {
  const soon = look("C2.5", "council", { agreements: [ending(10)] });
  expect(soon).toMatchObject({ outranks: "mou-expiring", dueInDays: 10 });
  expect(soon?.hypothetical).toMatchObject({ type: "mou", signed: { council: TODAY, community: TODAY } });
  const silent = agreement("Terms", { headings: [] });
  expect(look("C2.5", "council", { agreements: [silent] })?.outranks).toBeUndefined();
});
