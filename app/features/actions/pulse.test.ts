import { describe, expect, test } from "vitest";
import { look } from "../../../tests/builders/action-cases";
import type { QuestionId } from "../check-ins/questions";
import type { Side } from "../identity/actor";
import type { Evidence } from "./evidence";
import { actionRules } from "./rules";
import { ago, checkIn, evidence, gap, meeting, promise, request, TODAY } from "./sample-evidence";
import { answered, entry, waiting } from "./sample-registers";

type Row = readonly [question: QuestionId, id: string, of: Side | "either"];

// The table of docs/method.md 8, line by line.
const READ_BY: readonly Row[] = [
  ["recognition.2", "C1.2", "council"],
  ["recognition.2", "P1.1", "community"],
  ["recognition.3", "C1.1", "community"],
  ["trust.1", "C2.2", "community"],
  ["trust.2", "C2.1", "community"],
  ["dialogue.1", "C3.1", "either"],
  ["dialogue.2", "C3.3", "community"],
  ["dialogue.3", "P3.2", "council"],
  ["dialogue.3", "C3.1", "either"],
  ["flexibility.1", "C4.1", "community"],
  ["flexibility.1", "P4.1", "council"],
  ["flexibility.2", "C4.1", "either"],
  ["flexibility.2", "P4.1", "either"],
  ["flexibility.3", "C4.5", "community"],
  ["ownership.1", "C5.2", "community"],
  ["ownership.2", "C1.3", "either"],
  ["ownership.3", "C5.3", "community"],
];

// What closes each, on the day of the release.
const ON = 20;
const CLOSES: Readonly<Record<string, Partial<Evidence>>> = {
  "C1.1": { meetings: [meeting(ON, { how: "visit" })] },
  "C1.2": {
    entries: [
      entry("strength-named", 90, { of: "community" }, { recordedBy: "council", ...answered("used", ON) }),
    ],
  },
  "C1.3": { meetings: [meeting(ON, { projectIds: ["Path"] })] },
  "C2.1": { entries: [entry("briefing-given", ON)] },
  "C2.2": { promises: [promise("p", { endedOn: ago(ON) })] },
  "C3.1": { meetings: [meeting(ON)] },
  "C3.3": { requests: [request("r", 5, { answeredOn: ago(ON) })] },
  "C4.1": { entries: [entry("adaptation", ON, { by: "council" })] },
  "C4.5": { entries: [entry("procedure-barrier", 90, { of: "council" }, answered("dropped", ON))] },
  "C5.2": { entries: [entry("residents-lead", ON, {}, answered("agreed"))] },
  "C5.3": { entries: [entry("publicity", ON, { by: "council", joint: true, credits: "both" })] },
  "P1.1": { requests: [request("r", 5, { askedOn: ago(ON) })] },
  "P3.2": { meetings: [meeting(ON)] },
  "P4.1": { entries: [entry("adaptation", ON, { by: "community" })] },
};

const sideOf = (id: string): Side => (id.startsWith("C") ? "council" : "community");
const hears = (id: string, question: QuestionId, seen: Partial<Evidence>) =>
  look(id, sideOf(id), seen)?.state?.some((state) => state.endsWith(question)) ?? false;

test("the rules listen to what docs/method.md says, and to nothing else", () => {
  const listened = actionRules.flatMap(({ id, listens = [] }) =>
    listens.flatMap(({ side, questions }) => {
      expect(side).toBe(sideOf(id));
      return questions.map(({ question, of = "either" }) => [question, id, of].join(" "));
    }),
  );
  expect(listened.toSorted()).toEqual(READ_BY.map((row) => row.join(" ")).toSorted());
});

describe.each(READ_BY)("%s, read by %s, of %s", (question, id, of) => {
  const heard = (["council", "community"] as const).filter((side) => of === "either" || side === of);
  const unheard = (["council", "community"] as const).filter((side) => !heard.includes(side));
  test("below 3 of at least 3 answers, for a year", () => {
    for (const side of heard) {
      expect(hears(id, question, checkIn(365, side, question))).toBe(true);
      expect(hears(id, question, checkIn(366, side, question))).toBe(false);
      expect(hears(id, question, checkIn(5, side, question, 3))).toBe(false);
      expect(hears(id, question, checkIn(5, side, question, 1, 2))).toBe(false);
    }
  });
  test("of those asked about alone", () => {
    for (const side of unheard) expect(hears(id, question, checkIn(5, side, question, 1, 9))).toBe(false);
  });
  test("until it is answered: on the day of the release, and not the day before", () => {
    const [side = "community"] = heard;
    const closing = CLOSES[id] ?? {};
    expect(hears(id, question, { ...closing, ...checkIn(ON, side, question) })).toBe(false);
    expect(hears(id, question, { ...closing, ...checkIn(ON - 1, side, question) })).toBe(true);
  });
});

test("says what was asked, the mean and how many answered, after what the records say", () => {
  const said =
    "In the check-in released 5 days ago the partnership gave “They do what they say they will do.” 2.3 of 5 (4 answers).";
  const low = checkIn(5, "community", "trust.1", 2.3, 4);
  expect(look("C2.2", "council", low)).toMatchObject({ because: said, recordIds: [], since: ago(5) });
  expect(look("C2.2", "community", low)).toBeNull();
  const missed = ["a", "b", "c"].map((id) => promise(id, { state: "open", dueOn: ago(50) }));
  const both = look("C2.2", "council", { promises: missed, ...low });
  expect(both?.because).toMatch(new RegExp(`^3 of 3 .+ ${said.replaceAll(/[().]/g, "\\$&")}$`));
  expect(both?.since).toBe(ago(50));
});

describe("a flagged gap", () => {
  const seen = { ...checkIn(5, "community", "trust.1", 4), gaps: [gap], meetings: [meeting(6)] };
  test.each(["C3.1", "P3.2"])("is talked about first (%s), with both levels", (id) => {
    expect(look(id, sideOf(id), seen)).toMatchObject({
      outranks: "gap",
      because: expect.stringContaining(
        "On trust, the partnership puts Barley at 42 out of 100, and Barley puts the partnership at 75 out of 100.",
      ),
    });
  });
  test("of several says the widest in full, and both levels of each", () => {
    const more = {
      component: "dialogue",
      by: { community: 30.4, council: 52 },
      gap: { ...gap.gap, points: -21.6 },
    };
    const found = look("C3.1", "council", { ...seen, gaps: [more as typeof gap, gap] });
    expect(found?.because).toMatch(
      /^On trust, .+ 75 out of 100\..+ The two views are far apart too on dialogue \(30 and 52\)\.$/,
    );
  });
  test.each(["C3.1", "P3.2"])("until the two have met (%s)", (id) => {
    expect(look(id, sideOf(id), { ...seen, meetings: [meeting(5)] })).toBeNull();
  });
  test("that is not flagged calls for nothing", () => {
    expect(look("C3.1", "council", { ...seen, gaps: [] })).toBeNull();
  });
  test("is no reason for any other action", () => {
    for (const { id } of actionRules.filter((rule) => !["C3.1", "P3.2"].includes(rule.id)))
      expect(look(id, sideOf(id), seen)?.outranks).not.toBe("gap");
  });
});

test("what waits in an entry is not what was answered", () => {
  const barrier = entry("procedure-barrier", 90, { of: "council" }, waiting);
  expect(
    hears("C4.5", "flexibility.3", { entries: [barrier], ...checkIn(5, "community", "flexibility.3") }),
  ).toBe(true);
  expect(evidence().views).toBeNull();
  expect(TODAY).toBe(ago(0));
});
