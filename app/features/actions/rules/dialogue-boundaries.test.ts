import { testActions } from "../../../../tests/builders/action-cases";
import type { Fact } from "../../scoring/facts";
import { ago, meeting, post, request, TODAY } from "../sample-evidence";
import { project } from "../sample-registers";

const lopsided = [7, 8, 9].map((days) => meeting(days, { wentWell: false }));
const change = (effective: number, told: number): Fact => ({
  ...{ type: "staff-change-notified", id: `c${effective}`, by: "council" },
  ...{ effective: ago(effective), notified: ago(told) },
});
const leader = post("Leader", { cabinet: true, level: "elected" });
const met = meeting(5, { came: [{ personId: leader.personId, side: "council", capacity: "councillor" }] });
const talk = (days: number) => meeting(days, { projectIds: ["Path"] });
const begun = (days: number) => ({ posts: [leader], projects: [project("Path", { startedOn: ago(days) })] });
const tense = (days: number) => meeting(days, { tone: "tense" });
const heard = (days: number, capacity = "resident") =>
  meeting(days, { came: [{ personId: "r", side: "community", capacity }] });

testActions({
  "C3.1": {
    side: "council",
    fires: { lastContact: { id: "m", on: ago(43) } },
    dayShort: { lastContact: { id: "m", on: ago(42) } },
    recordShort: [{ meetings: lopsided }, { meetings: lopsided.slice(1) }],
    closed: { meetings: [meeting(-42, { status: "planned", contact: false })] },
  },
  "C3.2": {
    side: "council",
    fires: { facts: [change(10, 23)] },
    dayShort: { facts: [change(10, 24)] },
    recordShort: { facts: [] },
    closed: { facts: [change(10, 23), change(5, 19)] },
  },
  "C3.3": {
    side: "council",
    fires: { requests: [request("a", 1)] },
    dayShort: { requests: [request("a", 0)] },
    recordShort: { requests: [] },
    closed: { requests: [request("a", 1, { answeredOn: TODAY })] },
  },
  "P3.1": {
    side: "community",
    fires: { ...begun(141), meetings: [met, talk(80)] },
    dayShort: begun(140),
    recordShort: { projects: [] },
    closed: { meetings: [met, talk(80), talk(0)] },
  },
  "P3.2": {
    side: "community",
    fires: { meetings: [tense(183)] },
    dayShort: { meetings: [tense(184)] },
    recordShort: { meetings: [] },
    closed: { meetings: [tense(183), meeting(0)] },
  },
  "P3.3": {
    side: "community",
    fires: { meetings: [heard(184)] },
    dayShort: { meetings: [heard(183)] },
    recordShort: [{ meetings: [heard(3, "chair")] }, { meetings: [heard(3, "chair"), heard(2)] }],
    closed: { meetings: [heard(184), heard(0)] },
  },
});
