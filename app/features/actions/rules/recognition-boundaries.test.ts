import { testActions } from "../../../../tests/builders/action-cases";
import type { PostSeen } from "../records-seen";
import { ago, meeting, post, promise } from "../sample-evidence";
import { aim, answered, entry, project, waiting } from "../sample-registers";

const visit = (days: number) => meeting(days, { how: "visit" });
const strength = (days: number, more = {}) =>
  entry("strength-named", days, { of: "community" }, { recordedBy: "council", ...more });
const councillor = post("Cllr Ash", { level: "elected", isLead: true });
const introduced = (days: number) => entry("introduction", days, { by: null }, { recordedBy: "council" });
const block = { id: "b", text: "The lease", since: ago(20), clearedOn: null, helpAsked: false };
const levels = (["elected", "senior", "officer", "front_line"] as const).map((level) =>
  post(level, { level }),
);
const met = (days: number, posts: readonly PostSeen[] = levels) =>
  meeting(days, { came: posts.map(({ personId }) => ({ personId, side: "council", capacity: "officer" })) });
const allies = ["officer person"];
const leaderless = (days: number) =>
  project("Path", {
    lead: null,
    leadChanges: [{ id: "l", on: ago(days), from: "joint", to: null, decided: false }],
  });
const held = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    promise(`p${at}`, {
      ...{ state: "open", endedOn: null, bySide: "community", dueOn: ago(-5) },
      ...{ personId: "Ann", personName: "Ann" },
    }),
  );

testActions({
  "C1.1": {
    side: "council",
    fires: { meetings: [visit(184)] },
    dayShort: { meetings: [visit(183)] },
    recordShort: [{ meetings: [visit(3)], aims: [aim("Light", 9)] }, { aims: [] }],
    closed: { meetings: [visit(184), meeting(0, { how: "social" })] },
  },
  "C1.2": {
    side: "council",
    fires: { entries: [strength(61, waiting)] },
    dayShort: { entries: [strength(60, waiting)] },
    recordShort: [{ entries: [] }, { entries: [strength(3, waiting)] }],
    closed: { entries: [strength(61, answered("used"))] },
  },
  "C1.3": {
    side: "council",
    fires: { projects: [project("Path", { teams: 0 })] },
    dayShort: "no day in it",
    recordShort: { projects: [] },
    closed: { projects: [project("Path", { teams: 1 })] },
  },
  "C1.4": {
    side: "council",
    fires: { posts: [councillor], entries: [introduced(366)] },
    dayShort: { entries: [introduced(365)] },
    recordShort: [{ entries: [introduced(3)] }, { posts: [councillor] }],
    closed: { entries: [introduced(366), introduced(0)] },
  },
  "P1.1": {
    side: "community",
    fires: { projects: [project("Path", { blocks: [block] })] },
    dayShort: "no day in it",
    recordShort: { projects: [project("Path")] },
    closed: { projects: [project("Path", { blocks: [{ ...block, helpAsked: true }] })] },
  },
  "P1.2": {
    side: "community",
    fires: { posts: levels, meetings: [met(184)], allies },
    dayShort: { meetings: [met(183)] },
    recordShort: [
      { posts: levels, meetings: [met(3, levels.slice(0, 2))], allies },
      { meetings: [met(3, levels.slice(0, 3))] },
    ],
    closed: { meetings: [met(184), met(0)] },
  },
  "P1.3": {
    side: "community",
    fires: { projects: [leaderless(90)] },
    dayShort: { projects: [leaderless(89)] },
    recordShort: [{ promises: held(3) }, { promises: held(2) }],
    closed: { projects: [project("Path", { lead: "joint" })] },
  },
});
