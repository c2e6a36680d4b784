import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mergeOrganisations } from "~/features/organisations/organisation-merging.commands.server";
import { createOrganisation, setSuccessor } from "~/features/organisations/organisations.commands.server";
import { nameLead } from "~/features/people/leads.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { executionFor, type SignedIn } from "./execution.server";
import { findOrganisationFor } from "./organisation-page.server";

const TODAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;
const group = { id: newId(), slug: "friends-of-the-brook" };

/** The page as one user gets it. */
async function page(user: SignedIn, name: string, number = 1) {
  const { principal, actor } = executionFor(user, place.by);
  return inTransaction(principal, TODAY, (tx, stands) => {
    const reading = { tx, today: TODAY, now: place.by.clock.now() };
    return findOrganisationFor(actor(stands), reading, { name, page: number });
  });
}

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  const { area, community, council, by } = place;
  await asMaintenance(db.ownerUrl, async (client) => {
    await client.query(
      "insert into organisation (id, slug, name, short_name, kinds, area_id) values ($1, $2, $3, $3, '{resident_group}', $4)",
      [group.id, group.slug, "Friends of the Brook", area.id],
    );
    await client.query("update organisation set county_id = $1 where id = $2", [
      place.county?.id,
      council.id,
    ]);
  });
  const at = { area: area.slug, email: "" };
  const olu = { ...at, name: "Olu Officer", organisation: council.slug, role: "officer" } as const;
  const added = await mustRun(community.editor, addPerson, olu, by);
  await mustRun(community.editor, nameLead, { area: area.slug, id: added.appointmentId }, by);
  const bea = { ...at, name: "Bea Brook", organisation: group.slug, role: "volunteer" } as const;
  await mustRun(community.editor, addPerson, bea, by);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("a council's page", () => {
  it("says to everybody what it is, by its slug and by its id", async () => {
    const { council, county, outside, admin } = place;
    for (const user of [outside.communityLead, admin])
      for (const name of [council.slug, council.id])
        expect(await page(user, name)).toMatchObject({
          organisation: {
            name: council.name.concat(" Council"),
            tier: "district",
            county: { slug: county?.slug },
          },
          ties: [],
          people: [],
          count: 0,
        });
    const above = await page(outside.communityLead, county?.slug ?? "");
    expect(above?.organisation.districts).toEqual([{ slug: council.slug, name: "Barley Borough Council" }]);
  });

  it("shows its ties and its people to whoever works with it there", async () => {
    const { council, area, community, councilSide } = place;
    for (const user of [community.reader, councilSide.reader])
      expect(await page(user, council.slug)).toMatchObject({
        ties: [{ area: { slug: area.slug }, council: { slug: council.slug }, startsOn: "2020-01-01" }],
        people: [{ name: "Olu Officer", posts: ["Officer"], isLead: true }],
        count: 1,
        isRegister: false,
      });
  });

  it("shows many people a page at a time, each once whatever posts they hold", async () => {
    const { council, area, community } = place;
    await asMaintenance(db.ownerUrl, async (client) => {
      const many = "from generate_series(1, 60) as n";
      const person = "('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid";
      await client.query(
        `insert into person (id, name, recorded_by_organisation_id) select ${person}, 'Zed ' || lpad(n::text, 2, '0'), $1 ${many}`,
        [area.partnershipId],
      );
      for (const [at, role] of [
        [null, "officer"],
        [area.id, "officer"],
        [area.id, "councillor"],
      ])
        await client.query(
          `insert into appointment (id, person_id, organisation_id, area_id, role, level) select gen_random_uuid(), ${person}, $1, $2, $3, 'officer' ${many}`,
          [council.id, at, role],
        );
    });
    const first = await page(community.reader, council.slug);
    expect(first).toMatchObject({ count: 61, page: 1, pages: 2 });
    expect(first?.people).toHaveLength(50);
    const last = await page(community.reader, council.slug, 9_999);
    expect(last).toMatchObject({ count: 61, page: 2, pages: 2 });
    const names = [...(first?.people ?? []), ...(last?.people ?? [])].map(({ name }) => name);
    expect(new Set(names).size).toBe(61);
    expect(names.at(-1)).toBe("Zed 60");
    expect(last?.people.at(-1)).toMatchObject({
      posts: expect.arrayContaining(["Officer", "Councillor"]),
      href: expect.stringMatching(`^/areas/${area.slug}/people/`),
    });
    expect(last?.people.at(-1)?.posts).toHaveLength(2);
    await asMaintenance(db.ownerUrl, async (client) => {
      await client.query(
        "delete from appointment where person_id in (select id from person where name like 'Zed %')",
      );
      await client.query("delete from person where name like 'Zed %'");
    });
  });

  it("shows the other council of the area none of them", async () => {
    const county = place.county?.users.reader;
    if (!county) throw new Error("the place needs its county");
    expect(await page(county, place.council.slug)).toMatchObject({ ties: [], people: [], count: 0 });
  });

  it("says what came before it and after, and what it was made one with", async () => {
    const { admin, by, council, outside, community } = place;
    const next = { predecessorId: council.id, successorId: outside.council.id, takesOverOn: "2030-04-01" };
    await mustRun(admin, setSuccessor, next, by);
    const before = await page(community.reader, council.slug);
    expect(before?.organisation.successors).toMatchObject([{ slug: outside.council.slug, on: "2030-04-01" }]);
    const after = await page(community.reader, outside.council.slug);
    expect(after?.organisation.predecessors).toMatchObject([{ slug: council.slug, on: "2030-04-01" }]);

    const agency = async (name: string) =>
      mustRun(admin, createOrganisation, { name, kinds: ["agency"] }, by);
    const kept = await agency("Brook Homes");
    const twin = await agency("Brook Homes Ltd");
    const both = { id: kept.id, other: twin.id, revision: 1, otherRevision: 1 };
    await mustRun(admin, mergeOrganisations, both, by);
    expect((await page(community.reader, twin.slug))?.now?.slug).toBe(kept.slug);
  });
});

describe("a local group's page", () => {
  it("is there for its own area, on both sides, with its people", async () => {
    for (const user of [place.community.reader, place.councilSide.reader])
      for (const name of [group.slug, group.id])
        expect(await page(user, name)).toMatchObject({
          organisation: { name: "Friends of the Brook" },
          localTo: [{ slug: place.area.slug }],
          people: [{ name: "Bea Brook" }],
        });
  });

  it("is to everybody else, an admin too, as one that is not there", async () => {
    for (const user of [place.outside.communityLead, place.outside.councilLead, place.admin])
      for (const name of [group.slug, group.id, "no-such-group", newId(), "%", "../admin", ""])
        expect([user.name, name, await page(user, name)]).toEqual([user.name, name, null]);
  });

  it("is kept from another area by the database alone", async () => {
    const seen = (user: SignedIn) =>
      inTransaction(`user:${user.id}`, TODAY, (tx) => tx.organisation.count({ where: { id: group.id } }));
    expect(await seen(place.outside.communityLead)).toBe(0);
    expect(await seen(place.community.reader)).toBe(1);
  });
});
