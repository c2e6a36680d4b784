import { z } from "zod";
import { daySchema } from "~/platform/calendar/day-schema";
import { type AreaCouncils, areaRelationships } from "./area-councils";
import type { AreaFacts, AreaRow } from "./areas-plan";
import { readCsv } from "./csv-file";
import type { CsvFormat } from "./csv-header";
import { type FileProblem, type Located, type Reading, refused } from "./problem";
import { codes, maybe, maybeDay, oneOf, pattern, readCells, text } from "./row-cells.server";

const COUNCIL_WORDS =
  "A council's code is three to five capital letters; put several in one cell with commas between.";
const councilCodes = codes(/^[A-Z]{3,5}$/, COUNCIL_WORDS);
const someCodes = (list: typeof councilCodes) =>
  list.refine((each) => each.length > 0, { error: "This is empty." });
const TWO_TIER = {
  "Non-metropolitan district": true,
  "Unitary authority": false,
  "Metropolitan district": false,
  "London borough": false,
};
const YES_NO = { yes: true, no: false };

const lineSchema = z
  .strictObject({
    big_local_id: pattern(/^[A-Z]{2}\d{3}$/, "An area's code is two capital letters and three digits."),
    name: text(),
    wave: pattern(/^[1-9]$/, "A wave is a number from 1 to 9."),
    wave_announced: daySchema,
    region: text(),
    council_code_2012: someCodes(councilCodes),
    council_gss_2012: codes(/^E\d{8}$/, "A GSS code is E and eight digits."),
    county_code_2012: councilCodes,
    council_abolished: maybeDay,
    council_code_now: someCodes(councilCodes),
    council_type_now: oneOf(TWO_TIER),
    council_changed: oneOf(YES_NO),
    ruc_cluster_now: maybe(text()),
    imd_quintile_now: maybe(pattern(/^[1-5]$/, "A fifth is a number from 1 (most deprived) to 5.")),
  })
  .transform((cells): { facts: AreaFacts; councils: AreaCouncils } => ({
    facts: {
      code: cells.big_local_id,
      name: cells.name,
      wave: Number(cells.wave),
      region: cells.region,
      ruralUrban: cells.ruc_cluster_now,
      deprivationQuintile: cells.imd_quintile_now === null ? null : Number(cells.imd_quintile_now),
    },
    councils: {
      announcedOn: cells.wave_announced,
      councilsThen: cells.council_code_2012,
      gssThen: cells.council_gss_2012,
      counties: cells.county_code_2012,
      now: cells.council_code_now,
      abolished: cells.council_abolished,
      twoTierNow: cells.council_type_now,
      changed: cells.council_changed,
    },
  }));

// Read for their codes alone; the councils' names and types of 2012 are for people who read the file.
const FORMAT: CsvFormat = {
  required: [
    "big_local_id",
    "name",
    "wave",
    "wave_announced",
    "region",
    "council_code_2012",
    "council_gss_2012",
    "county_code_2012",
    "council_abolished",
    "council_code_now",
    "council_type_now",
    "council_changed",
    "ruc_cluster_now",
    "imd_quintile_now",
  ],
  otherColumns: "ignore",
};

/**
 * The areas of a file in the form of the programme's list, each with its relationships: district and county both,
 * councils then and now. An area over several districts has their codes in one cell, with commas between.
 */
export function readAreas(bytes: Uint8Array): Reading<readonly Located<AreaRow>[]> {
  const csv = readCsv(bytes, FORMAT);
  if (!csv.ok) return csv;
  const { values, problems } = readCells(csv.value, lineSchema);
  const areas = values.map(({ line, value }) => {
    const { relationships, problems: found } = areaRelationships(value.councils);
    problems.push(...found.map((problem) => ({ line, ...problem })));
    return { line, value: { ...value.facts, relationships } };
  });
  problems.push(...twice(areas));
  if (problems.length > 0) return refused(problems);
  return { ok: true, value: areas, notices: csv.notices };
}

function twice(areas: readonly Located<AreaRow>[]): FileProblem[] {
  const first = new Map<string, number>();
  return areas.flatMap(({ line, value }) => {
    const before = first.get(value.code);
    if (before === undefined) first.set(value.code, line);
    if (before === undefined) return [];
    return [{ line, column: "big_local_id", message: `Line ${before} has ${value.code} too.` }];
  });
}
