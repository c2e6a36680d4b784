import { existsSync, readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type CouncillorRow, type KnownCouncillor, plainName } from "./councillor";
import { afterSteps } from "./people-after";
import { readPeople } from "./people-file.server";
import { type ListTaken, type PeoplePlan, planPeople } from "./people-plan";
import type { Located, Reading } from "./problem";

const header = "Name,Party,Ward,Telephone,Email,Page";
const page = (uid: number) => `https://council.example/member.aspx?UID=${uid}`;
const ANN = `Councillor Ann Lee,Green Party,East,020 7946 0001,ann@council.example,${page(1)}`;
const BOB = `Councillor Bob Ray,Labour,West,NA,NA,${page(2)}`;
const CY = `Councillor Cy Fox,Labour,West,,,${page(3)}`;

const bytes = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join("\n"));

function value<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
  return reading.value;
}

/** Lists of one council taken in one after another. */
function council(...byHand: KnownCouncillor[]) {
  let known: readonly KnownCouncillor[] = byHand;
  let lastListOn: ListTaken["lastListOn"] = null;
  const plan = (on: string, rows: readonly Located<CouncillorRow>[], fullList = true) =>
    planPeople(rows, known, { on: toDay(on), fullList, lastListOn });
  const take = (on: string, rows: readonly Located<CouncillorRow>[], fullList = true): PeoplePlan => {
    const taken = value(plan(on, rows, fullList));
    known = afterSteps(known, taken.steps, (id) => `person-${id}`);
    lastListOn = taken.on;
    return taken;
  };
  return { take, plan, people: () => known };
}

const list = (...lines: string[]) => value(readPeople(bytes(...lines)));
const kinds = (plan: PeoplePlan) =>
  plan.steps.map((step) =>
    step.kind === "changed" ? `${step.what}: ${step.before} → ${step.after}` : step.kind,
  );

describe("a list of councillors", () => {
  it("gives each with the council's id; NA and nothing are nothing", () => {
    expect(list(ANN, BOB).map((row) => row.value)).toMatchObject([
      { externalId: "1", name: "Councillor Ann Lee", email: "ann@council.example" },
      { externalId: "2", telephone: null, email: null },
    ]);
  });

  it("leaves a vacant seat out and says so", () => {
    const reading = readPeople(bytes(ANN, "Vacant,,North,,,"));
    expect(reading).toMatchObject({
      ok: true,
      notices: [{ line: 3, message: "A vacant seat in North, left out." }],
    });
    expect(value(reading)).toHaveLength(1);
  });

  it.each<[string, string, unknown[]]>([
    ["no id", ANN.replace("?UID=1", ""), [[2, "Page"]]],
    ["an id that is no number", ANN.replace("UID=1", "UID=one"), [[2, "Page"]]],
    ["two ids", ANN.replace("UID=1", "UID=1&uid=2"), [[2, "Page"]]],
    ["no address", ANN.replace(page(1), "UID=1"), [[2, "Page"]]],
    ["a broken e-mail", ANN.replace("ann@", "ann"), [[2, "Email"]]],
    ["no name", ANN.replace("Councillor Ann Lee", ""), [[2, "Name"]]],
  ])("is refused with %s", (_what, line, wanted) => {
    const reading = readPeople(bytes(line));
    expect(reading.ok ? [] : reading.problems.map((problem) => [problem.line, problem.column])).toEqual(
      wanted,
    );
  });
});

describe("a people plan", () => {
  it("makes everybody of a first list, from a day nobody knows; then nothing", () => {
    const { take, plan } = council();
    expect(take("2024-01-10", list(ANN, BOB)).steps).toMatchObject([
      { kind: "joined", on: null },
      { kind: "joined", on: null },
    ]);
    expect(value(plan("2024-01-10", list(ANN, BOB)))).toMatchObject({ steps: [], unchanged: 2 });
    expect(value(plan("2024-02-10", list(BOB, ANN)))).toMatchObject({ steps: [], unchanged: 2 });
  });

  it("sees who joined and, in a full list alone, who left", () => {
    const { take, plan, people } = council();
    take("2024-01-10", list(ANN, BOB));
    expect(value(plan("2024-05-10", list(ANN, CY), false)).steps).toMatchObject([
      { kind: "joined", on: "2024-05-10" },
    ]);
    expect(take("2024-05-10", list(ANN, CY)).steps).toMatchObject([
      { kind: "joined", line: 3, on: "2024-05-10" },
      { kind: "left", line: null, ward: "West", on: "2024-05-10" },
    ]);
    expect(people().map((person) => person.posts)).toEqual([
      [{ startsOn: null, endsOn: null }],
      [{ startsOn: null, endsOn: "2024-05-10" }],
      [{ startsOn: "2024-05-10", endsOn: null }],
    ]);
  });

  it("sees every change of a person who stays the same, spelling included", () => {
    const { take, people } = council();
    take("2024-01-10", list(ANN));
    const married = `Councillor Ann Lee-Fox,Green Parties,North,020 7946 0002,a.fox@council.example,${page(1)}`;
    expect(kinds(take("2024-02-10", list(married)))).toEqual([
      "name: Councillor Ann Lee → Councillor Ann Lee-Fox",
      "party: Green Party → Green Parties",
      "ward: East → North",
      "email: ann@council.example → a.fox@council.example",
      "telephone: 020 7946 0001 → 020 7946 0002",
    ]);
    expect(people()).toHaveLength(1);
  });

  it("takes a detail away in a full list alone", () => {
    const { take, plan } = council();
    take("2024-01-10", list(ANN));
    const without = list(ANN.replace("ann@council.example", "NA"));
    expect(kinds(value(plan("2024-02-10", without, false)))).toEqual([]);
    expect(kinds(take("2024-02-10", without))).toEqual(["email: ann@council.example → null"]);
  });

  it("knows somebody who comes back: a new post of the same person", () => {
    const { take, people } = council();
    take("2024-01-10", list(ANN, BOB));
    take("2024-05-10", list(BOB));
    const back = ANN.replace("East", "North").replace("ann@", "ann.lee@");
    expect(kinds(take("2024-09-10", list(BOB, back)))).toEqual([
      "returned",
      "email: ann@council.example → ann.lee@council.example",
    ]);
    expect(people()[0]).toMatchObject({
      personId: "person-1",
      ward: "North",
      posts: [
        { startsOn: null, endsOn: "2024-05-10" },
        { startsOn: "2024-09-10", endsOn: null },
      ],
    });
    expect(people()).toHaveLength(2);
  });

  it("tells of a namesake with another id and keeps the two apart", () => {
    const { take, plan } = council();
    take("2024-01-10", list(ANN));
    const reading = plan(
      "2024-05-10",
      list(ANN.replace("Councillor Ann", "Cllr. Mrs Ann").replace("UID=1", "UID=9")),
    );
    expect(kinds(value(reading))).toEqual(["joined", "left"]);
    expect(reading).toMatchObject({ notices: [{ line: 2, column: "Name" }] });
  });

  it("refuses a list older than the last, and an id twice", () => {
    const { take, plan } = council();
    take("2024-05-10", list(ANN));
    expect(plan("2024-05-09", list(ANN))).toMatchObject({ ok: false, problems: [{ line: null }] });
    expect(plan("2024-05-10", list(ANN, ANN))).toMatchObject({
      ok: false,
      problems: [{ line: 3, column: "Page" }],
    });
  });
});

describe("people entered by hand", () => {
  const byHand = (personId: string, name: string, email: string | null, inPost = true): KnownCouncillor => ({
    ...{ personId, name, email, externalId: null, party: null, ward: null, telephone: null },
    posts: inPost ? [{ startsOn: null, endsOn: null }] : [],
  });

  it("are found by e-mail, then by name, and given their id", () => {
    const { take, people } = council(
      byHand("p1", "Annie", "ANN@council.example"),
      byHand("p2", "Bob Ray", null, false),
    );
    expect(
      take("2024-01-10", list(ANN, BOB)).steps.map((step) => [step.kind, "by" in step && step.by]),
    ).toEqual([
      ["linked", "email"],
      ["changed", false],
      ["changed", false],
      ["changed", false],
      ["changed", false],
      ["changed", false],
      ["linked", "name"],
      ["appointed", false],
      ["changed", false],
    ]);
    expect(people().map((person) => person.externalId)).toEqual(["1", "2"]);
  });

  it("are not found where two have the name, and leave with a full list", () => {
    const { take } = council(byHand("p1", "Bob Ray", null), byHand("p2", "Cllr Bob Ray", null));
    expect(kinds(take("2024-01-10", list(BOB)))).toEqual(["joined", "left", "left"]);
  });

  it("have names that titles, accents and marks do not change", () => {
    expect(plainName("Councillor Dr. Zoë O’Neill-Fox MBE")).toBe("zoe oneill fox");
  });
});

const folder = new URL("../../../../shared/data/councillor-lists/", import.meta.url);

describe.skipIf(!existsSync(folder))(
  "eight real lists (skipped where the folder of real data is not here)",
  () => {
    const EVENTS = { ward: "ward_changed", party: "party_changed", email: "email_changed" };

    it("in the order of their days give every change there was, and no other", () => {
      const { take } = council();
      const files = readdirSync(folder)
        .filter((name) => /-\d{4}-\d\d-\d\d\.csv$/.test(name))
        .sort();
      const found: string[] = [];
      let last = "";
      for (const file of files) {
        const on = file.slice(-14, -4);
        const { steps } = take(on, value(readPeople(readFileSync(new URL(file, folder)))));
        for (const step of last === "" ? [] : steps) {
          if (step.kind === "linked" || step.kind === "appointed") throw new Error(step.kind);
          const uid = "personId" in step ? step.personId.replace("person-", "") : step.councillor.externalId;
          const [event, before, after] =
            step.kind === "changed"
              ? [EVENTS[step.what as keyof typeof EVENTS], step.before ?? "NA", step.after ?? "NA"]
              : [
                  step.kind,
                  step.kind === "left" ? step.ward : "",
                  step.kind === "left" ? "" : step.councillor.ward,
                ];
          found.push([last, on, uid, event, step.name, before, after].join("|"));
        }
        last = on;
      }
      const wanted = parse(readFileSync(new URL("trafford-changes-expected.csv", folder))).slice(1);
      expect(files).toHaveLength(8);
      expect(wanted.length).toBeGreaterThan(60);
      expect(found.sort()).toEqual(wanted.map((row) => row.join("|")).sort());
    });
  },
);
