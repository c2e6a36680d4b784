import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { baseSelect, toBase, visibleTo } from "../records/record.queries.server";
import { daysPast, hopedForBy, stageOf } from "./evidence";
import { evidenceSelect, toEntry } from "./evidence-rows.server";

/** What the other side noted, or put forward, that waits for this actor's side. Of one's own making only the latter. */
export async function findEvidenceWaiting(tx: Tx, actor: AreaActor, today: Day) {
  const rows = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        { kind: "evidence", evidence: { answerBySide: actor.side, answeredOn: null } },
        { OR: [{ side: { not: actor.side } }, { evidence: { proposedOn: { not: null } } }] },
      ],
    },
    orderBy: [{ occurredOn: "asc" }, { id: "asc" }],
    select: { ...baseSelect, evidence: { select: evidenceSelect } },
    take: 200,
  });
  return rows.flatMap(({ evidence, ...row }) => {
    if (evidence === null) return [];
    const base = toBase(row);
    const entry = toEntry(evidence, base);
    return {
      id: base.id,
      title: base.title,
      ask: entry.kind.answer?.ask ?? "",
      proposed: stageOf(entry) === "proposed",
      on: hopedForBy(entry) ?? base.occurredOn,
      pastItsDay: daysPast(entry, today) > 0,
    };
  });
}
