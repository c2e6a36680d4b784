import { beforeAll, describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { enter, inTransaction, Prisma, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { buildPost } from "../builders/leaver";
import { buildLink } from "../builders/link";
import type { Place } from "../builders/place";
import { buildDonePromise } from "../builders/promise";
import { withPlace } from "../setup/with-place";

const TODAY = toDay("2026-10-01");
let place: Place;
let contact: string;
let own: string;
let other: string;
let link: string;

withPlace({}, async (built) => {
  place = built;
  contact = (await buildPost(place, place.community.lead, { organisation: place.council.slug })).id;
});
beforeAll(async () => {
  const done = () => buildDonePromise(place.community.editor, { area: place.area.slug }, place.by);
  [own, other] = [await done(), await done()];
  link = (await buildLink(place.community.lead, { id: own, personId: contact }, place.by)).id;
});

/** Runs statements as the link, by row security alone; what they write is undone. */
function asLink<T>(work: Parameters<typeof inTransaction<T>>[2], who = link): Promise<T> {
  return inTransaction<T>(`link:${who}`, TODAY, work);
}

async function countIn(table: string): Promise<number> {
  const rows = await asLink(
    (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM ${Prisma.raw(`"${table}"`)}`,
  );
  return rows[0]?.n ?? -1;
}

describe("the database, to a link", () => {
  it.each([
    ...["record", "commitment", "link", "person"].map((table) => [table, 1] as const),
    ["organisation", 2],
    // What the record said to the score before it was said to be done, and what it says since.
    ["scoring_fact", 2],
    ...["user", "membership", "event", "reply", "attachment", "note", "area", "relationship"].map(
      (table) => [table, 0] as const,
    ),
    ...["appointment", "person_change", "score_state", "session"].map((table) => [table, 0] as const),
  ] as const)("holds of %s: %i", async (table, rows) => {
    expect(await countIn(table)).toBe(rows);
  });

  it("keeps nothing of a principal that entered before in the same transaction", async () => {
    const settings = (tx: Tx) =>
      tx.$queryRaw<
        { name: string; value: string }[]
      >`SELECT name, current_setting('app.' || name, true) AS value
        FROM unnest(ARRAY['token', 'link', 'link_record', 'link_person', 'link_side', 'link_parties']) name
        WHERE current_setting('app.' || name, true) <> ''`;
    await asLink(async (tx) => {
      expect(await settings(tx)).not.toEqual([]);
      await enter(tx, `user:${place.community.reader.id}`, TODAY);
      expect(await settings(tx)).toEqual([]);
      await enter(tx, `link:${link}`, TODAY);
      await enter(tx, `link:${newId()}`, TODAY);
      expect(await settings(tx)).toEqual([]);
      expect(await tx.record.count()).toBe(0);
    });
    const token = newId();
    const made = {
      userId: place.community.editor.id,
      name: "A program",
      prefix: "cg_",
      tokenHash: "0".repeat(64),
    };
    const days = { createdAt: new Date(), lastDay: new Date("2027-01-01") };
    await inTransaction(`user:${place.community.editor.id}`, TODAY, async (tx) => {
      await tx.apiToken.createMany({ data: [{ id: token, ...made, ...days, mayWrite: true }] });
      await enter(tx, `token:${token}`, TODAY);
      expect((await settings(tx)).map(({ name }) => name)).toEqual(["token"]);
      await enter(tx, `user:${place.community.editor.id}`, TODAY);
      expect(await settings(tx)).toEqual([]);
    });
  });

  it("is that of one that opens nothing, where it is none", async () => {
    expect(await asLink((tx) => tx.record.count(), newId())).toBe(0);
    expect(await inTransaction(`link:${link}`, toDay("2026-10-29"), (tx) => tx.record.count())).toBe(0);
  });

  it.each([
    ["its words", "UPDATE record SET title = 'Another'"],
    ["its level", "UPDATE record SET level = 'side'"],
    ["its bin", "UPDATE record SET binned_at = now()"],
    ["its day", "UPDATE commitment SET due_on = '2030-01-01'"],
    ["how it ended", "UPDATE commitment SET withdrawn_on = '2026-10-01'"],
    ["how long the link opens", "UPDATE link SET expires_on = '2030-01-01'"],
    ["whose the link is", "UPDATE link SET person_id = gen_random_uuid()"],
  ])("lets it not change %s", async (_, statement) => {
    await expect(asLink((tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(/no more than its answer/);
  });

  it("lets it say nothing but in its contact's name, of its record, for their side", async () => {
    const reply = (instead: Partial<Prisma.ReplyCreateManyInput>) =>
      asLink((tx) => {
        const said = {
          recordId: own,
          byPersonId: contact,
          organisationId: place.council.id,
          side: "council",
        } as const;
        const data = { id: newId(), text: "Said", at: new Date(), ...said, ...instead };
        return tx.reply.createMany({ data: [data] });
      });
    const denied = /row-level security/;
    await expect(reply({ recordId: other })).rejects.toThrow(denied);
    await expect(reply({ byPersonId: null })).rejects.toThrow(denied);
    await expect(reply({ authorId: place.councilSide.lead.id })).rejects.toThrow(denied);
    await expect(reply({ organisationId: place.area.partnershipId })).rejects.toThrow(denied);
    await expect(reply({})).resolves.toEqual({ count: 1 });
  });

  it("lets it log nothing in another's name, or of another record", async () => {
    const event = (instead: Partial<Prisma.EventCreateManyInput>) =>
      asLink((tx) => {
        const about = { subjectId: own, areaId: place.area.id, relationshipId: place.council.relationshipId };
        const by = { principal: `link:${link}`, actorId: null, organisationId: place.council.id } as const;
        const entry = { id: newId(), at: new Date(), command: "x", level: "shared", data: {} } as const;
        return tx.event.createMany({ data: [{ ...entry, ...about, ...by, ...instead }] });
      });
    for (const wrong of [
      { subjectId: other },
      { actorId: place.community.lead.id },
      { principal: `user:${place.community.lead.id}` },
      { organisationId: place.area.partnershipId },
    ])
      await expect(event(wrong)).rejects.toThrow(/row-level security/);
    await expect(event({})).resolves.toEqual({ count: 1 });
  });
});
