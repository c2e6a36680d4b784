import { describe, expect, it } from "vitest";
import { scorer } from "../../composition/emitters.ts";
import { dayOf } from "../scoring/day.ts";
import { COMPONENTS, SIDES } from "../scoring/facts.ts";
import { methods } from "../scoring/methods/index.ts";
import { readExample } from "./example-fact.ts";
import { EXAMPLE_KINDS, FIRST_EXAMPLE } from "./example-record.ts";
import { EXAMPLE_MOST, exampleAddress, readExampleSearch } from "./example-search.server.ts";
import { methodFile, methodView } from "./method-view.ts";
import { printed } from "./printed.ts";
import { workingsOf } from "./workings.ts";

const asked = (address: string) => readExampleSearch(new URLSearchParams(address));

describe("the method as its page shows it", () => {
  it.each(methods)("lists every rule and number of $id", (method) => {
    const view = methodView(method);
    expect(view.indicators.map(({ id }) => id)).toEqual(method.rules.map(({ id }) => id));
    expect(view.indicators.every(({ weight }) => weight > 0)).toBe(true);
    const numbers =
      Object.keys(method.parameters).length - 1 + Object.keys(method.parameters.half_lives).length;
    expect(view.parameters).toHaveLength(numbers);
    expect(view.parameters.every(({ value }) => typeof value === "number")).toBe(true);
    const total = methodFile(method).weights.reduce((sum, { W }) => sum + W, 0);
    expect(total).toBeCloseTo(COMPONENTS.length, 5);
  });
});

describe("the calculator's address", () => {
  it("holds the whole example, and brings it back", () => {
    expect(asked("")).toEqual({ example: FIRST_EXAMPLE, changed: false });
    expect(asked(exampleAddress(FIRST_EXAMPLE))).toEqual({ example: FIRST_EXAMPLE, changed: false });
  });

  it("adds a record at the end, takes one out, and holds twelve at most", () => {
    const more = asked(`${exampleAddress(FIRST_EXAMPLE)}&add=mou&remove=1`);
    expect(more?.changed).toBe(true);
    expect(more?.example.lines.map(({ type }) => type)).toEqual([
      ...FIRST_EXAMPLE.lines.slice(1).map(({ type }) => type),
      "mou",
    ]);
    const lines = Array.from({ length: EXAMPLE_MOST }, () => ({ type: "aim" as const, values: {} }));
    const full = exampleAddress({ asOf: "2026-10-01", lines });
    expect(asked(`${full}&add=aim`)?.example.lines).toHaveLength(EXAMPLE_MOST);
    expect(asked(`${full}&r13.type=aim`)).toBeNull();
  });

  it.each([
    "x=1",
    "r1.type=thank-you",
    "r1.type=aim&r1.due=2026-01-01",
    "r1.due=2026-01-01",
    "remove=all",
    "r1.__proto__=1",
  ])("is not one with %s", (address) => expect(asked(`asOf=2026-10-01&${address}`)).toBeNull());

  it("keeps what is typed, right or wrong", () => {
    const wrong = asked("asOf=soon&r1.type=commitment&r1.due=tomorrow");
    expect(wrong?.example).toEqual({
      asOf: "soon",
      lines: [{ type: "commitment", values: { due: "tomorrow" } }],
    });
  });
});

describe("an example", () => {
  it("of every kind is read as facts once its choices are made", () => {
    for (const { type, fields } of EXAMPLE_KINDS) {
      const values = Object.fromEntries(
        fields.map(({ key, takes }) => [
          key,
          takes === "day" ? "2026-09-16" : takes === "number" ? "3" : (takes[0]?.value ?? ""),
        ]),
      );
      const read = readExample({ asOf: "2026-10-01", lines: [{ type, values }] });
      expect(read.problems, type).toEqual([]);
      expect(read.facts.map((fact) => fact.type)).toEqual([type]);
    }
  });

  it.each([
    ["commitment", { by: "council", due: "2026-02-30" }, "due", /2026-09-16/],
    ["commitment", { due: "2026-02-28" }, "by", /Choose/],
    ["commitment", { by: "parish" }, "by", /Choose/],
    ["meeting", { date: "2026-02-28" }, "status", /Choose/],
    ["meeting", { status: "held", notice_days: "-1" }, "notice_days", /whole number/],
    ["check-in", { side: "council", trust: "6" }, "trust", /1 to 5/],
    ["check-in", { side: "council", trust: "4.5" }, "trust", /whole number/],
  ] as const)("of a %s with %o says what to mend beside %s", (type, values, key, says) => {
    const { facts, problems } = readExample({ asOf: "2026-10-01", lines: [{ type, values }] });
    expect(facts).toEqual([]);
    expect([...new Set(problems.map((problem) => problem.key))]).toEqual([key]);
    expect(problems[0]?.says).toMatch(says);
  });

  it("wants a day to work it out on", () => {
    expect(readExample({ asOf: "", lines: [] }).problems).toEqual([
      { line: null, key: "asOf", says: "Write the day like this: 2026-09-16" },
    ]);
  });
});

describe("the workings", () => {
  const { facts } = readExample(FIRST_EXAMPLE);
  const found = scorer.score(facts, dayOf(FIRST_EXAMPLE.asOf));
  const workings = workingsOf(found, scorer.method);
  const mean = ({ mass, prior, evidence, sum }: (typeof workings.components)[number]["pooled"]) =>
    (mass * prior + sum) / (mass + evidence);

  it("lead from the sums printed to the score", () => {
    expect(workings.components.length).toBeGreaterThan(3);
    for (const { component, pooled, directions, together } of workings.components) {
      expect(mean(pooled)).toBeCloseTo(found.components[component].pooled / 100, 12);
      for (const side of SIDES) {
        expect(mean(directions[side])).toBeCloseTo(found.components[component][side].value / 100, 12);
      }
      expect(together.mean - together.cost).toBeCloseTo(found.components[component].value, 10);
    }
    const { overall } = workings;
    expect(overall.mean - overall.cost).toBeCloseTo(found.overall, 10);
    expect(overall.u).toBeCloseTo(overall.mean - overall.lowest, 12);
  });

  it("print four decimals and no minus nought", () => {
    expect([1 / 3, 0.5, 12, -0.00001].map(printed)).toEqual(["0.3333", "0.5", "12", "0"]);
  });
});
