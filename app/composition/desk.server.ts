import { type Desk, type DeskItem, orderDesk } from "~/features/areas/desk";
import { findOpenCommitments } from "~/features/commitments/commitments.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { findMeetingsToWriteUp, findNextMeeting } from "~/features/meetings/meetings.queries.server";
import type { RecordKind } from "~/features/records/record";
import { findOpenRequests } from "~/features/requests/request.queries.server";
import { addDays, type Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { agreedAndProposed } from "./desk-agreements.server";
import { checkInsToAnswer } from "./desk-check-ins.server";
import { notedAndWanted } from "./desk-entries.server";
import { erasuresToLookAt } from "./desk-erasures.server";
import { leaversAndEmptyPosts } from "./desk-handovers.server";
import { planned } from "./desk-plans.server";
import { recordHref } from "./record-href";

/** Days ahead from which an own promise is on the desk. */
const SOON_DAYS = 14;

/** What an area wants of this actor's side today: answers, yeses, promises, meetings to write up; most pressing first. */
export async function findDesk(tx: Tx, actor: AreaActor, today: Day, most: number): Promise<Desk> {
  // Of a closed area nothing is wanted any more.
  if (actor.closed) return { items: [], more: [], next: null };
  // First, whatever else waits: it is soon done, and soon over.
  const first = await checkInsToAnswer(tx, actor, today);
  const items = first.concat(
    orderDesk([
      ...(await promised(tx, actor, today)),
      ...(await asked(tx, actor, today)),
      ...(await unwritten(tx, actor, today)),
      ...(await planned(tx, actor, today)),
      ...(await agreedAndProposed(tx, actor, today)),
      ...(await leaversAndEmptyPosts(tx, actor, today)),
      ...(await notedAndWanted(tx, actor, today)),
      ...(await erasuresToLookAt(tx, actor, today)),
    ]),
  );
  const next = await findNextMeeting(tx, actor, today);
  return {
    items: items.slice(0, most),
    more: items.slice(most),
    next: next && {
      title: next.title,
      href: hrefOf(actor, "meeting", next.id),
      on: next.on,
      startsAt: next.startsAt,
      place: next.place,
    },
  };
}

function hrefOf(actor: AreaActor, kind: RecordKind, id: string): string {
  return recordHref(kind, actor.areaSlug, id);
}

async function promised(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const open = await findOpenCommitments(tx, actor, today);
  return open.flatMap(({ id, title, dueOn, daysPast, state, bySide, waitingOn }): DeskItem[] => {
    const item = { id, title, href: hrefOf(actor, "commitment", id), on: dueOn };
    if (bySide === actor.side && state === "open") {
      const past = daysPast > 0;
      if (dueOn > addDays(today, SOON_DAYS)) return [];
      return [
        {
          ...item,
          wants: past ? "Your side’s promise, past its day" : "Your side’s promise",
          pastItsDay: past,
        },
      ];
    }
    if (waitingOn !== actor.side) return [];
    const wants =
      state === "done" ? "Said to be done: waiting for your yes" : "Waiting for a word from your side";
    return [{ ...item, wants, pastItsDay: false }];
  });
}

async function asked(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const open = await findOpenRequests(tx, actor, today);
  return open
    .filter(({ waitingOn }) => waitingOn === actor.side)
    .map(({ id, title, targetOn, pastTarget, answered }) => ({
      id,
      title,
      href: hrefOf(actor, "request", id),
      on: targetOn,
      wants: answered ? "Answered: say how straight the answer was" : "Waiting for your side’s answer",
      pastItsDay: !answered && pastTarget > 0,
    }));
}

async function unwritten(tx: Tx, actor: AreaActor, today: Day): Promise<DeskItem[]> {
  const meetings = await findMeetingsToWriteUp(tx, actor, today);
  return meetings.map(({ id, title, on }) => ({
    id,
    title,
    href: hrefOf(actor, "meeting", id),
    on,
    wants: "Planned for a day that has passed: say how it went",
    pastItsDay: true,
  }));
}
