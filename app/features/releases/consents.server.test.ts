import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findAreaResearch } from "~/composition/area-research.server";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { knownAt } from "~/composition/health.server";
import { sayEvent } from "~/composition/wording.server";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { asMaintenance } from "../../../tests/builders/fixtures-records";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { buildStudy } from "../../../tests/builders/study";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { giveConsent, withdrawConsent } from "./consents.commands.server";
import { findConsents } from "./consents.queries.server";

let db: TestDatabase;
let place: Place;
let figures: { area: string; council: string; scope: "figures" };
let studies: { area: string; council: string; scope: "studies" };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  const named = { area: place.area.slug, council: place.council.slug };
  figures = { ...named, scope: "figures" };
  studies = { ...named, scope: "studies" };
});
beforeEach(() => asMaintenance(db.ownerUrl, (client) => client.query("delete from research_consent")));
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const saidTo = (user: SignedIn) =>
  readAs(user, place.area.slug, place.clock, async (tx) =>
    (await findConsents(tx, [place.council.relationshipId])).map(({ side, scope }) => `${side} ${scope}`),
  );

describe("a side's yes to research", () => {
  it("is said by a lead of each side for their own, and both see what both said", async () => {
    const { community, councilSide, by } = place;
    await mustRun(community.lead, giveConsent, figures, by);
    await mustRun(councilSide.lead, giveConsent, figures, by);
    await mustRun(councilSide.lead, giveConsent, studies, by);
    const all = ["community figures", "council figures", "council studies"];
    for (const user of [community.reader, councilSide.reader, community.lead])
      expect((await saidTo(user)).sort()).toEqual(all);
  });

  it("is nobody else's to say: refused in words to who is no lead, and absent elsewhere", async () => {
    const { community, councilSide, county, outside, admin, by } = place;
    for (const user of [community.reader, community.editor, councilSide.reader, councilSide.editor])
      expect(await runAs(user, giveConsent, figures, by)).toMatchObject({
        status: "forbidden",
        why: expect.stringContaining("lead"),
      });
    for (const user of [outside.communityLead, outside.councilLead, admin, county?.users.lead ?? admin])
      expect(await statusOf(user, giveConsent, figures, by)).toBe("absent");
    expect(await saidTo(community.lead)).toEqual([]);
  });

  it("of the community is said for each council by itself", async () => {
    const { community, county, by } = place;
    await mustRun(community.lead, giveConsent, { ...figures, council: county?.slug ?? "" }, by);
    expect(await saidTo(community.lead)).toEqual([]);
  });

  it("is said once, however many say it at a time", async () => {
    const { community, by } = place;
    const both = await Promise.all(
      [1, 2].map(() => statusOf(community.lead, giveConsent, figures, { ...by })),
    );
    expect(both.sort()).toEqual(["done", "invalid"]);
    expect(await runAs(community.lead, giveConsent, figures, by)).toEqual({
      status: "invalid",
      fields: { "": ["Your side has said yes already."] },
    });
  });

  it("to studies rests on the one to figures, of the same side", async () => {
    const { community, councilSide, by } = place;
    await mustRun(councilSide.lead, giveConsent, figures, by);
    expect(await statusOf(community.lead, giveConsent, studies, by)).toBe("invalid");
    expect(await statusOf(councilSide.lead, giveConsent, studies, by)).toBe("done");
  });

  it.each([
    [{ scope: "everything" }, "scope", "Choose what this is about"],
    [{ scope: undefined }, "scope", "Choose what this is about"],
  ])("is about one of two things: %j", async (part, field, words) => {
    const outcome = await runAs(place.community.lead, giveConsent, { ...figures, ...part }, place.by);
    expect(outcome).toEqual({ status: "invalid", fields: { [field]: [words] } });
  });

  it("is taken back by its own side, with the studies that rest on it, and once", async () => {
    const { community, councilSide, by } = place;
    for (const { lead } of [community, councilSide])
      for (const scope of [figures, studies]) await mustRun(lead, giveConsent, scope, by);
    expect(await statusOf(community.editor, withdrawConsent, figures, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, withdrawConsent, figures, by)).toBe("absent");
    await mustRun(councilSide.lead, withdrawConsent, figures, by);
    expect((await saidTo(community.reader)).sort()).toEqual(["community figures", "community studies"]);
    expect(await statusOf(councilSide.lead, withdrawConsent, figures, by)).toBe("invalid");
    expect(await statusOf(councilSide.lead, withdrawConsent, studies, by)).toBe("invalid");
    await mustRun(community.lead, withdrawConsent, studies, by);
    expect(await saidTo(community.reader)).toEqual(["community figures"]);
    await mustRun(councilSide.lead, giveConsent, figures, by);
    const { rows } = await asMaintenance(db.ownerUrl, (client) =>
      client.query(
        "select ended_by_id is null = (ended_at is null) as told, count(*)::int from research_consent group by 1",
      ),
    );
    expect(rows).toEqual([{ told: true, count: 5 }]);
  });

  it("is in the log of both sides, in words", async () => {
    const { community, councilSide, by, clock } = place;
    await mustRun(community.lead, giveConsent, figures, by);
    await mustRun(community.lead, withdrawConsent, figures, by);
    const said = await readAs(councilSide.reader, place.area.slug, clock, async (tx) => {
      const events = await tx.event.findMany({
        where: { command: { startsWith: "consents." } },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 2,
        select: { command: true, data: true, level: true, side: true },
      });
      return events.map(({ command, data, level, side }) => `${side} ${level}: ${sayEvent(command, data)}`);
    });
    expect(said).toEqual([
      "community shared: took back the yes to figures in research: from the next release on they are in none",
      "community shared: said yes to figures of kinds of areas in research",
    ]);
  });

  it("cannot be written for the other side, whatever a statement sends", async () => {
    const { community, council, area } = place;
    const write = (organisationId: string, side: "council" | "community") =>
      inTransaction(`user:${community.lead.id}`, todayBy(place.clock), (tx) =>
        tx.researchConsent.create({
          data: {
            id: crypto.randomUUID(),
            relationshipId: council.relationshipId,
            givenById: community.lead.id,
            givenAt: new Date(),
            scope: "figures",
            organisationId,
            side,
          },
        }),
      );
    await expect(write(council.id, "council")).rejects.toThrow(/row-level security/);
    await expect(write(area.partnershipId, "council")).rejects.toThrow(/row-level security/);
    await write(area.partnershipId, "community");
    const end = (endedById: string) =>
      inTransaction(`user:${community.lead.id}`, todayBy(place.clock), (tx) =>
        tx.researchConsent.updateMany({ data: { endedById, endedAt: new Date() } }),
      );
    await expect(end(place.councilSide.lead.id)).rejects.toThrow(/row-level security/);
    expect(await end(community.lead.id)).toEqual({ count: 1 });
    expect(await end(community.lead.id)).toEqual({ count: 0 });
  });
});

describe("the page of an area about research", () => {
  const pageOf = (user: SignedIn, at = place.clock) =>
    readAs(user, place.area.slug, at, (tx, actor) =>
      findAreaResearch(actor, { tx, today: todayBy(at), now: at.now() }),
    );
  const offered = ({ ties }: Awaited<ReturnType<typeof pageOf>>, council: string) =>
    ties.find(({ slug }) => slug === council)?.scopes.map(({ offer }) => offer);

  it("says what both said, to both alike, and offers a lead what is next", async () => {
    const { community, councilSide, council, by } = place;
    await mustRun(community.lead, giveConsent, figures, by);
    const [ours, theirs] = [await pageOf(community.lead), await pageOf(councilSide.lead)];
    expect(offered(ours, council.slug)).toEqual(["withdraw", "give"]);
    expect(offered(theirs, council.slug)).toEqual(["give", null]);
    expect(offered(await pageOf(councilSide.editor), council.slug)).toEqual([null, null]);
    for (const { ties } of [ours, theirs]) {
      const tie = ties.find(({ slug }) => slug === council.slug);
      expect(tie?.says).toMatch(/in no release/);
      expect(tie?.scopes[0]).toMatchObject({
        partnership: { on: "2026-10-01", by: community.lead.name },
        council: null,
      });
    }
    expect(theirs.ties.map(({ slug }) => slug)).toEqual([council.slug]);
    expect(ours.ties).toHaveLength(2);
  });

  it("shows what would be said, with why an area is not set beside others", async () => {
    const { ties, next, ask } = await pageOf(place.councilSide.reader);
    expect(next).toEqual({
      drafted: null,
      asOf: "2026-12-31",
      draftedOn: "2027-01-01",
      publishesOn: "2027-01-15",
    });
    expect(ask).toBeNull();
    expect(ties[0]?.preview.row).toEqual([]);
    expect(ties[0]?.preview.unfair?.says).toMatch(/five components/);
    expect(ties[0]?.preview.classes).toContainEqual({ name: "Type of council", value: "District council" });
  });

  it("shows a comparable area its row, to the nearest five, as of the day of the draft and as known then", async () => {
    const { area, council, community } = place;
    const fact = (side: string, person: number, on: string, known: string, said: number) => {
      const source = crypto.randomUUID();
      const of = (each: number) => [each, each, each];
      const items = {
        recognition: of(said),
        trust: of(said),
        dialogue: of(said),
        flexibility: of(said),
        ownership: of(said),
      };
      const body = {
        type: "check-in",
        id: `${source}.1`,
        who: `${side} ${person} ${on}`,
        side,
        date: on,
        items,
      };
      return { source, known, body };
    };
    const facts = ["council", "community"].flatMap((side) =>
      Array.from({ length: 12 }, (_, person) => fact(side, person, "2026-09-10", "2026-09-10T12:00:00Z", 4)),
    );
    // Of the same days, and entered after the draft: they would bring it below the middle.
    const late = Array.from({ length: 60 }, (_, at) =>
      fact(at % 2 ? "council" : "community", 100 + at, "2026-09-12", "2026-10-05T12:00:00Z", 1),
    );
    await asMaintenance(db.ownerUrl, async (client) => {
      for (const { source, known, body } of [...facts, ...late])
        await client.query(
          `insert into scoring_fact (id, source_id, area_id, relationship_id, type, body, known_from)
           values (gen_random_uuid(), $1, $2, $3, 'check-in', $4, $5)`,
          [source, area.id, council.relationshipId, body, known],
        );
      await client.query(
        "insert into release_plan values ('2026-Q3', '2026-09-30', '2026-09-30T23:00:00Z', '2026-10-15')",
      );
    });
    const { ties, next, ask } = await pageOf(community.reader, clockAt("2026-10-08T12:00:00Z"));
    expect(next).toMatchObject({ drafted: "2026-Q3", asOf: "2026-09-30", publishesOn: "2026-10-15" });
    expect(ask?.on).toBe("2026-09-30");
    // The health page, asked so, counts what the release counts.
    expect(knownAt(ask?.known ?? null)).toEqual(new Date("2026-09-30T23:00:00Z"));
    const preview = ties.find(({ slug }) => slug === council.slug)?.preview;
    expect(preview?.unfair).toBeNull();
    expect(preview?.row.map(({ name }) => name)).toHaveLength(6);
    expect(preview?.row.every(({ value }) => value % 5 === 0 && value > 50)).toBe(true);
    // Closed after the quarter, before the release goes out.
    const closedOn = (day: string | null) =>
      asMaintenance(db.ownerUrl, (client) =>
        client.query("update area set closed_on = $2 where id = $1", [area.id, day]),
      );
    await closedOn("2026-10-08");
    const closed = await pageOf(community.reader, clockAt("2026-10-08T12:00:00Z"));
    expect(closed.ties.find(({ slug }) => slug === council.slug)?.preview.unfair?.name).toMatch(/active/);
    await closedOn(null);
    const there = await pageOf(community.reader, clockAt("2026-10-08T12:00:00Z"));
    expect(there.ties.find(({ slug }) => slug === place.county?.slug)?.preview.unfair).not.toBeNull();
  });

  it("lists the studies that are open or to come, with what they want to find out", async () => {
    await buildStudy(place, { title: "Open now", purpose: "What there is." });
    const { studies: told } = await pageOf(place.community.reader);
    expect(told).toMatchObject([
      { title: "Open now", purpose: "What there is.", by: "Rural or urban", state: "open" },
    ]);
    const later = await pageOf(place.community.reader, clockAt("2028-01-01T12:00:00Z"));
    expect(later.studies).toEqual([]);
  });
});
