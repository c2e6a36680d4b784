import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type AreaRow, type AreasPlan, planAreas } from "./areas-plan";
import type { CouncillorRow } from "./councillor";
import { type CouncilRow, type CouncilsPlan, planCouncils } from "./councils-plan";
import { lastListOn } from "./import";
import {
  findAreaSlugs,
  findImports,
  findKnownAreas,
  findKnownCouncillors,
  findKnownCouncils,
  findOrganisationSlugs,
} from "./imports.queries.server";
import { type PeoplePlan, planPeople } from "./people-plan";
import { type Located, type Reading, refused, wholeFile } from "./problem";

/** What these councils would change: the dry run, and the first half of carrying it out. */
export async function planCouncilRows(
  tx: Tx,
  rows: readonly Located<CouncilRow>[],
): Promise<Reading<CouncilsPlan>> {
  const value = planCouncils(rows, await findKnownCouncils(tx), await findOrganisationSlugs(tx));
  return { ok: true, value, notices: value.notices };
}

/** What these areas would change. */
export async function planAreaRows(tx: Tx, rows: readonly Located<AreaRow>[]): Promise<Reading<AreasPlan>> {
  const councils = await findKnownCouncils(tx);
  const byCode = new Map(councils.flatMap((council) => (council.code ? [[council.code, council]] : [])));
  return planAreas(rows, await findKnownAreas(tx), byCode, await findAreaSlugs(tx));
}

/** What this list of a council's people would change; refused for a day that has not come yet. */
export async function planPeopleRows(
  tx: Tx,
  rows: readonly Located<CouncillorRow>[],
  list: { councilId: string; on: Day; fullList: boolean; today: Day },
): Promise<Reading<PeoplePlan>> {
  const { councilId, on, fullList, today } = list;
  if (on > today) return refused([wholeFile(`The day of the list, ${on}, has not come yet.`)]);
  const known = await findKnownCouncillors(tx, councilId);
  const last = lastListOn(await findImports(tx), councilId);
  return planPeople(rows, known, { on, fullList, lastListOn: last });
}
