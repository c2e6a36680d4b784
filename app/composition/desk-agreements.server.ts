import { findMousWaiting, type MouWaiting } from "~/features/agreements/mous.queries.server";
import { findProposalsWaiting } from "~/features/agreements/proposal.queries.server";
import type { DeskItem } from "~/features/areas/desk";
import type { AreaActor } from "~/features/identity/actor";
import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { recordHref } from "./record-href";

const WANTS: Record<MouWaiting["wants"], string> = {
  agree: "An agreement is on the table: agree, or propose other words",
  sign: "Agreed by both: your side’s signature is not noted yet",
  "agree-review": "Its review is said to be done: waiting for your word",
  "answer-end": "The other side asks to end it: waiting for your word",
  review: "The day of its review: read it together",
  "what-follows": "An agreement comes to its end: say together what follows",
};

/** Days in which a proposal wants an answer (docs/method.md 3, F1). */
const ANSWER_DAYS = 14;

/** What agreements and proposals want of this actor's side; the end of an agreement is shown to both. */
export async function agreedAndProposed(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const agreements = await findMousWaiting(tx, actor, today);
  const proposals = await findProposalsWaiting(tx, actor);
  return [
    ...agreements.map(({ id, title, on, wants, pastItsDay }) => ({
      id,
      title,
      on,
      pastItsDay,
      wants: WANTS[wants],
      href: recordHref("mou", actor.areaSlug, id),
    })),
    ...proposals.map(({ id, title, on }) => ({
      id,
      title,
      on: addDays(on, ANSWER_DAYS),
      pastItsDay: addDays(on, ANSWER_DAYS) < today,
      wants: "A proposal waits for your side’s answer",
      href: recordHref("proposal", actor.areaSlug, id),
    })),
  ];
}
