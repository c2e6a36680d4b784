import { findOpenHandovers, type HandoverLine } from "~/features/handovers/handovers.queries.server";
import type { Day } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";

const WANTS = {
  prepare: "Handover note",
  accept: "Accept the handover",
  complete: "Meet who follows",
} as const;

/** The council's own posts that change hands in all its areas, with what each wants next and by when. */
export async function findCouncilHandovers(tx: Tx, where: Prisma.RecordWhereInput, today: Day) {
  const lines = await findOpenHandovers(tx, { AND: [where, { handover: { ofSide: "council" } }] }, today);
  return lines.flatMap((line) => {
    const wanted = line.next && { on: line.next.by, wants: WANTS[line.next.step], facts: factsOf(line) };
    return wanted ? [{ line: { id: line.id, areaId: line.areaId, title: titleOf(line) }, wanted }] : [];
  });
}

function titleOf({ outgoing, incoming, title }: HandoverLine): string {
  return `${incoming ? `${outgoing} to ${incoming}` : `${outgoing} leaves`}: ${title}`;
}

function factsOf({ incoming }: HandoverLine): string[] {
  return incoming ? [] : ["Nobody follows yet"];
}
