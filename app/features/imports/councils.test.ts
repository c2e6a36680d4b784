import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { takeoverDay } from "./councils-check";
import { readCouncils } from "./councils-file.server";
import { type CouncilRow, type KnownCouncil, planCouncils } from "./councils-plan";
import type { Located } from "./problem";

const header =
  "local-authority-code,official-name,nice-name,gss-code,start-date,end-date,replaced-by,region,local-authority-type,county-la,current-authority";
const WEALD = "WEA,Wealdshire County Council,Wealdshire,E10000901,,2023-03-31,WSU,South,CTY,,False";
const BROOK = "BRK,Brook Borough Council,Brook,E07000901,,2023-03-31,WSU,South,NMD,WEA,False";
const UNITARY = "WSU,Wealdshire Council,Wealdshire,E06000901,2023-04-01,,,South,UA,,True";

const bytes = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join("\n"));

function councils(file: Uint8Array): readonly Located<CouncilRow>[] {
  const reading = readCouncils(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
  return reading.value;
}

function problems(...lines: string[]) {
  const reading = readCouncils(bytes(...lines));
  return reading.ok ? [] : reading.problems.map(({ line, column, message }) => [line, column, message]);
}

/** The register after a plan's rows are in it. */
function held(rows: readonly Located<CouncilRow>[]): KnownCouncil[] {
  return rows.map(({ value }) => ({
    ...value,
    id: `id-${value.code}`,
    successors: value.successors.flatMap((code) =>
      value.endsOn ? [{ code, takesOverOn: value.endsOn }] : [],
    ),
  }));
}

describe("the day a successor takes over", () => {
  it.each([
    ["2019-03-31", ["2019-04-01"], "2019-04-01"],
    ["2023-04-01", ["2023-04-01", "2023-04-01"], "2023-04-01"],
    ["2019-03-31", [], "2019-04-01"],
    ["2019-03-31", [null], "2019-04-01"],
    ["2019-03-31", ["2019-03-31"], "2019-03-31"],
    ["2021-04-01", ["1997-04-01"], "2021-04-01"],
    ["2024-02-29", ["2024-03-01"], "2024-03-01"],
  ])("of an end on %s with successors that start on %j is %s", (end, starts, day) => {
    const days = starts.map((start) => (start === null ? null : toDay(start)));
    expect(takeoverDay(toDay(end), days)).toBe(day);
  });
});

describe("a councils file", () => {
  it("gives councils with half-open validity, tier, county and successors", () => {
    expect(councils(bytes(BROOK, WEALD, UNITARY)).map((row) => row.value)).toMatchObject([
      {
        code: "BRK",
        tier: "district",
        county: "WEA",
        startsOn: null,
        endsOn: "2023-04-01",
        successors: ["WSU"],
      },
      { code: "WEA", tier: "county", county: null, endsOn: "2023-04-01" },
      { code: "WSU", tier: "unitary", startsOn: "2023-04-01", endsOn: null, successors: [] },
    ]);
  });

  it("takes a part of the register that names councils already held", () => {
    const part = bytes(BROOK);
    expect(readCouncils(part).ok).toBe(false);
    expect(
      readCouncils(
        part,
        new Map([
          ["WEA", null],
          ["WSU", toDay("2023-04-01")],
        ]),
      ).ok,
    ).toBe(true);
  });

  it.each<[string, string[], unknown[]]>([
    [
      "a day that is none",
      [UNITARY.replace("2023-04-01", "2023-02-30")],
      [[2, "start-date", expect.stringMatching(/real day.*2023-02-30/)]],
    ],
    [
      "a type unknown",
      [UNITARY.replace(",UA,", ",XX,")],
      [[2, "local-authority-type", expect.stringMatching(/“XX” is not one of: NMD/)]],
    ],
    [
      "a code in small letters",
      [UNITARY.replace("WSU", "wsu")],
      [[2, "local-authority-code", expect.stringMatching(/capital letters.*wsu/)]],
    ],
    ["no name", [UNITARY.replace("Wealdshire Council", "")], [[2, "official-name", "This is empty."]]],
    [
      "a successor unknown",
      [UNITARY, BROOK.replace("WEA", ""), WEALD.replace("WSU", "ZZZ")],
      [
        [3, "county-la", "A district needs the code of its county."],
        [4, "replaced-by", "ZZZ is neither in the file nor held."],
      ],
    ],
    [
      "a gap before the successor",
      [UNITARY.replace("2023-04-01", "2023-05-01"), WEALD],
      [[3, "replaced-by", expect.stringMatching(/2023-05-01, later/)]],
    ],
    [
      "one code twice",
      [UNITARY, UNITARY],
      [
        [3, "local-authority-code", "Line 2 has WSU too."],
        [3, "gss-code", "Line 2 has E06000901 too."],
      ],
    ],
    [
      "an end without a date",
      [WEALD.replace("2023-03-31", ""), UNITARY],
      [
        [2, "current-authority", "It is marked ended and has no end-date."],
        [2, "end-date", "It is replaced and has no end-date."],
      ],
    ],
    [
      "an end before its start",
      [WEALD.replace("E10000901,", "E10000901,2024-04-01"), UNITARY],
      [[2, "end-date", expect.stringMatching(/before it starts/)]],
    ],
    [
      "a county that is none",
      [UNITARY, BROOK.replace("WEA", "WSU")],
      [[3, "county-la", "WSU is no county council."]],
    ],
    [
      "a successor twice",
      [WEALD.replace("WSU", '"WSU,WSU"'), UNITARY],
      [[2, "replaced-by", expect.stringMatching(/twice/)]],
    ],
  ])("with %s is refused by line and column", (_what, lines, wanted) => {
    expect(problems(...lines)).toEqual(wanted);
  });
});

describe("a councils plan", () => {
  const rows = councils(bytes(BROOK, WEALD, UNITARY));

  it("creates counties before districts, gives slugs of their own to one name, then joins successors", () => {
    const plan = planCouncils(rows, [], new Set());
    expect(
      plan.steps.map((step) =>
        step.kind === "create-council"
          ? [step.council.code, step.slug]
          : "successor" in step && step.predecessor,
      ),
    ).toEqual([["WEA", "wealdshire-until-2023"], ["WSU", "wealdshire"], ["BRK", "brook"], "BRK", "WEA"]);
  });

  it("gives no slug that is taken", () => {
    const taken = new Set(["wealdshire", "wealdshire-until-2023", "brook"]);
    const slugs = planCouncils(rows, [], taken).steps.flatMap((step) => ("slug" in step ? [step.slug] : []));
    expect(slugs).toEqual(["wealdshire-wea", "wealdshire-wsu", "brook-until-2023"]);
  });

  it("is empty the second time", () => {
    expect(planCouncils(rows, held(rows), new Set())).toEqual({ steps: [], unchanged: 3, notices: [] });
  });

  it("changes what differs and leaves what the file does not name", () => {
    const before = held(rows).map((council) =>
      council.code === "BRK"
        ? {
            ...council,
            name: "Brook Council",
            successors: [{ code: "WSU", takesOverOn: toDay("2023-05-01") }],
          }
        : council,
    );
    const plan = planCouncils(rows.slice(0, 2), before, new Set());
    expect(plan.steps).toMatchObject([
      {
        kind: "change-council",
        changes: [{ field: "name", before: "Brook Council", after: "Brook Borough Council" }],
      },
      { kind: "change-succession", takesOverOn: "2023-04-01" },
    ]);
    expect(plan).toMatchObject({
      unchanged: 1,
      notices: [{ message: expect.stringContaining("Wealdshire Council") }],
    });
  });

  it("knows a council entered by hand again by its GSS code", () => {
    const byHand = held(rows).map((council) => ({
      ...council,
      code: council.code === "WSU" ? null : council.code,
    }));
    expect(planCouncils(rows, byHand, new Set()).steps).toMatchObject([
      { kind: "change-council", id: "id-WSU", changes: [{ field: "code", before: null, after: "WSU" }] },
    ]);
  });
});

const register = new URL("../../../../shared/data/english-councils.csv", import.meta.url);

describe.skipIf(!existsSync(register))(
  "the national register (skipped where the folder of real data is not here)",
  () => {
    const all = () => councils(readFileSync(register));
    const one = (code: string) => all().find((row) => row.value.code === code)?.value;

    it("is read whole", () => {
      const values = all().map((row) => row.value);
      const count = (tier: string) => values.filter((row) => row.tier === tier).length;
      expect(values).toHaveLength(380);
      expect(values.filter((row) => row.endsOn)).toHaveLength(48);
      expect([count("county"), count("combined"), count("strategic"), count("city_corporation")]).toEqual([
        27, 14, 1, 1,
      ]);
    });

    it("has its ends on the day of takeover, however the register writes them", () => {
      expect([...new Set(all().flatMap((row) => row.value.endsOn ?? []))].sort()).toEqual([
        "2019-04-01",
        "2020-04-01",
        "2021-04-01",
        "2023-04-01",
      ]);
      expect(one("WEY")).toMatchObject({ endsOn: "2019-04-01", successors: ["DST"], county: "DOR" });
      expect(one("CMA")).toMatchObject({ endsOn: "2023-04-01", successors: ["CBD", "WAF"], startsOn: null });
    });

    it("never has two councils of one name at once, and gives each a slug", () => {
      const plan = planCouncils(all(), [], new Set());
      const slugs = plan.steps.flatMap((step) => (step.kind === "create-council" ? [step.slug] : []));
      expect(new Set(slugs).size).toBe(380);
      expect(slugs).toEqual(expect.arrayContaining(["somerset", "somerset-until-2023", "north-yorkshire"]));
      expect([one("SOM")?.endsOn, one("SMT")?.startsOn]).toEqual(["2023-04-01", "2023-04-01"]);
      expect(plan.steps.filter((step) => step.kind === "add-succession")).toHaveLength(50);
    });

    it("changes nothing the second time", () => {
      expect(planCouncils(all(), held(all()), new Set()).steps).toEqual([]);
    });
  },
);
