import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readAreas } from "./areas-file.server";
import { type AreaRow, type HeldCouncil, type KnownArea, planAreas } from "./areas-plan";
import { readCouncils } from "./councils-file.server";
import type { Located, Reading } from "./problem";

const header =
  "big_local_id,name,wave,wave_announced,region,council_code_2012,council_gss_2012,county_code_2012,council_abolished,council_code_now,council_type_now,council_changed,ruc_cluster_now,imd_quintile_now";
const PLAIN = "XX001,Mill End,1,2010-07-27,South,MET,E08000901,,,MET,Metropolitan district,no,Urban,1";
const TIERS =
  "XX002,Brook (The Lanes),2,2012-02-29,South,BRK,E07000901,WEA,,BRK,Non-metropolitan district,no,Rural,";
const TAKEN =
  "XX003,Harbour,3,2012-12-10,South,BRK,E07000901,WEA,2023-03-31,WSU,Unitary authority,yes,Urban,2";
const TWO = `XX004,Both Banks,1,2010-07-27,South,"BRK,HIL","E07000901,E07000902",WEA,2023-03-31,WSU,Unitary authority,yes,Urban,2`;

const bytes = (...lines: string[]) => new TextEncoder().encode([header, ...lines].join("\n"));

function value<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems.slice(0, 5)));
  return reading.value;
}

const areas = (...lines: string[]) => value(readAreas(bytes(...lines)));
const relationships = (line: string) => areas(line)[0]?.value.relationships;

function problems(...lines: string[]) {
  const reading = readAreas(bytes(...lines));
  return reading.ok ? [] : reading.problems.map(({ line, column }) => [line, column]);
}

function held(rows: readonly Located<AreaRow>[]): KnownArea[] {
  return rows.map(({ value: area }) => ({
    ...area,
    id: `id-${area.code}`,
    relationships: area.relationships.map((row) => ({ ...row, id: `${area.code}-${row.council}` })),
  }));
}

const none: HeldCouncil = { gssCode: null, endsOn: null, county: null };

describe("an area's councils", () => {
  it("are one where there is one", () => {
    expect(relationships(PLAIN)).toMatchObject([{ council: "MET", startsOn: "2010-07-27", endsOn: null }]);
  });

  it("are district and county both", () => {
    expect(relationships(TIERS)).toMatchObject([
      { council: "BRK", endsOn: null },
      { council: "WEA", endsOn: null },
    ]);
  });

  it("end on the day a successor takes over, and it begins then", () => {
    const end = { startsOn: "2012-12-10", endsOn: "2023-04-01", takenOverBy: "WSU" };
    expect(relationships(TAKEN)).toMatchObject([
      { council: "BRK", ...end },
      { council: "WEA", ...end },
      { council: "WSU", startsOn: "2023-04-01", endsOn: null, takenOverBy: null },
    ]);
  });

  it("go on being two tiers where districts merge", () => {
    const merged = TAKEN.replace("WSU,Unitary authority", "NEW,Non-metropolitan district");
    expect(relationships(merged)).toMatchObject([
      { council: "BRK", endsOn: "2023-04-01", takenOverBy: "NEW" },
      { council: "WEA", endsOn: null },
      { council: "NEW", startsOn: "2023-04-01" },
    ]);
  });

  it("are all that a cell names, where an area lies in two districts", () => {
    expect(relationships(TWO)?.map((row) => [row.council, row.takenOverBy])).toEqual([
      ["BRK", "WSU"],
      ["HIL", "WSU"],
      ["WEA", "WSU"],
      ["WSU", null],
    ]);
    const each = TWO.replace(",WSU,", ',"ONE,TWO",');
    expect(
      relationships(each)
        ?.slice(0, 2)
        .map((row) => row.takenOverBy),
    ).toEqual(["ONE", "TWO"]);
    const into = TWO.replace(",WSU,Unitary authority", ",HIL,Non-metropolitan district");
    expect(relationships(into)?.map((row) => row.takenOverBy)).toEqual(["HIL", null, null]);
  });

  it.each<[string, string, unknown[]]>([
    ["no day of ending", TAKEN.replace("2023-03-31", ""), [[2, "council_abolished"]]],
    ["an ending and no change", PLAIN.replace(",,,MET", ",,2023-03-31,MET"), [[2, "council_abolished"]]],
    ["a change that is not marked", TAKEN.replace(",yes,", ",no,"), [[2, "council_changed"]]],
    ["an end before the beginning", TAKEN.replace("2023-03-31", "2003-03-31"), [[2, "council_abolished"]]],
    ["successors that do not pair", TAKEN.replace(",WSU,", ',"ONE,TWO",'), [[2, "council_code_now"]]],
    ["a GSS code too few", TWO.replace('"E07000901,E07000902"', "E07000901"), [[2, "council_gss_2012"]]],
    ["a wave in words", PLAIN.replace(",1,2010", ",one,2010"), [[2, "wave"]]],
    ["no council", PLAIN.replace(",MET,E08", ",,E08"), [[2, "council_code_2012"]]],
  ])("are refused with %s", (_what, line, wanted) => {
    expect(problems(line)).toEqual(wanted);
  });

  it("are refused where an area comes twice", () => {
    expect(problems(PLAIN, PLAIN)).toEqual([[3, "big_local_id"]]);
  });
});

describe("an areas plan", () => {
  const rows = areas(PLAIN, TIERS, TAKEN.replace("WEA", "WEB").replace("BRK", "HIL"));
  const councils = new Map(["MET", "BRK", "WEA", "WEB", "HIL", "WSU"].map((code) => [code, none]));

  it("creates an area, then its relationships, those that take over first", () => {
    const plan = value(planAreas(rows, [], councils, new Set(["harbour"])));
    expect(
      plan.steps.map((step) =>
        "slug" in step ? step.slug : "relationship" in step && step.relationship.council,
      ),
    ).toEqual(["mill-end", "MET", "brook", "BRK", "WEA", "harbour-xx003", "WSU", "HIL", "WEB"]);
  });

  it("is empty the second time", () => {
    const plan = value(planAreas(rows, held(rows), councils, new Set()));
    expect(plan).toEqual({ steps: [], unchanged: 3, notices: [] });
  });

  it("changes what differs, and leaves a start that is held", () => {
    const before = held(rows).map((area) => ({
      ...area,
      wave: 2,
      relationships: area.relationships.map((row) => ({
        ...row,
        startsOn: null,
        endsOn: null,
        takenOverBy: null,
      })),
    }));
    const [mill, , harbour] = before;
    if (!mill || !harbour) throw new Error("no areas");
    const plan = value(planAreas(rows.slice(0, 1), [mill], councils, new Set()));
    expect(plan.steps).toMatchObject([
      { kind: "change-area", changes: [{ field: "wave", before: "2", after: "1" }] },
      { kind: "change-relationship", changes: [{ field: "startsOn", before: null, after: "2010-07-27" }] },
    ]);
    const later = value(planAreas(rows.slice(2), [harbour], councils, new Set()));
    expect(later.steps.filter((step) => step.kind === "change-relationship")).toHaveLength(3);
  });

  it("is refused where the councils held say otherwise", () => {
    const refusal = (code: string, council: Partial<HeldCouncil> | undefined) => {
      const changed = new Map(councils);
      if (council) changed.set(code, { ...none, ...council });
      else changed.delete(code);
      const reading = planAreas(rows.slice(0, 1), [], changed, new Set());
      return reading.ok ? null : reading.problems[0]?.column;
    };
    expect(refusal("MET", undefined)).toBe("council_code_now");
    expect(refusal("MET", { gssCode: "E08000999" })).toBe("council_gss_2012");
    expect(refusal("MET", { county: "WEA" })).toBe("county_code_2012");
    expect(refusal("MET", { ...none, endsOn: rows[2]?.value.relationships[0]?.endsOn ?? null })).toBe(
      "council_abolished",
    );
    expect(refusal("MET", none)).toBeNull();
  });
});

const list = new URL("../../../../shared/data/big-local-areas.csv", import.meta.url);
const register = new URL("../../../../shared/data/english-councils.csv", import.meta.url);

describe.skipIf(!existsSync(list))(
  "the programme's list (skipped where the folder of real data is not here)",
  () => {
    const all = value(readAreas(existsSync(list) ? readFileSync(list) : bytes(PLAIN)));
    const councils = () =>
      new Map(value(readCouncils(readFileSync(register))).map((row) => [row.value.code, row.value]));

    it("is read whole, with county and successor where there is one", () => {
      expect(all).toHaveLength(120);
      expect(all.flatMap((row) => row.value.relationships)).toHaveLength(120 + 38 + 7);
      const littlemoor = all.find((row) => row.value.code === "BL036")?.value.relationships;
      expect(littlemoor?.map((row) => [row.council, row.endsOn, row.takenOverBy])).toEqual([
        ["WEY", "2019-04-01", "DST"],
        ["DOR", "2019-04-01", "DST"],
        ["DST", null, null],
      ]);
    });

    it("fits the register of councils, and changes nothing the second time", () => {
      const plan = value(planAreas(all, [], councils(), new Set()));
      expect(plan.steps.filter((step) => step.kind === "create-area")).toHaveLength(120);
      expect(new Set(plan.steps.flatMap((step) => ("slug" in step ? [step.slug] : []))).size).toBe(120);
      expect(value(planAreas(all, held(all), councils(), new Set())).steps).toEqual([]);
    });
  },
);
