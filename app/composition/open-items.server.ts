import { findOpenCommitments } from "~/features/commitments/commitments.queries.server";
import type { OpenItem } from "~/features/handovers/handover-item";
import type { AreaActor } from "~/features/identity/actor";
import { standings } from "~/features/projects/milestone";
import { findMilestoneRows } from "~/features/projects/milestone-rows.server";
import { isClosed } from "~/features/projects/project";
import { findProjectRows } from "~/features/projects/project-rows.server";
import { aboutRelationship, visibleTo } from "~/features/records/record.queries.server";
import { findRequestsHeldBy } from "~/features/requests/request-holder.queries.server";
import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";

type Asked = { tx: Tx; actor: AreaActor; today: Day };
type Held = { personId: string; relationshipId: string | null };

/** Everything open that somebody holds in an area, as far as this actor sees it; of one relationship where named. */
export async function findOpenItems(asked: Asked, held: Held): Promise<OpenItem[]> {
  const { tx, actor } = asked;
  const requests = await findRequestsHeldBy(tx, actor, held.personId, held.relationshipId);
  return [
    ...(await promisesOf(asked, held)),
    ...requests.map(({ id, title }) => ({ id, title, role: "asked-of" as const })),
    ...(await milestonesOf(asked, held)),
    ...(await projectsOf(asked, held)),
  ];
}

async function promisesOf({ tx, actor, today }: Asked, { personId, relationshipId }: Held) {
  const about = relationshipId ? { personId, relationshipId } : { personId };
  const open = await findOpenCommitments(tx, actor, today, about);
  return open.map(({ id, title, byPersonId }): OpenItem => {
    return { id, title, role: byPersonId === personId ? "promised-by" : "promised-to" };
  });
}

function seenOf({ actor }: Asked, { relationshipId }: Held): Prisma.RecordWhereInput {
  return {
    AND: [visibleTo(actor), relationshipId ? aboutRelationship(actor, relationshipId) : {}],
  };
}

async function milestonesOf(asked: Asked, held: Held): Promise<OpenItem[]> {
  const rows = await findMilestoneRows(asked.tx, seenOf(asked, held));
  // Parts tell what they are part of, whoever holds them.
  const standing = standings(rows.map(({ milestone }) => milestone));
  return rows.flatMap(({ record: { id, title }, columns }) => {
    const holds = [columns.councilPersonId, columns.communityPersonId].includes(held.personId);
    return holds && standing.get(id)?.state === "planned" ? [{ id, title, role: "holds-milestone" }] : [];
  });
}

async function projectsOf(asked: Asked, held: Held): Promise<OpenItem[]> {
  const led: Prisma.RecordWhereInput = { project: { leadPersonId: held.personId } };
  const rows = await findProjectRows(asked.tx, { AND: [seenOf(asked, held), led] });
  return rows
    .filter(({ project }) => !isClosed(project))
    .map(({ record: { id, title } }) => ({ id, title, role: "leads-project" }));
}
