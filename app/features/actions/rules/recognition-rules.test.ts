import { type ActionCase, testBoundaries } from "../../../../tests/builders/action-cases";
import { ago, meeting, post, TODAY } from "../sample-evidence";
import { aim, answered, entry, project, step, waiting } from "../sample-registers";

const strength = (days: number, more = {}) =>
  entry("strength-named", days, { of: "community" }, { recordedBy: "council", ...more });
const visited = { meetings: [meeting(3, { how: "social" })] };
const councillor = post("Cllr Ash", { level: "elected", isLead: true });
const introduced = (days: number, by: string | null = "Cllr Ash person") =>
  entry("introduction", days, { by }, { recordedBy: "council" });
const block = { id: "b", text: "The lease", since: ago(20), clearedOn: null, helpAsked: false };
const gap = { id: "g", skill: "Reading a lease", openedOn: ago(30), filledOn: null };
const leaderless = (days: number) =>
  project("Path", {
    lead: null,
    leadChanges: [{ id: "l", on: ago(days), from: "joint", to: null, decided: false }],
  });
const led = project("Path", { lead: "community" });

const CASES: readonly ActionCase[] = [
  [
    "C1.1",
    "its aims unseen, or one acknowledged",
    "council",
    { ...visited, aims: [aim("Light", 9), aim("Dark", 8)] },
    { ...visited, aims: [aim("Light", 9), aim("Dark", 8, { stage: "acknowledged" })] },
    "Barley has acknowledged none of 2 aims of the partnership: “Light” and 1 more (oldest 9 days).",
  ],
  [
    "C1.1",
    "an aim of its own, or a belief",
    "council",
    { ...visited, aims: [aim("Light", 0)] },
    { ...visited, aims: [aim("Light", 0, { owner: "council", stage: "believed" })] },
  ],
  [
    "C1.1",
    "what the council believes of it, or what it has confirmed",
    "council",
    { ...visited, aims: [aim("Summer events", 24, { statedBy: "council", stage: "believed" })] },
    { ...visited, aims: [aim("Summer events", 24, { statedBy: "council", stage: "answered" })] },
    "1 belief of Barley about what the partnership wants is not confirmed: “Summer events” (oldest 24 days).",
  ],
  [
    "C1.2",
    "no strength named, or one",
    "council",
    {},
    { entries: [strength(3, waiting)] },
    "Barley has named no strength of the partnership so far.",
  ],
  [
    "C1.2",
    "named by the community itself, or by the council",
    "council",
    { entries: [strength(3, { ...waiting, recordedBy: "community" })] },
    { entries: [strength(3, waiting)] },
  ],
  [
    "C1.2",
    "61 days unused, or 60",
    "council",
    { entries: [strength(61, waiting)] },
    { entries: [strength(60, waiting)] },
    "1 strength that Barley named has not been used: “strength-named 61” (oldest 61 days).",
  ],
  [
    "C1.2",
    "none used, or one",
    "council",
    { entries: [strength(80, waiting)] },
    { entries: [strength(80, waiting), strength(90, answered("used"))] },
  ],
  [
    "C1.3",
    "no team, or one",
    "council",
    { projects: [project("Path", { teams: 0 }), project("Hall")] },
    { projects: [project("Path"), project("Hall")] },
    "1 of 2 projects has no team: “Path” (oldest begun 100 days ago).",
  ],
  [
    "C1.3",
    "no responsibility, or one",
    "council",
    { projects: [project("Path", { responsibility: false })] },
    { projects: [project("Path")] },
  ],
  [
    "C1.3",
    "led by the community with nobody of the council, or somebody for a step",
    "council",
    { projects: [led] },
    { projects: [led], milestones: [step("a", "Path", { councilNamed: true })] },
  ],
  [
    "C1.3",
    "open, or over",
    "council",
    { projects: [project("Path", { teams: 0 })] },
    { projects: [project("Path", { teams: 0, stage: "stopped" })] },
  ],
  [
    "C1.4",
    "introduced 366 days ago, or 365",
    "council",
    { posts: [councillor], entries: [introduced(366)] },
    { posts: [councillor], entries: [introduced(365)] },
    "Cllr Ash of Barley introduced nobody to residents in the last year; the last one is 366 days old.",
  ],
  [
    "C1.4",
    "introduced by somebody else, or not said by whom",
    "council",
    { posts: [councillor], entries: [introduced(9, "other")] },
    { posts: [councillor], entries: [introduced(9, null)] },
  ],
  [
    "C1.4",
    "366 days in post, or 365",
    "council",
    { posts: [{ ...councillor, startsOn: ago(366) }] },
    { posts: [{ ...councillor, startsOn: ago(365) }] },
  ],
  [
    "P1.1",
    "nobody asked, or a request",
    "community",
    { projects: [project("Path", { blocks: [block] })] },
    { projects: [project("Path", { blocks: [{ ...block, helpAsked: true }] })] },
    "1 project is held up by 1 thing that nobody at Barley was asked to help with: “Path” (oldest 20 days).",
  ],
  [
    "P1.1",
    "standing, or cleared",
    "community",
    { projects: [project("Path", { blocks: [block] })] },
    { projects: [project("Path", { blocks: [{ ...block, clearedOn: TODAY }] })] },
  ],
  [
    "P1.3",
    "a skill missing, or found",
    "community",
    { projects: [project("Path", { gaps: [gap] })] },
    { projects: [project("Path", { gaps: [{ ...gap, filledOn: TODAY }] })] },
    "1 skill is missing: “Reading a lease” (oldest 30 days).",
  ],
  [
    "P1.3",
    "its own gap open, or filled",
    "community",
    { entries: [entry("skill-gap", 5, {}, waiting)] },
    { entries: [entry("skill-gap", 5, {}, answered("filled"))] },
  ],
  [
    "P1.3",
    "no lead for 90 days, or 89",
    "community",
    { projects: [leaderless(90)] },
    { projects: [leaderless(89)] },
    "1 project has had no lead for 90 days or more: “Path” (oldest 90 days).",
  ],
];

testBoundaries(CASES);
