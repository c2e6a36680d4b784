import { describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { findRecordCodes } from "~/composition/record-codes.server";
import { findTimeline } from "~/composition/timeline.server";
import { readTimelineFilter } from "~/composition/timeline-filter";
import { toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { buildRequest } from "../../../tests/builders/asked-request";
import { buildCode, buildCoding } from "../../../tests/builders/code";
import { BUILT_AT, buildUser, mustRun, type Place } from "../../../tests/builders/place";
import { buildPlainRecord } from "../../../tests/builders/plain-record";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { buildStudy } from "../../../tests/builders/study";
import { withPlace } from "../../../tests/setup/with-place";
import { findRecordPanel } from "../records/record-panel.queries.server";
import { binRecord, restoreRecord } from "../records/records.commands.server";
import { findAreaCodes, findCodeBook, findCodings } from "./coding.queries.server";
import { putCode, takeCodeOff } from "./codings.commands.server";

const CODE = "legacy-place";
const TODAY = toDay("2026-10-01");
const NOW = new Date(BUILT_AT);
let place: Place;
let researcher: SignedIn;

withPlace({ county: true }, async (built) => {
  place = built;
  researcher = await buildUser("Rae Researcher");
  await buildStudy(place, { members: [researcher] });
});

const ask = (user: SignedIn, change = {}) =>
  buildRequest(user, { area: place.area.slug, council: place.council.slug, ...change }, place.by);
const codesOf = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, place.clock, async (tx, actor) => {
    const panel = await findRecordPanel(tx, actor, id, NOW);
    return panel && findRecordCodes(tx, actor, panel);
  });

describe("a code on a record", () => {
  it("is put there by either side, seen by both with who put it, and taken off by that side alone", async () => {
    const { community, councilSide, by } = place;
    const id = await ask(community.editor);
    expect(await statusOf(councilSide.editor, putCode, { id, code: CODE }, by)).toBe("done");
    expect(await codesOf(community.reader, id)).toMatchObject({
      put: [{ slug: CODE, label: "A place that stays", by: "Barley Borough", on: TODAY, own: false }],
      choices: [],
    });
    expect((await codesOf(councilSide.lead, id))?.put).toMatchObject([{ own: true }]);
    const offered = (await codesOf(community.lead, id))?.choices.flatMap(({ options }) => options) ?? [];
    expect(offered).toHaveLength(25);
    expect(offered.map(({ value }) => value)).not.toContain(CODE);
    expect(await statusOf(community.lead, takeCodeOff, { id, code: CODE }, by)).toBe("forbidden");
    expect(await statusOf(councilSide.reader, takeCodeOff, { id, code: CODE }, by)).toBe("forbidden");
    expect(await statusOf(councilSide.lead, takeCodeOff, { id, code: CODE }, by)).toBe("done");
    expect(await statusOf(councilSide.lead, takeCodeOff, { id, code: CODE }, by)).toBe("absent");
    expect((await codesOf(community.reader, id))?.put).toEqual([]);
    expect(await statusOf(community.editor, putCode, { id, code: CODE }, by)).toBe("done");
  });

  it("is there once, whoever puts it there, also at the same moment", async () => {
    const { community, councilSide, by } = place;
    const id = await ask(community.editor);
    const both = [community.editor, councilSide.editor].map((user) =>
      runAs(user, putCode, { id, code: CODE }, by),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual(["done", "invalid"]);
    const again = await runAs(councilSide.editor, putCode, { id, code: CODE }, by);
    expect(again).toEqual({ status: "invalid", fields: { code: ["This code is there already"] } });
  });

  it("is for editors of the record's two sides", async () => {
    const { community, councilSide, county, outside, admin, by } = place;
    const id = await ask(community.editor);
    for (const reader of [community.reader, councilSide.reader])
      expect(await statusOf(reader, putCode, { id, code: CODE }, by)).toBe("forbidden");
    const strangers = [outside.communityLead, outside.councilLead, admin, researcher];
    for (const stranger of [...strangers, ...(county ? [county.users.lead] : [])])
      expect(await statusOf(stranger, putCode, { id, code: CODE }, by), stranger.name).toBe("absent");
  });

  it("is never put on what one side keeps to itself, or has put in its bin", async () => {
    const { community, by } = place;
    const plain = { area: place.area.slug, council: place.council.slug };
    for (const level of ["side", "personal"] as const) {
      const id = await buildPlainRecord(community.editor, { ...plain, level }, by);
      expect(await statusOf(community.editor, putCode, { id, code: CODE }, by)).toBe("forbidden");
    }
    const binned = await ask(community.editor);
    await buildCoding(community.editor, binned, by);
    await mustRun(community.editor, binRecord, { id: binned }, by);
    expect(await statusOf(community.editor, putCode, { id: binned, code: "change-soft" }, by)).toBe("absent");
    expect(await codesOf(community.editor, binned)).toBeNull();
    expect(
      await readAs(community.editor, place.area.slug, by.clock, (tx) =>
        tx.coding.count({ where: { recordId: binned } }),
      ),
    ).toBe(0);
    await mustRun(community.editor, restoreRecord, { id: binned }, by);
    expect((await codesOf(community.editor, binned))?.put).toHaveLength(1);
  });

  it.each([
    ["", "Choose a code from the list"],
    ["no-such-code", "Choose a code from the list"],
    ["' or 1=1", "Choose a code from the list"],
  ])("that is %j is refused beside its field", async (code, words) => {
    const id = await ask(place.community.editor);
    const outcome = await runAs(place.community.editor, putCode, { id, code }, place.by);
    expect(outcome).toEqual({ status: "invalid", fields: { code: [words] } });
  });

  it("by the database's own rules is of one's own hand and organisation, on a shared record, of a code in use", async () => {
    const { community, councilSide, outside, area, council, admin, by } = place;
    const id = await ask(community.editor);
    const { id: proposed } = await buildCode(place);
    const codeId = (
      await readAs(community.editor, area.slug, by.clock, (tx) =>
        tx.code.findUniqueOrThrow({ where: { slug: CODE } }),
      )
    ).id;
    const write = (user: SignedIn, changed = {}) =>
      inTransaction(`user:${user.id}`, TODAY, (tx) => {
        const own = { organisationId: area.partnershipId, side: "community" as const, codedById: user.id };
        const row = { id: newId(), recordId: id, codeId, ...own, codedAt: NOW, ...changed };
        return tx.coding.createMany({ data: [row] });
      });
    for (const [user, changed] of [
      [community.reader, {}],
      [community.editor, { organisationId: council.id }],
      [community.editor, { codedById: community.lead.id }],
      [community.editor, { codeId: proposed }],
      [community.editor, { endedAt: NOW }],
      [councilSide.editor, {}],
      [outside.communityLead, { organisationId: outside.area.partnershipId }],
      [admin, {}],
    ] as const)
      await expect(write(user, changed), `${user.name} ${JSON.stringify(changed)}`).rejects.toThrow(
        /row-level security/,
      );
    await expect(write(community.editor)).resolves.toEqual({ count: 1 });
    const end = (user: SignedIn, endedById: string) =>
      inTransaction(`user:${user.id}`, TODAY, (tx) =>
        tx.coding.updateMany({ where: { recordId: id }, data: { endedAt: NOW, endedById } }),
      );
    expect(await end(councilSide.lead, councilSide.lead.id)).toEqual({ count: 0 });
    await expect(end(community.lead, community.editor.id)).rejects.toThrow(/row-level security/);
    const seen = (user: SignedIn) =>
      inTransaction(`user:${user.id}`, TODAY, (tx) => tx.coding.count({ where: { recordId: id } }));
    expect([
      await seen(councilSide.reader),
      await seen(outside.communityLead),
      await seen(admin),
      await seen(researcher),
    ]).toEqual([1, 0, 0, 0]);
  });

  it("is counted for its area, and finds its records on the timeline", async () => {
    const { outside, by } = place;
    const filter = readTimelineFilter(new URLSearchParams({ code: "expectations-high" }));
    const at = { area: outside.area.slug };
    const [coded] = [
      await buildRequest(outside.communityLead, at, by),
      await buildRequest(outside.communityLead, at, by),
    ];
    await buildCoding(outside.councilLead, coded, by, "expectations-high");
    const found = await readAs(outside.councilLead, outside.area.slug, by.clock, async (tx, actor) => ({
      counts: (await findAreaCodes(tx, actor)).map(({ slug, records }) => [slug, records]),
      lines: (await findTimeline(tx, actor, filter, TODAY)).lines.map(({ id }) => id),
    }));
    expect(found).toEqual({ counts: [["expectations-high", 1]], lines: [coded] });
  });
});

describe("what a release reads", () => {
  const later = new Date("2026-10-02T12:00:00Z");
  const read = (
    principal: "job:publish-release" | `user:${string}`,
    relationship: string,
    asOf = TODAY,
    at = later,
  ) => inTransaction(principal, TODAY, (tx) => findCodings(tx, relationship, asOf, at));
  const RELEASE = "job:publish-release";

  it("is ids of shared records with the codes they had at that instant, for the principal that publishes alone", async () => {
    const { community, councilSide, council, county, outside, by } = place;
    if (!county) throw new Error("built with a county");
    const code = "neighbours-commuting";
    const own = await ask(community.editor);
    const ofAll = await ask(community.editor, { council: "all" });
    const [off, binned] = [await ask(community.editor), await ask(community.editor)];
    for (const id of [own, ofAll, off, binned]) await buildCoding(community.editor, id, by, code);
    const after = { clock: clockAt("2026-10-01T21:00:00Z") };
    await mustRun(community.editor, takeCodeOff, { id: off, code }, after);
    await mustRun(community.editor, binRecord, { id: binned }, after);
    const of = async (...asked: Parameters<typeof read>) =>
      (await read(...asked))
        .filter((one) => one.code === code)
        .map(({ record }) => record)
        .sort();
    expect(await of(RELEASE, council.relationshipId)).toEqual([own, ofAll].sort());
    expect(await of(RELEASE, county.relationshipId)).toEqual([ofAll]);
    expect(await of(RELEASE, outside.relationshipId)).toEqual([]);
    const then = new Date("2026-10-01T20:30:00Z");
    expect(await of(RELEASE, council.relationshipId, TODAY, then)).toEqual([own, ofAll, off, binned].sort());
    expect(await of(RELEASE, council.relationshipId, toDay("2026-09-30"))).toEqual([]);
    expect(await of(RELEASE, council.relationshipId, TODAY, new Date("2026-10-01T19:00:00Z"))).toEqual([]);
    for (const user of [community.lead, councilSide.lead, place.admin, researcher])
      expect(await read(`user:${user.id}`, council.relationshipId)).toEqual([]);
  });

  it("is nothing of a record that a side shared after that instant, whenever it happened", async () => {
    const { community, area, council, by } = place;
    const code = "expectations-modest";
    const mine = { area: area.slug, council: council.slug, level: "side" as const };
    const id = await buildPlainRecord(community.editor, mine, by);
    const asAuthor = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
      inTransaction<T>(`user:${community.editor.id}`, TODAY, work);
    // No code is ever older than the sharing of its record: the database takes none before, whatever day is written to it.
    const early = asAuthor(async (tx) => {
      const { id: codeId } = await tx.code.findUniqueOrThrow({ where: { slug: code } });
      const by = {
        organisationId: area.partnershipId,
        side: "community",
        codedById: community.editor.id,
      } as const;
      await tx.coding.createMany({ data: [{ id: newId(), recordId: id, codeId, ...by, codedAt: NOW }] });
    });
    await expect(early).rejects.toThrow(/row-level security/);
    await asAuthor((tx) => tx.record.updateMany({ where: { id }, data: { level: "shared" } }));
    await buildCoding(community.editor, id, { clock: clockAt("2026-10-01T21:00:00Z") }, code);
    const told = async (at: string) =>
      (await read(RELEASE, council.relationshipId, TODAY, new Date(at))).some(({ record }) => record === id);
    expect([await told("2026-10-01T20:59:59Z"), await told("2026-10-01T21:00:00Z")]).toEqual([false, true]);
    // Nor is it ever narrowed again, with a code on it.
    const narrowed = asAuthor((tx) => tx.record.updateMany({ where: { id }, data: { level: "side" } }));
    await expect(narrowed).rejects.toThrow(/not narrowed/);
  });

  it("is the code book as it was then", async () => {
    const { slug } = await buildCode(place, { accepted: true });
    const book = (at: string) =>
      inTransaction(RELEASE, TODAY, async (tx) =>
        (await findCodeBook(tx, new Date(at))).map((code) => code.slug),
      );
    expect(await book("2026-10-02T12:00:00Z")).toContain(slug);
    expect(await book("2026-10-01T19:00:00Z")).not.toContain(slug);
  });
});
