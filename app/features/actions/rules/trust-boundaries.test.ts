import { testActions } from "../../../../tests/builders/action-cases";
import type { PostSeen } from "../records-seen";
import { ago, handedOver, meeting, post, promise, TODAY } from "../sample-evidence";
import { agreement, entry, project, step } from "../sample-registers";

const newcomer = (days: number) => post("Bo", { isLead: true, startsOn: ago(days) });
const open = (id: string, dueDays = 1) => promise(id, { state: "open", endedOn: null, dueOn: ago(dueDays) });
const path = project("Path");
const steps = (count: number, more = {}) =>
  Array.from({ length: count }, (_, at) => step(`Path ${at}`, "Path", more));
const still = (days: number) => handedOver("gone", { items: [{ id: "i", stillSince: ago(days) }] });
const gone = post("gone", { endsOn: ago(1) });
const met = (days: number, { personId }: PostSeen) =>
  meeting(days, { came: [{ personId, side: "council", capacity: "officer" }] });
const ending = (days: number) => agreement("Terms", { endsOn: ago(-days) });
const money = project("Path", { involves: ["money"] });
const noEnd = (days: number) => project("Path", { startedOn: ago(days), endsOn: null });
const waits = project("Path", { decisionFrom: "Cabinet", decisionSince: ago(12) });
const found = (days: number) => ({ entries: [entry("duplication-found", days)] });
const lead = post("lead", { isLead: true });
const officer = post("officer");
const clerk = post("clerk", { organisationId: "parish", side: "community", level: "community" });
const organisations = [{ id: "parish", name: "Oakfield Parish Council" }];

testActions({
  "C2.1": {
    side: "council",
    fires: { posts: [newcomer(365)] },
    dayShort: { posts: [newcomer(366)] },
    recordShort: { posts: [] },
    closed: { entries: [entry("briefing-given", 0)] },
  },
  "C2.2": {
    side: "council",
    fires: { promises: ["a", "b", "c"].map((id) => open(id)) },
    dayShort: { promises: [open("a"), open("b"), open("c", 0)] },
    recordShort: { promises: [open("a"), open("b")] },
    closed: { promises: ["a", "b", "c"].map((id) => promise(id, { dueOn: ago(1), state: "kept-late" })) },
  },
  "C2.3": {
    side: "council",
    fires: { projects: [path], milestones: steps(1) },
    dayShort: "no day in it",
    recordShort: { projects: [] },
    closed: { milestones: steps(2) },
  },
  "C2.4": {
    side: "council",
    fires: { handovers: [still(61)] },
    dayShort: { handovers: [still(60)] },
    recordShort: [
      { posts: [gone], meetings: [met(100, gone), met(120, gone)] },
      { meetings: [met(100, gone)] },
    ],
    closed: [
      { posts: [gone], meetings: [met(100, gone), met(120, gone)] },
      { handovers: [handedOver("gone")] },
    ],
  },
  "C2.5": {
    side: "council",
    fires: { agreements: [ending(60)] },
    dayShort: { agreements: [ending(61)] },
    recordShort: [{ agreements: [] }, { agreements: [agreement("Terms")] }],
    closed: { agreements: [ending(60), agreement("Next", { startsOn: ago(-61) })] },
  },
  "P2.1": {
    side: "community",
    fires: { projects: [money] },
    dayShort: "no day in it",
    recordShort: { projects: [path] },
    closed: { milestones: steps(1, { dueDiligence: true }) },
  },
  "P2.2": {
    side: "community",
    fires: { projects: [noEnd(61)], milestones: steps(2) },
    dayShort: { projects: [noEnd(60)] },
    recordShort: [{ projects: [path], milestones: steps(1) }, { milestones: steps(2) }],
    closed: { projects: [path] },
  },
  "P2.3": {
    side: "community",
    fires: { projects: [waits] },
    dayShort: [found(365), found(366)],
    recordShort: { projects: [path] },
    closed: { projects: [{ ...waits, hasCase: true }] },
  },
  "P2.4": {
    side: "community",
    fires: { posts: [lead], meetings: [met(85, lead)] },
    dayShort: { meetings: [met(84, lead)] },
    recordShort: [
      { posts: [officer], meetings: [met(85, officer), met(99, officer)] },
      { meetings: [met(85, officer)] },
    ],
    closed: { meetings: [met(85, lead), met(0, lead)] },
  },
  "P2.5": {
    side: "community",
    fires: { organisations, posts: [clerk], meetings: [met(184, clerk)] },
    dayShort: { meetings: [met(183, clerk)] },
    recordShort: { organisations: [] },
    closed: { meetings: [met(184, clerk), met(0, clerk)] },
  },
});

// A timeline is agreed by both sides (guide, C2.3): an endpoint that one side set alone is none yet.
testActions({
  "C2.3": {
    side: "council",
    fires: { projects: [{ ...path, endsAgreedOn: null }], milestones: steps(2) },
    dayShort: "no day in it",
    recordShort: { projects: [] },
    closed: { projects: [{ ...path, endsAgreedOn: TODAY }] },
  },
});
