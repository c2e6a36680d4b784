import { expect, test } from "vitest";
import { type ActionCase, look, testBoundaries } from "../../../../tests/builders/action-cases";
import type { Side } from "../../identity/actor";
import type { EntrySeen } from "../entry-seen";
import { ago, TODAY } from "../sample-evidence";
import { aim, answered, entry, goalProposal, project, step, waiting } from "../sample-registers";

const dispute = (more: Partial<EntrySeen> = {}) => entry("disagreement", 40, {}, { ...waiting, ...more });
const moved = (days: number, by: Side) => entry("adaptation", days, { by });
const insight = (days: number, more: Partial<EntrySeen> = waiting) =>
  entry("insight-offered", days, { of: "community" }, more);
const barrier = (more: Partial<EntrySeen> = waiting, of: Side = "council") =>
  entry("procedure-barrier", 70, { of }, more);
const fixed = project("Path", { scopeFixedOn: ago(20), scopeFixedBySide: "council" });
const done = step("Light", "Path", { owner: "council", state: "done", doneOn: ago(31) });

const CASES: readonly ActionCase[] = [
  [
    "C4.1",
    "open, or settled",
    "council",
    { entries: [dispute()] },
    { entries: [dispute(answered("settled"))] },
    "1 disagreement is open: “disagreement 40” (oldest 40 days). In a year Barley has noted no change of its own; none is recorded before.",
  ],
  [
    "C4.1",
    "moved 366 days ago, or 365",
    "council",
    { entries: [dispute(), moved(366, "council")] },
    { entries: [dispute(), moved(365, "council")] },
  ],
  [
    "C4.1",
    "the other side moved, or the council",
    "council",
    { entries: [dispute(), moved(3, "community")] },
    { entries: [dispute(), moved(3, "council")] },
  ],
  [
    "P4.1",
    "the council moved, or the community",
    "community",
    { entries: [dispute(), moved(3, "council")] },
    { entries: [dispute(), moved(365, "community")] },
    "1 disagreement is open: “disagreement 40” (oldest 40 days). In a year the partnership has noted no change of its own; none is recorded before.",
  ],
  [
    "C4.2",
    "used 366 days ago, or 365",
    "council",
    { entries: [insight(500, answered("used", 366))] },
    { entries: [insight(500, answered("used", 365))] },
    "In a year Barley marked no insight of the partnership as used; the last time was 366 days ago.",
  ],
  [
    "C4.2",
    "declined, or used",
    "council",
    { entries: [insight(50, answered("declined with reasons", 9)), insight(4)] },
    { entries: [insight(50, answered("used", 9)), insight(4)] },
    "In a year Barley marked no insight of the partnership as used; none is recorded before. 1 insight waits: “insight-offered 4” (oldest 4 days).",
  ],
  ["C4.2", "an area 366 days old, or 365", "council", { since: ago(366) }, { since: ago(365) }],
  [
    "C4.3",
    "an insight 91 days old, or 90",
    "council",
    { entries: [insight(91)] },
    { entries: [insight(90)] },
  ],
  [
    "C4.3",
    "an aim 91 days old, or 90",
    "council",
    { aims: [aim("Light", 91)], entries: [insight(120)] },
    { aims: [aim("Light", 90)] },
    "1 insight and 1 aim of the partnership have waited over 90 days for a word from Barley: “insight-offered 120” and 1 more (oldest 120 days).",
  ],
  [
    "C4.3",
    "waiting, or acknowledged",
    "council",
    { aims: [aim("Light", 91)] },
    { aims: [aim("Light", 91, { stage: "acknowledged", waitingOn: null })] },
  ],
  [
    "C4.4",
    "fixed by the council, or agreed",
    "council",
    { projects: [fixed] },
    { projects: [{ ...fixed, scopeAgreedOn: TODAY }] },
    "What 1 project is to come to was fixed by Barley and is not agreed: “Path”. The oldest of it is 20 days old.",
  ],
  [
    "C4.4",
    "fixed by the council, or by the community",
    "council",
    { projects: [fixed] },
    { projects: [{ ...fixed, scopeFixedBySide: "community" }] },
  ],
  [
    "C4.4",
    "a goal unanswered for 15 days, or 14",
    "council",
    { proposals: [goalProposal("Aim", 15)] },
    { proposals: [goalProposal("Aim", 14)] },
  ],
  [
    "C4.4",
    "refused without a reason, or with one",
    "council",
    { proposals: [goalProposal("Aim", 40, { declined: true, answeredOn: ago(9) })] },
    { proposals: [goalProposal("Aim", 40, { declined: true, reasoned: true, answeredOn: ago(9) })] },
  ],
  [
    "C4.4",
    "refused 365 days ago, or 366",
    "council",
    { proposals: [goalProposal("Aim", 400, { declined: true, answeredOn: ago(365) })] },
    { proposals: [goalProposal("Aim", 400, { declined: true, answeredOn: ago(366) })] },
  ],
  [
    "C4.5",
    "no answer, or dropped",
    "council",
    { entries: [barrier()] },
    { entries: [barrier(answered("dropped"))] },
    "1 procedure of Barley stands in the way (1 without an answer): “procedure-barrier 70” (oldest named 70 days ago).",
  ],
  [
    "C4.5",
    "a habit kept, or a legal requirement",
    "council",
    { entries: [barrier({ stage: "held", outcome: "habit" })] },
    { entries: [barrier(answered("legal requirement"))] },
  ],
  [
    "C4.5",
    "the council's, or the community's",
    "council",
    { entries: [barrier()] },
    { entries: [barrier(waiting, "community")] },
  ],
  [
    "P4.2",
    "31 days without thanks, or 30",
    "community",
    { entries: [moved(31, "council")] },
    { entries: [moved(30, "council")] },
    "1 thing that Barley did has had no thanks and no word from residents: “adaptation 31” (oldest 31 days ago).",
  ],
  [
    "P4.2",
    "thanked before it, or that day",
    "community",
    { entries: [moved(40, "council"), entry("thanks", 41)] },
    { entries: [moved(40, "council"), entry("thanks", 40)] },
  ],
  [
    "P4.2",
    "thanked by the council itself, or by the community",
    "community",
    { entries: [moved(40, "council"), entry("thanks", 9, {}, { recordedBy: "council" })] },
    { entries: [moved(40, "council"), entry("thanks", 9)] },
  ],
  [
    "P4.2",
    "a councillor stepped back 365 days ago, or 366",
    "community",
    { entries: [entry("councillor-steps-back", 365)] },
    { entries: [entry("councillor-steps-back", 366)] },
  ],
  [
    "P4.2",
    "a step not acknowledged, or acknowledged",
    "community",
    { milestones: [done] },
    { milestones: [{ ...done, acknowledgedOn: TODAY }] },
  ],
];

testBoundaries(CASES);

test("C4.1 is answered by giving way on what the other side opened", () => {
  const theirs = { type: "disagreement", id: "disagreement 40", by: "community", opened: ago(40) } as const;
  const older = entry("disagreement", 90, {}, { ...waiting, recordedBy: "council" });
  const seen = look("C4.1", "council", { entries: [dispute(), older], facts: [theirs] });
  expect(seen?.hypothetical).toEqual({ ...theirs, closed: TODAY, outcome: "adapted" });
});

test("C4.5 is urgent by the days past sixty, and before them by the days left", () => {
  const of = (days: number) =>
    look("C4.5", "council", {
      entries: [entry("procedure-barrier", days, { of: "council" }, waiting)],
    });
  expect(of(61)).toMatchObject({ daysOverdue: 1, dueInDays: undefined });
  expect(of(60)).toMatchObject({ daysOverdue: undefined, dueInDays: 0 });
});
