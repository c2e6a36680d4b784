import { afterAll, beforeAll, expect, it } from "vitest";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inReading } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../builders/place";
import { createTestDatabase, type TestDatabase } from "../setup/database";

// What hangs on a row is read with it by joins, a preview feature of Prisma (docs/decisions/0022): what earlier versions
// of it were reported to get wrong.

let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const promise = async (title: string) => {
  const input = { area: "oakfield", bySide: "ours", title, dueOn: "2026-10-09", size: "small" } as const;
  return (await mustRun(place.community.editor, recordCommitment, input, place.by)).id;
};

const select = {
  id: true,
  recordedAt: true,
  occurredOn: true,
  commitment: {
    select: {
      dueOn: true,
      redatings: true,
      record: { select: { recordedAt: true, occurredOn: true, area: { select: { slug: true } } } },
    },
  },
} as const;

it("finds several by their ids at once, with instants and days the same however they are reached", async () => {
  const ids = [
    await promise("Mend the gate"),
    await promise("Paint the bench"),
    await promise("Plant a tree"),
  ];
  const reader = `user:${place.community.reader.id}` as const;
  const rows = await inReading(reader, todayBy(place.clock), (tx) =>
    Promise.all(ids.map((id) => tx.record.findUnique({ where: { id }, select }))),
  );
  expect(rows.map((row) => row?.id)).toEqual(ids);
  for (const row of rows) {
    expect(row?.recordedAt).toEqual(place.clock.now());
    const { dueOn, redatings, record } = row?.commitment ?? {};
    expect({ dueOn, redatings }).toEqual({ dueOn: new Date("2026-10-09"), redatings: [] });
    const { recordedAt, occurredOn } = row ?? {};
    expect(record).toEqual({ recordedAt, occurredOn, area: { slug: "oakfield" } });
  }
});

it("gives nothing of what row security hides, through a relation either", async () => {
  const id = await promise("Hang a sign");
  const stranger = `user:${place.outside.communityLead.id}` as const;
  const seen = await inReading(stranger, todayBy(place.clock), async (tx) => ({
    record: await tx.record.findUnique({ where: { id }, select }),
    // An organisation is a register's; whom it has in the area, and what hangs on that, is not.
    council: await tx.organisation.findUnique({
      where: { id: place.council.id },
      select: { shortName: true, memberships: true },
    }),
  }));
  expect(seen.record).toBeNull();
  expect(seen.council?.memberships).toEqual([]);
});
