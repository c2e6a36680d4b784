import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { contentOf } from "../../../tests/builders/content";
import { asMaintenance } from "../../../tests/builders/fixtures-records";
import { buildNamed } from "../../../tests/builders/merging";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPromise } from "../../../tests/builders/promise";
import { statusOf } from "../../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { giveMembership } from "../identity/accounts.commands.server";
import {
  mergeOrganisations,
  tellOrganisationsApart,
  undoOrganisationMerging,
} from "./organisation-merging.commands.server";
import { findOrganisationNow, findOrganisationPairs } from "./organisation-merging.queries.server";
import { createOrganisation } from "./organisations.commands.server";
import { findRegister } from "./organisations.queries.server";

let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const TODAY = toDay("2026-10-01");
const asAdmin = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(`user:${place.admin.id}`, TODAY, work);
const content = () => asMaintenance(db.ownerUrl, contentOf);
const make = async (name: string, kind: "council" | "agency" = "council", code?: string) =>
  (await mustRun(place.admin, createOrganisation, { name, kinds: [kind], code }, place.by)).id;

async function form(id: string, other: string) {
  const rows = await asAdmin((tx) =>
    tx.organisation.findMany({ where: { id: { in: [id, other] } }, select: { id: true, revision: true } }),
  );
  const of = (one: string) => rows.find((row) => row.id === one)?.revision ?? 0;
  return { id, other, revision: of(id), otherRevision: of(other) };
}

describe("two organisations become one", () => {
  it("with their areas, people and records; and two again, exactly", async () => {
    const { admin, by, council, area, councilSide } = place;
    await buildNamed(place, "Cora Councillor");
    const where = { area: area.slug };
    await buildPromise(councilSide.editor, { ...where }, by);
    const kept = await make("The Barley Borough Council", "council", "BRL");
    const before = await content();
    const sent = { ...(await form(kept, council.id)), names: "merged" as const };
    const { merging } = await mustRun(admin, mergeOrganisations, sent, by);
    const register = await asAdmin((tx) => findRegister(tx, { q: "barley borough", page: 1 }));
    expect(register.organisations.map(({ id, name }) => [id, name])).toEqual([
      [kept, "Barley Borough Council"],
    ]);
    expect(await asAdmin((tx) => findOrganisationNow(tx, council.id))).toBe(kept);
    // Who spoke for the one speaks for the other, and goes on.
    await buildPromise(councilSide.editor, { ...where, title: "Afterwards" }, by);
    await mustRun(admin, undoOrganisationMerging, { id: merging }, by);
    const after = await content();
    expect(after.organisation).toEqual(before.organisation);
    expect(after.membership).toEqual(before.membership);
    expect(after.appointment).toEqual(before.appointment);
    expect(after.relationship).toEqual(before.relationship);
    // What was recorded since stays with whom it was recorded for.
    expect(after.record?.length).toBe((before.record?.length ?? 0) + 1);
  });

  it("takes over the code that only the other has, which is unique", async () => {
    const [kept, merged] = [await make("Coded"), await make("Coded Council", "council", "COD")];
    const before = await content();
    const { merging } = await mustRun(place.admin, mergeOrganisations, await form(kept, merged), place.by);
    const row = await asAdmin((tx) => tx.organisation.findUniqueOrThrow({ where: { id: kept } }));
    expect(row.code).toBe("COD");
    await mustRun(place.admin, undoOrganisationMerging, { id: merging }, place.by);
    expect(await content()).toEqual(before);
  });
});

describe("who may, and what stands in the way", () => {
  it("admins alone", async () => {
    const [kept, merged] = [await make("Only Admins"), await make("Only Admins Too")];
    const sent = await form(kept, merged);
    for (const user of [place.community.lead, place.councilSide.lead]) {
      expect(await statusOf(user, mergeOrganisations, sent, place.by)).toBe("forbidden");
      const pair = { id: kept, other: merged };
      expect(await statusOf(user, tellOrganisationsApart, pair, place.by)).toBe("forbidden");
    }
    await expect(
      inTransaction(
        `user:${place.community.lead.id}`,
        TODAY,
        (tx) =>
          tx.$queryRaw`SELECT app.merge_organisations(${crypto.randomUUID()}::uuid, ${kept}::uuid, ${merged}::uuid, '{}', now())`,
      ),
    ).rejects.toThrow(/not theirs/);
  });

  it.each([
    ["of other kinds", async () => [place.council.id, await make("An Agency", "agency")], /different kinds/],
    ["with one area", async () => [place.council.id, place.county?.id ?? ""], /same area/],
  ] as const)("two %s", async (_, pair, words) => {
    const [kept = "", merged = ""] = await pair();
    const outcome = await runAs(place.admin, mergeOrganisations, await form(kept, merged), place.by);
    expect(outcome).toMatchObject({ status: "invalid", fields: { "": [expect.stringMatching(words)] } });
  });

  it("somebody who would stand on both sides of an area", async () => {
    const { admin, by, area, council, community } = place;
    const twin = await make("Barley Borough Twin");
    const both = {
      userId: community.editor.id,
      organisationId: twin,
      role: "reader",
      startsOn: "2020-01-01",
    } as const;
    await mustRun(admin, giveMembership, both, by);
    const outcome = await runAs(admin, mergeOrganisations, await form(council.id, twin), by);
    expect(outcome).toMatchObject({
      status: "invalid",
      fields: { "": [expect.stringMatching(/both sides/)] },
    });
    expect(area.slug).toBe("oakfield");
  });

  it("a form made before one of them changed", async () => {
    const [kept, merged] = [await make("Old Form"), await make("Old Form Two")];
    const sent = { ...(await form(kept, merged)), revision: 99 };
    expect(await statusOf(place.admin, mergeOrganisations, sent, place.by)).toBe("conflict");
  });
});

it("pairs of like names are suggested until somebody says that they are two", async () => {
  const [one, other] = [await make("Lookalike", "agency"), await make("The Lookalike Ltd", "agency")];
  const pairs = async () =>
    (await asAdmin(findOrganisationPairs)).filter(
      ({ a, b }) => [a.id, b.id].includes(one) && [a.id, b.id].includes(other),
    );
  expect(await pairs()).toHaveLength(1);
  await mustRun(place.admin, tellOrganisationsApart, { id: other, other: one }, place.by);
  expect(await pairs()).toHaveLength(0);
});
