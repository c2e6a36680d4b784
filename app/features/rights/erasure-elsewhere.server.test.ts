import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findDesk } from "~/composition/desk.server";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { systemClock, todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { buildRequest } from "../../../tests/builders/asked-request";
import { attachBytes } from "../../../tests/builders/attachment";
import { superuser } from "../../../tests/builders/erased";
import { buildNamed } from "../../../tests/builders/merging";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs } from "../../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { askErasure, decideErasure } from "./erasures.commands.server";
import { findOpenErasures } from "./erasures.queries.server";
import { answerErasure, lookAtFile } from "./erasures-elsewhere.commands.server";
import { findToldAreas } from "./erasures-elsewhere.queries.server";

const by = { clock: systemClock };
const today = todayBy(systemClock);

let db: TestDatabase;
let place: Place;
let client: Client;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock: systemClock });
  client = await superuser(db.name);
});
afterAll(async () => {
  await client.end();
  await closeDatabase();
  await db.drop();
});

/** Somebody both areas know, whom a request of each names. */
async function buildKnown(name: string): Promise<{ id: string; requests: string[] }> {
  const { area, community, council, outside } = place;
  const { id } = await buildNamed(place, name);
  const there = {
    ...{ id: newId(), area_id: outside.area.id, organisation_id: outside.area.partnershipId },
    relationship_id: null,
  };
  await client.query(
    `insert into appointment select one.* from appointment a, jsonb_populate_record(a, $2) one where a.person_id = $1 limit 1`,
    [id, there],
  );
  const title = `Asked ${name} about the gate`;
  const ours = { area: area.slug, council: council.slug, title };
  const theirs = { area: outside.area.slug, council: outside.council.slug, title };
  const requests = [
    await buildRequest(community.editor, ours, by),
    await buildRequest(outside.communityLead, theirs, by),
  ];
  return { id, requests };
}

const ask = (id: string) => {
  const input = { area: place.area.slug, id, reason: "asked" } as const;
  return mustRun(place.community.lead, askErasure, input, by);
};
const answer = (user: SignedIn, id: string, said: string) =>
  runAs(user, answerErasure, { area: place.outside.area.slug, id, answer: said }, by);
const decide = (id: string, said: "carry-out" | "decline" = "carry-out") =>
  runAs(place.admin, decideErasure, { id, answer: said, sure: "yes" }, by);

async function titlesOf(ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; title: string }>(
    "select id, title from record where id = any ($1)",
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.title ?? "");
}

const asAdmin = <T>(work: (tx: Parameters<typeof findToldAreas>[0]) => Promise<T>) =>
  inTransaction(`user:${place.admin.id}`, today, work);
const told = () => asAdmin((tx) => findToldAreas(tx, 50));
const wants = (user: SignedIn, area: string) =>
  readAs(user, area, systemClock, async (tx, actor) =>
    (await findDesk(tx, actor, today, 50)).items
      .filter(({ href }) => href.endsWith("/data"))
      .map(({ title }) => title),
  );

describe("an erasure that other areas have words for", () => {
  it("waits for their leads, who are told on their own page, and who may keep their words with a reason", async () => {
    const { outside, community, councilSide } = place;
    const { id, requests } = await buildKnown("Ottoline Brackenbury");
    expect(await wants(outside.communityLead, outside.area.slug)).toEqual([]);
    const erasure = await ask(id);
    // Each sees what is theirs to do: the lead of the other side here has words to look through too.
    expect(await wants(outside.communityLead, outside.area.slug)).toEqual(["Ottoline Brackenbury"]);
    expect(await wants(councilSide.lead, place.area.slug)).toEqual(["Ottoline Brackenbury"]);
    expect(await wants(councilSide.editor, place.area.slug)).toEqual([]);
    expect((await asAdmin(findOpenErasures)).map((one) => one.id)).toEqual([erasure.id]);
    expect(await told()).toMatchObject([{ area: "Elsewhere", answered: "waits", answeredOn: null }]);
    expect(await decide(erasure.id)).toMatchObject({
      status: "invalid",
      fields: { "": [/have not answered: 1/] },
    });
    expect((await answer(community.lead, id, "law")).status).toBe("absent");
    expect((await answer(outside.communityLead, id, "because")).status).toBe("invalid");
    expect((await answer(outside.communityLead, id, "law")).status).toBe("done");
    expect((await answer(outside.councilLead, id, "erase")).status).toBe("absent");
    expect(await wants(outside.communityLead, outside.area.slug)).toEqual([]);
    expect(await told()).toMatchObject([{ area: "Elsewhere", answered: "law", answeredOn: today }]);
    expect((await decide(erasure.id)).status).toBe("done");
    expect(await titlesOf(requests)).toEqual([
      "Asked [erased] about the gate",
      "Asked Ottoline Brackenbury about the gate",
    ]);
  });

  it("takes their words with it where they say so", async () => {
    const { id, requests } = await buildKnown("Peregrine Satterthwaite");
    const erasure = await ask(id);
    expect((await answer(place.outside.communityLead, id, "erase")).status).toBe("done");
    expect((await decide(erasure.id)).status).toBe("done");
    const erased = "Asked [erased] about the gate";
    expect(await titlesOf(requests)).toEqual([erased, erased]);
  });

  it("is carried out without who has not answered in a fortnight, and by nobody before, whatever a statement sends", async () => {
    const { id, requests } = await buildKnown("Isambard Wolstenholme");
    const erasure = await ask(id);
    const straight = asAdmin(
      (tx) => tx.$queryRaw`SELECT app.decide_erasure(${erasure.id}::uuid, true, now())`,
    );
    await expect(straight).rejects.toThrow("days to answer");
    await client.query(
      "update erasure set told_on = told_on - 14 where person_id = $1 and told_on is not null",
      [id],
    );
    expect((await decide(erasure.id)).status).toBe("done");
    expect((await titlesOf(requests))[1]).toBe("Asked Isambard Wolstenholme about the gate");
    expect((await told()).map(({ answered }) => answered)).toContain("silent");
  });

  it("asks nothing of anybody once it is declined, and nothing of an area that has no words", async () => {
    const { id } = await buildKnown("Leocadia Frobisher");
    const erasure = await ask(id);
    const before = await told();
    expect(before.filter(({ answered }) => answered === "waits")).toHaveLength(1);
    expect((await decide(erasure.id, "decline")).status).toBe("done");
    expect((await told()).filter(({ answered }) => answered === "waits")).toEqual([]);
    const alone = await buildNamed(place, "Theophania Wildgoose");
    await ask(alone.id);
    expect((await told()).filter(({ answered }) => answered === "waits")).toEqual([]);
  });

  it("has each file looked at by a person, and taken away by the side that added it, however old", async () => {
    const { community, councilSide, area } = place;
    const { id, requests } = await buildKnown("Cressida Hollingberry");
    const erasure = await ask(id);
    const file = await attachBytes(community.editor, requests[0] ?? "", by);
    await client.query("update attachment set attached_at = now() - interval '9 days' where id = $1", [file]);
    const look = (user: SignedIn, found: string) =>
      runAs(user, lookAtFile, { area: area.slug, id, file, found }, by);
    const state = async () => {
      const { rows } = await client.query(
        "select files -> 0 ->> 'found' as found, (select removed_at is not null from attachment where id = $2) as gone from erasure where id = $1",
        [erasure.id, file],
      );
      return rows[0];
    };
    expect((await look(community.editor, "clear")).status).toBe("absent");
    expect((await look(councilSide.lead, "clear")).status).toBe("done");
    expect(await state()).toEqual({ found: "clear", gone: false });
    expect((await look(councilSide.lead, "again")).status).toBe("done");
    expect(await state()).toEqual({ found: null, gone: false });
    expect((await look(councilSide.lead, "removed")).status).toBe("invalid");
    expect((await look(community.lead, "removed")).status).toBe("done");
    expect(await state()).toEqual({ found: "removed", gone: true });
    expect((await look(community.lead, "clear")).status).toBe("absent");
  });
});
