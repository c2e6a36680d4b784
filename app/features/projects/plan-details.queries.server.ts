import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { Side } from "../identity/actor";
import { STATE_WORDS, standings } from "./milestone";
import { findMilestoneRows } from "./milestone-rows.server";
import { flagsOf, STAGE_WORDS } from "./project";
import { findProjectRows } from "./project-rows.server";
import { bearerName, FLAG_WORDS } from "./project-words";

type SidesOf = (recordId: string) => Record<Side, string>;

/** The small words of projects on a line of the timeline: where they stand, who leads. */
export async function findProjectDetails(tx: Tx, ids: string[], sidesOf: SidesOf, today: Day) {
  const rows = await findProjectRows(tx, { id: { in: ids } });
  return new Map(
    rows.map(({ record, project }) => {
      const lead = project.lead ? [`Led by ${bearerName(project.lead, sidesOf(record.id))}`] : [];
      const flags = flagsOf(project, today).map((flag) => FLAG_WORDS[flag].tag);
      return [record.id, [STAGE_WORDS[project.stage], ...lead, ...flags]];
    }),
  );
}

/** The small words of milestones: whose they are, and whether they are done. Parts are counted among those asked for. */
export async function findMilestoneDetails(tx: Tx, ids: string[], sidesOf: SidesOf) {
  const rows = await findMilestoneRows(tx, { id: { in: ids } });
  const standing = standings(rows.map(({ milestone }) => milestone));
  return new Map(
    rows.map(({ record, milestone }) => {
      const state = standing.get(record.id)?.state ?? "planned";
      const whose = `For ${bearerName(milestone.owner, sidesOf(record.id))} to do`;
      return [record.id, [whose, STATE_WORDS[state]]];
    }),
  );
}
