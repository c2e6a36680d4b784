import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { defineCommand } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";

const command = defineCommand<Actor>();

const own = { areaId: null, relationshipId: null, organisationId: null, side: null } as const;

// One's own membership on a side, while it is in force: a feed is of nothing else.
async function subjectMembership({ tx, actor, today }: { tx: Tx; actor: Actor; today: Day }, id: string) {
  const day = dayToDate(today);
  const running = { startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gt: day } }] };
  return tx.membership.findFirst({
    where: { id, userId: actor.userId, side: { not: null }, ...running },
    select: {
      id: true,
      organisation: { select: { shortName: true } },
      calendarFeed: { select: { endedAt: true } },
    },
  });
}

/** Makes the feed of a membership, or gives it another address: the one before opens nothing from then on. */
export const makeFeed = command({
  id: "feeds.make",
  input: z.strictObject({ membership: idSchema, tokenHash: z.string().regex(/^[0-9a-f]{64}$/) }),
  subject: (context, { membership }) => subjectMembership(context, membership),
  allow: () => true,
  async run({ tx, now }, { id, organisation }, { tokenHash }) {
    const made = { tokenHash, madeAt: now, lastUsedOn: null, endedAt: null };
    await tx.calendarFeed.upsert({
      where: { membershipId: id },
      create: { membershipId: id, ...made },
      update: made,
      select: { membershipId: true },
    });
    const data = { organisation: organisation.shortName };
    return { result: { id }, event: { ...own, subjectId: id, level: "personal", data } };
  },
  says: (data) => `made a calendar address for ${String(data.organisation)}`,
});

/** Ends the feed of a membership: from the next time a calendar asks it opens nothing. */
export const endFeed = command({
  id: "feeds.end",
  input: z.strictObject({ membership: idSchema }),
  subject: (context, { membership }) => subjectMembership(context, membership),
  allow: () => true,
  async run({ tx, now }, { id, organisation, calendarFeed }) {
    if (calendarFeed?.endedAt === null)
      await tx.calendarFeed.updateMany({ where: { membershipId: id }, data: { endedAt: now } });
    const data = { organisation: organisation.shortName };
    return { result: { id }, event: { ...own, subjectId: id, level: "personal", data } };
  },
  says: (data) => `ended the calendar address for ${String(data.organisation)}`,
});
