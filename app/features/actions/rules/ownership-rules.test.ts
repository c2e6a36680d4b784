import { expect, test } from "vitest";
import { type ActionCase, testBoundaries } from "../../../../tests/builders/action-cases";
import { ago } from "../sample-evidence";
import { answered, entry, project } from "../sample-registers";
import { actionRules } from ".";

const own = project("Hall", { lead: "community" });
const taken = project("Path", { lead: "council" });
const event = (days: number, host: string, turnout: number | null, channels: string[] = []) =>
  entry("engagement-event", days, { host, turnout, channels });
const events = (host: string, ...turnouts: number[]) =>
  turnouts.map((turnout, at) => event(200 + 10 * (turnouts.length - at), host, turnout));
const takeover = (decided: boolean, lead: "council" | "community" = "council") =>
  project("Path", {
    lead,
    leadChanges: [{ id: "l", on: ago(15), from: "community", to: "council", decided }],
  });
const unled = (days: number) => project("Path", { lead: null, startedOn: ago(days) });
const item = (days: number, values: Record<string, string> = {}) =>
  entry("publicity", days, { by: "council", joint: true, credits: "own", election: "no", ...values });
const survey = (days: number, ran: string) => entry("community-survey", days, { with: ran });
const ways = (days: number, ...channels: string[]) => ({
  entries: [event(days, "community", null, channels)],
});
const carriedOn = (days: number) => entry("residents-lead", days, {}, answered("agreed"));
const unheld = project("Path", { residentsLead: false });

const CASES: readonly ActionCase[] = [
  [
    "C5.1",
    "2 of 3 led by the council, or 1 of 2",
    "council",
    { projects: [taken, project("Pond", { lead: "council" }), own] },
    { projects: [taken, own] },
    "Barley alone leads 2 of 3 projects: “Path” and 1 more.",
  ],
  [
    "C5.1",
    "fewer than at either before, or as many",
    "council",
    { entries: events("council", 20, 15, 14) },
    { entries: events("council", 20, 15, 15) },
    "At the last 3 events it held 20, 15 and then 14 people came.",
  ],
  [
    "C5.1",
    "three events, or two",
    "council",
    { entries: events("council", 20, 15, 1) },
    { entries: events("council", 20, 1) },
  ],
  [
    "C5.1",
    "the council's own events, or joint ones",
    "council",
    { entries: events("council", 9, 8, 1) },
    { entries: events("joint", 9, 8, 1) },
  ],
  [
    "C5.2",
    "no decision, or one",
    "council",
    { projects: [takeover(false)] },
    { projects: [takeover(true)] },
    "The lead of 1 project went from the partnership to Barley with no decision on record: “Path” (oldest 15 days ago).",
  ],
  [
    "C5.2",
    "with the council still, or back",
    "council",
    { projects: [takeover(false)] },
    { projects: [takeover(false, "community")] },
  ],
  [
    "C5.2",
    "no lead for 90 days, or 89",
    "council",
    { projects: [unled(90)] },
    { projects: [unled(89)] },
    "1 project has had no lead for 90 days or more: “Path” (oldest 90 days).",
  ],
  [
    "C5.3",
    "credits itself, or both",
    "council",
    { entries: [item(9), item(8, { by: "community" })] },
    { entries: [item(9, { credits: "both" })] },
    "1 of 1 piece that Barley published on joint work in a year credits its own side alone: “publicity 9”. The oldest is 9 days old.",
  ],
  ["C5.3", "365 days ago, or 366", "council", { entries: [item(365)] }, { entries: [item(366)] }],
  [
    "C5.3",
    "nothing since, or one that credits both",
    "council",
    { entries: [item(9), item(10, { credits: "both" })] },
    { entries: [item(9), item(8, { credits: "both" })] },
  ],
  [
    "C5.3",
    "not checked before a poll, or checked",
    "council",
    { entries: [item(9, { credits: "both", election: "unchecked" })] },
    { entries: [item(9, { credits: "both", election: "checked" })] },
  ],
  [
    "C5.3",
    "on the first day of a pre-election period, or the day before",
    "council",
    { entries: [item(9, { credits: "both" })], periods: [{ from: ago(9), to: ago(-28) }] },
    { entries: [item(10, { credits: "both" })], periods: [{ from: ago(9), to: ago(-28) }] },
    "1 piece came out close to an election and was not checked: “publicity 9”. The oldest is 9 days old.",
  ],
  [
    "C5.3",
    "on the day of the poll, or the day after",
    "council",
    { entries: [item(9, { credits: "both" })], periods: [{ from: ago(40), to: ago(9) }] },
    { entries: [item(8, { credits: "both" })], periods: [{ from: ago(40), to: ago(9) }] },
  ],
  [
    "C5.3",
    "in a pre-election period and not checked, or checked",
    "council",
    { entries: [item(9, { credits: "both" })], periods: [{ from: ago(20), to: ago(-15) }] },
    {
      entries: [item(9, { credits: "both", election: "checked" })],
      periods: [{ from: ago(20), to: ago(-15) }],
    },
  ],
  [
    "C5.3",
    "its own, or the other side's",
    "community",
    { entries: [item(9, { by: "community" })] },
    { entries: [item(9)] },
  ],
  [
    "C5.4",
    "residents led 366 days ago, or 365",
    "council",
    { projects: [unheld], entries: [carriedOn(366)] },
    { projects: [unheld], entries: [carriedOn(365)] },
    "In a year no part of the joint work, with 1 open project, was noted as led by residents; the last time was 366 days ago.",
  ],
  [
    "C5.4",
    "residents hold no lead, or one",
    "council",
    { projects: [unheld] },
    { projects: [project("Path")] },
  ],
  [
    "C5.4",
    "an area 366 days old, or 365",
    "council",
    { projects: [unheld], since: ago(366) },
    { projects: [unheld], since: ago(365) },
  ],
  [
    "P5.1",
    "two ways, or three",
    "community",
    ways(3, "leaflet", "word"),
    ways(3, "leaflet", "word", "poster"),
    "In six months 1 event was told of in 2 ways.",
  ],
  ["P5.1", "184 days ago, or 183", "community", ways(184, "a", "b", "c"), ways(183, "a", "b", "c")],
  [
    "P5.1",
    "its own events fall, or the council's",
    "community",
    { since: ago(9), entries: events("community", 20, 15, 14) },
    { since: ago(9), entries: events("council", 20, 15, 14) },
  ],
  [
    "P5.3",
    "731 days ago, or 730",
    "community",
    { entries: [survey(731, "both")] },
    { entries: [survey(730, "both")] },
    "No survey of residents is recorded in the last 24 months.",
  ],
  [
    "P5.3",
    "one side alone, or both",
    "community",
    { entries: [survey(9, "other")] },
    { entries: [survey(9, "both")] },
    "1 survey was run by one side alone: “community-survey 9” (oldest 9 days ago).",
  ],
  [
    "P5.3",
    "alone at last, or together since",
    "community",
    { entries: [survey(20, "both"), survey(9, "own")] },
    { entries: [survey(20, "own"), survey(9, "both")] },
  ],
  ["P5.3", "an area 731 days old, or 730", "community", { since: ago(731) }, { since: ago(730) }],
];

testBoundaries(CASES);

// How many each component has for the council and for the community (the framework's own numbers).
const FRAMEWORK = { C1: 4, P1: 3, C2: 5, P2: 5, C3: 3, P3: 3, C4: 5, P4: 2, C5: 4, P5: 3 };

test("the framework's 37 are there, for the side their letter says or for both", () => {
  const wanted = Object.entries(FRAMEWORK).flatMap(([part, count]) =>
    Array.from({ length: count }, (_, at) => `${part}.${at + 1}`),
  );
  expect(wanted).toHaveLength(37);
  expect(actionRules.map(({ id }) => id)).toEqual(expect.arrayContaining(wanted));
  for (const rule of actionRules)
    expect(rule.for.map(({ side }) => side)).toContain(rule.id.startsWith("C") ? "council" : "community");
});
