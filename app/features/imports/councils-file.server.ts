import { z } from "zod";
import type { Tier } from "../organisations/organisation";
import { type CouncilLine, checkCouncils, type HeldCouncils } from "./councils-check";
import type { CouncilRow } from "./councils-plan";
import { readCsv } from "./csv-file";
import type { CsvFormat } from "./csv-header";
import { type Located, type Reading, refused } from "./problem";
import { codes, maybe, maybeDay, oneOf, pattern, readCells, text } from "./row-cells.server";

const TIERS: Readonly<Record<string, Tier>> = {
  NMD: "district",
  CTY: "county",
  UA: "unitary",
  MD: "metropolitan",
  LBO: "london_borough",
  COMB: "combined",
  SRA: "strategic",
  CC: "city_corporation",
};

const CODE = /^[A-Z]{3,5}$/;
const CODE_WORDS = "A council's code is three to five capital letters.";

const lineSchema = z
  .strictObject({
    "local-authority-code": pattern(CODE, CODE_WORDS),
    "official-name": text(),
    "nice-name": text(),
    "gss-code": pattern(/^E\d{8}$/, "A GSS code is E and eight digits."),
    "start-date": maybeDay,
    "end-date": maybeDay,
    "replaced-by": codes(CODE, CODE_WORDS),
    region: maybe(text()),
    "local-authority-type": oneOf(TIERS),
    "county-la": maybe(pattern(CODE, CODE_WORDS)),
    "current-authority": oneOf({ True: true, False: false }),
  })
  .transform(
    (cells): CouncilLine => ({
      code: cells["local-authority-code"],
      name: cells["official-name"],
      shortName: cells["nice-name"],
      gssCode: cells["gss-code"],
      tier: cells["local-authority-type"],
      region: cells.region,
      startsOn: cells["start-date"],
      endsOn: null,
      county: cells["county-la"],
      successors: cells["replaced-by"],
      endDate: cells["end-date"],
      isCurrent: cells["current-authority"],
    }),
  );

const FORMAT: CsvFormat = {
  required: [
    "local-authority-code",
    "official-name",
    "nice-name",
    "gss-code",
    "start-date",
    "end-date",
    "replaced-by",
    "region",
    "local-authority-type",
    "county-la",
    "current-authority",
  ],
  otherColumns: "ignore",
};

/**
 * The councils of a file in the form of the national register (mySociety's list of UK local authorities), with the
 * days their successors take over. `held` are the councils already there, which a part of the register may name.
 */
export function readCouncils(
  bytes: Uint8Array,
  held: HeldCouncils = new Map(),
): Reading<readonly Located<CouncilRow>[]> {
  const csv = readCsv(bytes, FORMAT);
  if (!csv.ok) return csv;
  const { values, problems } = readCells(csv.value, lineSchema);
  // A row that was refused would make the rows that name it look wrong too.
  if (problems.length > 0) return refused(problems);
  const checked = checkCouncils(values, held);
  if (checked.problems.length > 0) return refused(checked.problems);
  return { ok: true, value: checked.councils, notices: csv.notices };
}
