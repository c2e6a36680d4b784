import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "~/features/people/people.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../../tests/builders/asked-request";
import { asMaintenance } from "../../../tests/builders/fixtures-records";
import { buildMerged } from "../../../tests/builders/merging";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { type Asking, askApi, buildToken } from "../../../tests/builders/program";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";

let db: TestDatabase;
let place: Place;
let token: string;
const path = () => `/areas/${place.area.slug}/requests`;
const ask = (one: Asking) => askApi(place, { token, ...one });
const askOne = () => buildRequest(place.community.editor, { area: place.area.slug }, place.by);

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  token = (await buildToken(place.community.editor, place)).token;
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("a list", () => {
  it("has as many entries on a page as are asked for, and says where the others are", async () => {
    for (let made = 0; made < 3; made++) await askOne();
    const { count } = (await ask({ path: path() })).body as { count: number };
    const of = async (search: string) => {
      const { status, headers, body } = await ask({ path: `${path()}?${search}` });
      const { items, pages } = body as { items: { id: string }[]; pages: number };
      return { status, link: headers.get("Link"), ids: items?.map((item) => item.id), pages };
    };
    const whole = await of("per=200");
    expect([whole.ids.length, whole.pages]).toEqual([count, 1]);
    const second = await of("per=2&page=2");
    expect([second.ids, second.pages]).toEqual([whole.ids.slice(2, 4), Math.ceil(count / 2)]);
    expect(second.link).toContain('per=2&page=1>; rel="first"');
    for (const per of ["0", "201", "-1", "2.5", "many", "1e9", ""])
      expect([per, (await ask({ path: `${path()}?per=${per}` })).status]).toEqual([per, 400]);
  });
});

describe("somebody who was made one with another", () => {
  it("is answered with the address of who they are now, to who sees that one and to nobody else", async () => {
    const { area, community, outside, by } = place;
    const person = { area: area.slug, organisation: "ours", role: "member" as const };
    const kept = (await mustRun(community.lead, addPerson, { ...person, name: "Kim Kept" }, by)).id;
    const merged = (await mustRun(community.lead, addPerson, { ...person, name: "Mo Merged" }, by)).id;
    await buildMerged(db, place, community.editor, { kept, merged });
    const now = `/areas/${area.slug}/people/${kept}`;
    const said = await ask({ path: `/areas/${area.slug}/people/${merged}` });
    expect([said.status, said.headers.get("Location")]).toEqual([308, `/api/v1${now}`]);
    expect((await ask({ path: now })).body).toMatchObject({ id: kept, name: "Kim Kept" });
    const stranger = (await buildToken(outside.communityLead, place)).token;
    const told = async (id: string, slug: string) => {
      const { status, body } = await ask({ path: `/areas/${slug}/people/${id}`, token: stranger });
      return { status, ...(body as object), instance: null };
    };
    const nobody = await told(crypto.randomUUID(), outside.area.slug);
    expect(nobody).toMatchObject({ status: 404 });
    expect(await told(merged, outside.area.slug)).toEqual(nobody);
    expect(await told(merged, area.slug)).toEqual(nobody);
  });
});

describe("an organisation", () => {
  it("is told as it is to the area, by its word", async () => {
    const { area, council, outside } = place;
    const list = (await ask({ path: `/areas/${area.slug}/organisations` })).body;
    const { items } = list as { items: { slug: string; side: string }[] };
    expect(items.find(({ slug }) => slug === council.slug)).toMatchObject({ side: "council" });
    const one = (await ask({ path: `/areas/${area.slug}/organisations/${council.slug}` })).body;
    expect(one).toMatchObject({ id: council.id, kinds: ["council"], isLocal: false });
    expect((one as { ties: unknown[] }).ties).toMatchObject([{ council: { slug: council.slug } }]);
    // Another council is in the public register: what it is elsewhere is not told.
    const other = await ask({ path: `/areas/${area.slug}/organisations/${outside.council.slug}` });
    expect([other.status, (other.body as { ties: unknown[] }).ties]).toEqual([200, []]);
    for (const name of ["nobody", "%25", crypto.randomUUID()])
      expect((await ask({ path: `/areas/${area.slug}/organisations/${name}` })).status).toBe(404);
  });

  it("of an area's own is not there for another", async () => {
    const id = crypto.randomUUID();
    await asMaintenance(db.ownerUrl, (client) =>
      client.query(
        "insert into organisation (id, slug, name, short_name, kinds, area_id) values ($1, 'ford-friends', 'Ford Friends', 'Ford', '{resident_group}', $2)",
        [id, place.area.id],
      ),
    );
    expect((await ask({ path: `/areas/${place.area.slug}/organisations/${id}` })).body).toMatchObject({
      isLocal: true,
    });
    const stranger = (await buildToken(place.outside.communityLead, place)).token;
    const asked = { path: `/areas/${place.outside.area.slug}/organisations/${id}`, token: stranger };
    expect((await ask(asked)).status).toBe(404);
  });
});
