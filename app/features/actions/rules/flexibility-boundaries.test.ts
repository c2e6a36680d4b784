import { testActions } from "../../../../tests/builders/action-cases";
import type { Side } from "../../identity/actor";
import type { EntrySeen } from "../entry-seen";
import { TODAY } from "../sample-evidence";
import { answered, entry, goalProposal, waiting } from "../sample-registers";

const dispute = entry("disagreement", 40, {}, waiting);
const moved = (days: number, by: Side) => entry("adaptation", days, { by });
const insight = (days: number, more: Partial<EntrySeen> = waiting) =>
  entry("insight-offered", days, { of: "community" }, more);
const barrier = (more: Partial<EntrySeen> = waiting) =>
  entry("procedure-barrier", 70, { of: "council" }, more);
const declined = insight(50, answered("declined with reasons", 9));

const compromise = (side: Side) => ({
  side,
  fires: { entries: [dispute, moved(366, side)] },
  dayShort: { entries: [dispute, moved(365, side)] },
  recordShort: { entries: [moved(366, side)] },
  closed: { entries: [dispute, moved(366, side), moved(0, side)] },
});

testActions({
  "C4.1": { ...compromise("council"), side: "council" },
  "C4.2": {
    side: "council",
    fires: { entries: [insight(500, answered("used", 366))] },
    dayShort: { entries: [insight(500, answered("used", 365))] },
    recordShort: [{ entries: [declined] }, { entries: [declined, insight(60, answered("used", 9))] }],
    closed: { entries: [insight(500, answered("used", 366)), insight(4, answered("used"))] },
  },
  "C4.3": {
    side: "council",
    fires: { entries: [insight(91)] },
    dayShort: { entries: [insight(90)] },
    recordShort: { entries: [] },
    closed: { entries: [insight(91, answered("used"))] },
  },
  "C4.4": {
    side: "council",
    fires: { proposals: [goalProposal("Aim", 15)] },
    dayShort: { proposals: [goalProposal("Aim", 14)] },
    recordShort: { proposals: [] },
    closed: { proposals: [goalProposal("Aim", 15, { declined: true, reasoned: true, answeredOn: TODAY })] },
  },
  "C4.5": {
    side: "council",
    fires: { entries: [barrier()] },
    dayShort: "no day in it",
    recordShort: { entries: [] },
    closed: { entries: [barrier(answered("dropped"))] },
  },
  "P4.1": { ...compromise("community"), side: "community" },
  "P4.2": {
    side: "community",
    fires: { entries: [moved(31, "council")] },
    dayShort: { entries: [moved(30, "council")] },
    recordShort: { entries: [] },
    closed: { entries: [moved(31, "council"), entry("thanks", 0)] },
  },
});
