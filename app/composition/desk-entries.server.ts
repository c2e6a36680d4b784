import { findAimsWaiting } from "~/features/aims/aims-waiting.queries.server";
import type { DeskItem } from "~/features/areas/desk";
import { findEvidenceWaiting } from "~/features/evidence/evidence-waiting.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { recordHref } from "./record-href";

/** What entries and aims of the other side want of this actor's side: an answer, an acknowledgement, a word. */
export async function notedAndWanted(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const entries = await findEvidenceWaiting(tx, actor, today);
  const aims = await findAimsWaiting(tx, actor, today);
  return [
    ...entries.map(({ ask, proposed, ...item }) => ({
      ...item,
      wants: proposed
        ? "An ending is put forward: agree, or say how it ended"
        : `Waiting for your side: ${ask}`,
      href: recordHref("evidence", actor.areaSlug, item.id),
    })),
    ...aims.map(({ belief, ...item }) => ({
      ...item,
      wants: belief ? "What they believe you want: is that right?" : "An aim of theirs, to acknowledge",
      href: recordHref("aim", actor.areaSlug, item.id),
    })),
  ];
}
