import { getHandoverPage } from "~/features/handovers/handover.queries.server";
import { ROLE_WORDS } from "~/features/handovers/handover-item";
import {
  findPost,
  findPostsToLeave,
  findSuccessors,
  type Post,
} from "~/features/handovers/successors.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { findNamesNow, type NameNow } from "~/features/people/names-now.queries.server";
import { roleLabel } from "~/features/people/person";
import type { RecordKind } from "~/features/records/record";
import { addDays } from "~/platform/calendar/day";
import { formatDay } from "~/ui/format-date";
import { findOpenItems } from "./open-items.server";
import { recordHref } from "./record-href";
import type { Reading } from "./request.server";

/** Everything a handover's page shows; null where this actor sees no such handover. */
export async function findHandoverView(actor: AreaActor, { tx, today }: Reading, id: string) {
  const found = await getHandoverPage(tx, actor, id, today);
  if (!found) return null;
  const { items, metAt, meetings, outgoing, incoming, postId, ...view } = found;
  const area = actor.areaSlug;
  const person = (one: { id: string; name: string }) => ({ ...one, href: `/areas/${area}/people/${one.id}` });
  const held = { personId: outgoing.id, relationshipId: view.relationshipId };
  const open = view.state === "withdrawn" ? [] : await findOpenItems({ tx, actor, today }, held);
  const post = view.can.includes("name-incoming") ? await findPost(tx, actor, postId) : null;
  return {
    ...view,
    outgoing: person(outgoing),
    incoming: incoming && person(incoming),
    metAt: metAt && { ...metAt, href: recordHref("meeting", area, metAt.id) },
    meetings: meetings.map(({ on, ...one }) => ({ ...one, on: formatDay(on) })),
    successors: post ? await findSuccessors(tx, actor, post, today) : [],
    open: open.map(({ id: itemId, title, role }) => ({
      id: itemId,
      title,
      role: ROLE_WORDS[role] ?? role,
      href: recordHref(KIND_OF[role], area, itemId),
    })),
    moved: items.map(({ item, ...one }) => ({
      ...one,
      item: item.id,
      title: item.title,
      href: recordHref(item.kind as RecordKind, area, item.id),
    })),
  };
}

const KIND_OF = {
  "promised-by": "commitment",
  "promised-to": "commitment",
  "asked-of": "request",
  "holds-milestone": "milestone",
  "leads-project": "project",
} as const satisfies Record<string, RecordKind>;

const YEAR = 365;

/** The posts somebody can be said to leave, as choices, with the last day of each that is known. */
export async function findLeaverChoices(actor: AreaActor, { tx, today }: Reading) {
  const posts = await findPostsToLeave(tx, actor, addDays(today, -YEAR));
  const nameNow = await findNamesNow(tx, actor);
  return posts.map((post) => ({ id: post.id, label: labelOf(post, nameNow), endsOn: post.endsOn }));
}

function labelOf({ person, role, topic, organisation }: Post, nameNow: NameNow): string {
  return [person.name, roleLabel(role), topic, nameNow(organisation)].filter(Boolean).join(", ");
}
