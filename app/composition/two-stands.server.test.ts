import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRelationship } from "~/features/areas/areas.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { assessPerson } from "~/features/people/assessments.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { recordPersonNote } from "~/features/records/notes.commands.server";
import { findKeptAboutPerson } from "~/features/rights/kept-data.queries.server";
import { findWordsNaming } from "~/features/rights/words-naming.queries.server";
import { dayToDate, toDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { buildPlace, buildUser, mustRun, type Place } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { beginDisclosure } from "./disclosures.commands.server";
import type { SignedIn } from "./execution.server";

let db: TestDatabase;
let place: Place;
/** Leads the partnership of Oakfield, and the far council for Elsewhere alone. That council works in Oakfield too. */
let both: SignedIn;
/** Leads the partnerships of both areas. */
let twice: SignedIn;
let person: string;
const NAME = "Wilhelmina Oakeshott";

async function lead(user: SignedIn, organisationId: string, areaId: string | null) {
  const membership = { userId: user.id, organisationId, role: "lead", areaId } as const;
  await mustRun(place.admin, giveMembership, { ...membership, startsOn: "2020-01-01" }, place.by);
}

/** What one side thinks of them, in words to look for. */
async function think(user: SignedIn, area: string, words: string) {
  const view = { area, id: person, interest: 3, influence: 3, stance: "champion" } as const;
  await mustRun(user, assessPerson, { ...view, note: `${words} assessment of ${NAME}` }, place.by);
  const note = { area, id: person, level: "side", text: `${words} note on ${NAME}` } as const;
  await mustRun(user, recordPersonNote, note, place.by);
}

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  const { admin, area, outside, by } = place;
  const tie = { areaId: area.id, councilId: outside.council.id, startsOn: "2020-01-01" } as const;
  await mustRun(admin, createRelationship, tie, by);
  both = await buildUser("Bo Both");
  await lead(both, area.partnershipId, area.id);
  await lead(both, outside.council.id, outside.area.id);
  twice = await buildUser("Tova Twice");
  await lead(twice, area.partnershipId, null);
  await lead(twice, outside.area.partnershipId, null);
  const added = {
    area: area.slug,
    name: NAME,
    organisation: outside.council.slug,
    role: "councillor",
  } as const;
  person = (await mustRun(place.community.lead, addPerson, added, by)).id;
  await asMaintenance(db.ownerUrl, (client) =>
    client.query("update appointment set area_id = null where person_id = $1", [person]),
  );
  await think(place.community.lead, area.slug, "Oakfield’s");
  await think(outside.communityLead, outside.area.slug, "Elsewhere’s");
  await think(outside.councilLead, area.slug, "The far council’s");
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const asBoth = <T>(work: (tx: Tx) => Promise<T>) =>
  inTransaction(`user:${both.id}`, todayBy(place.clock), (tx) => work(tx));

const leads = (organisation: string, area: string | null) =>
  asBoth(async (tx) => {
    const [row] = await tx.$queryRaw<{ leads: boolean }[]>`
      SELECT app.leads(${organisation}::uuid, ${area}::uuid) AS leads`;
    return row?.leads;
  });

describe("who leads one organisation in one area and another in another", () => {
  it("leads each where they do, and neither where the other works", async () => {
    const { area, outside } = place;
    const [ours, theirs] = [area.partnershipId, outside.council.id];
    expect([await leads(ours, area.id), await leads(theirs, outside.area.id)]).toEqual([true, true]);
    expect([await leads(theirs, area.id), await leads(ours, outside.area.id)]).toEqual([false, false]);
    expect([await leads(theirs, null), await leads(ours, null)]).toEqual([false, false]);
  });

  it("gives and sees no role of the one’s in the other’s area, whatever a command forgets to ask", async () => {
    const { area, outside, clock, by } = place;
    const friend = await buildUser("Fay Friend");
    const role = { userId: friend.id, organisationId: outside.council.id, role: "lead" as const };
    const row = { ...role, side: "council" as const, startsOn: dayToDate(todayBy(clock)) };
    const give = (areaId: string) =>
      asBoth((tx) => tx.membership.createMany({ data: [{ ...row, id: newId(), areaId }] }));
    expect(await give(outside.area.id)).toEqual({ count: 1 });
    await expect(give(area.id)).rejects.toThrow(/row-level security/);
    expect(await statusOf(both, giveMembership, { ...role, areaId: area.id }, by)).toBe("forbidden");
  });

  it("sees and prepares no answer of the one’s in the other’s area", async () => {
    const { area, outside, by } = place;
    const asked = { law: "information", receivedOn: "2026-09-01", asked: "All of it" } as const;
    const begin = (user: SignedIn, slug: string, reference: string) =>
      mustRun(user, beginDisclosure, { ...asked, area: slug, reference }, by);
    await begin(outside.councilLead, area.slug, "Theirs");
    await begin(both, area.slug, "Ours");
    await begin(both, outside.area.slug, "The council’s");
    const seen = await asBoth((tx) => tx.disclosure.findMany({ select: { reference: true } }));
    expect(seen.map(({ reference }) => reference).sort()).toEqual(["Ours", "The council’s"]);
    const row = { ...asked, byUserId: both.id, reference: "By hand", recordedAt: by.clock.now() };
    const write = (areaId: string, organisationId: string) =>
      asBoth((tx) =>
        tx.disclosure.createMany({
          data: [{ ...row, id: newId(), areaId, organisationId, receivedOn: dayToDate(toDay("2026-09-01")) }],
        }),
      );
    await expect(write(area.id, outside.council.id)).rejects.toThrow(/row-level security/);
    await expect(write(outside.area.id, area.partnershipId)).rejects.toThrow(/row-level security/);
    expect(await write(area.id, area.partnershipId)).toEqual({ count: 1 });
    const reach = await asBoth((tx) => tx.disclosure.updateMany({ data: { finishedOn: null } }));
    expect(reach).toEqual({ count: 3 });
  });
});

describe("what is kept about somebody, asked in one area", () => {
  const given = (user: SignedIn, area: string) =>
    readAs(user, area, place.clock, async (tx, actor) =>
      JSON.stringify([
        await findKeptAboutPerson(tx, [actor], person),
        await findWordsNaming(tx, actor, [NAME]),
      ]),
    );
  const found = async (user: SignedIn, area: string) => {
    const words = await given(user, area);
    return ["Oakfield’s", "Elsewhere’s", "The far council’s"].map((whose) =>
      ["assessment", "note"].filter(
        (what) => words.includes(`${whose} ${what} on`) || words.includes(`${whose} ${what} of`),
      ),
    );
  };
  const all = ["assessment", "note"];

  it("is that side’s there, and the database alone shows the account no more", async () => {
    const { area, outside } = place;
    const noted = await asBoth((tx) =>
      tx.note.findMany({ where: { personId: person }, select: { text: true } }),
    );
    expect(noted).not.toEqual([]);
    expect(noted.filter(({ text }) => text.includes("The far council’s"))).toEqual([]);
    expect(await found(both, area.slug)).toEqual([all, [], []]);
    expect(await found(both, outside.area.slug)).toEqual([[], [], []]);
    expect(await found(outside.councilLead, area.slug)).toEqual([[], [], all]);
  });

  it("is of that area alone for who leads both partnerships", async () => {
    expect(await found(twice, place.area.slug)).toEqual([all, [], []]);
    expect(await found(twice, place.outside.area.slug)).toEqual([[], all, []]);
    const kept = await given(twice, place.area.slug);
    expect(kept).toContain("Who they are");
    expect(kept).toContain("Posts");
  });
});
