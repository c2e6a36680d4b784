import { describe, expect, it } from "vitest";
import { findToldTakeovers } from "~/features/areas/takeover.queries.server";
import { confirmCommitment } from "~/features/commitments/commitment-outcomes.commands.server";
import { findCommitment } from "~/features/commitments/commitment-page.queries.server";
import { findCommitments } from "~/features/commitments/commitments.queries.server";
import { editCommitment, recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { type AreaActor, actorIn, liveTies, toActor } from "~/features/identity/actor";
import { nameLead } from "~/features/people/leads.commands.server";
import { findLeads } from "~/features/people/leads.queries.server";
import { addPerson } from "~/features/people/people.commands.server";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { recordNote } from "~/features/records/notes.commands.server";
import { visibleTo } from "~/features/records/record.queries.server";
import { proposeRhythm } from "~/features/records/rhythm.commands.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { currentMethod } from "~/features/scoring/methods";
import { createScorer } from "~/features/scoring/scorer";
import type { Day } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { inTransaction, type Tx } from "~/platform/db.server";
import { mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { readAs, statusOf } from "../../tests/builders/reading";
import { before, buildTakeover, buildUnitary, onTheDay } from "../../tests/builders/takeover";
import { withPlace } from "../../tests/setup/with-place";
import { areaOverall } from "./area-overall.server";
import { emit } from "./emitters";
import { runAs, type SignedIn } from "./execution.server";
import { chooseRelationship } from "./health.server";
import { findFacts, findFigures } from "./score-store.server";

type When = typeof before;
type Read = <T>(user: SignedIn, when: When, work: (tx: Tx, actor: AreaActor) => Promise<T>) => Promise<T>;
const read: Read = (user, { clock }, work) => readAs(user, "oakfield", clock, work);

const stands = (user: SignedIn, { clock }: When) =>
  inTransaction(`user:${user.id}`, todayBy(clock), async (_, rows) =>
    actorIn(toActor(user, rows), "oakfield"),
  );

const list = (user: SignedIn, when: When, council: string | null = null) =>
  read(user, when, async (tx, actor) => {
    const filter = { state: "all", whose: "all", council, waiting: false, page: 1 } as const;
    return findCommitments(tx, actor, filter, todayBy(when.clock));
  });

describe("a district and its county become one council", () => {
  let place: Place;
  let unitary: { id: string; slug: string };
  let made: Record<"borough" | "county" | "all" | "done", string>;

  withPlace({ county: true }, async (built) => {
    place = built;
    const { community, councilSide, council, county, by, area } = place;
    if (!county) throw new Error("built with a county");
    const base = { area: area.slug, dueOn: "2027-06-01" };
    made = {
      borough: await buildPromise(councilSide.editor, { ...base, title: "Of the borough" }, by),
      county: await buildPromise(county.users.editor, { ...base, title: "Of the county" }, by),
      all: await buildPromise(community.editor, { ...base, council: "all", title: "To both" }, by),
      done: await buildDonePromise(councilSide.editor, { ...base, title: "Said to be done" }, by),
    };
    await mustRun(
      councilSide.editor,
      recordNote,
      { id: made.borough, level: "side", text: "Of our own" },
      by,
    );
    const officer = {
      area: area.slug,
      name: "Olu Officer",
      organisation: council.slug,
      role: "officer" as const,
    };
    const post = await mustRun(community.lead, addPerson, officer, by);
    await mustRun(community.lead, nameLead, { area: area.slug, id: post.appointmentId }, by);
    unitary = await buildUnitary(place);
    await buildTakeover(place, { from: council.id, to: unitary.id, ends: ["Borough reader"] });
    await buildTakeover(place, { from: county.id, to: unitary.id });
  });

  it("is announced to both sides and changes nothing until its day", async () => {
    const { community, councilSide, council } = place;
    for (const user of [community.reader, councilSide.lead]) {
      const told = await read(user, before, (tx, actor) =>
        findToldTakeovers(tx, actor, todayBy(before.clock)),
      );
      expect(told).toContainEqual({
        predecessor: "Barley Borough",
        successor: "Barley",
        on: "2027-04-01",
        past: false,
      });
    }
    expect(liveTies((await stands(community.lead, before)) ?? never())).toHaveLength(2);
    expect(await stands(councilSide.lead, before)).toMatchObject({
      organisationId: council.id,
      role: "lead",
    });
    expect(await stands(councilSide.lead, before)).not.toHaveProperty("formerly");
  });

  it("leaves one relationship from its day on, in which each record counts once and keeps its old name", async () => {
    const { community } = place;
    const actor = (await stands(community.lead, onTheDay)) ?? never();
    expect(liveTies(actor).map(({ councilSlug }) => councilSlug)).toEqual([unitary.slug]);
    const lines = await list(community.lead, onTheDay, unitary.slug);
    expect(lines.lines.map(({ title }) => title).sort()).toEqual([
      "Of the borough",
      "Of the county",
      "Said to be done",
      "To both",
    ]);
    const view = await read(community.lead, onTheDay, (tx, own) =>
      findCommitment(tx, own, made.county, todayBy(onTheDay.clock)),
    );
    expect(view).toMatchObject({ by: { name: "Barley County" } });
  });

  it("gives the accounts that follow the new council, with what the old one kept to itself", async () => {
    const { councilSide, council, county } = place;
    const lead = (await stands(councilSide.lead, onTheDay)) ?? never();
    expect(lead).toMatchObject({ organisationId: unitary.id, role: "lead" });
    expect([...(lead.formerly ?? [])].sort()).toEqual([council.id, county?.id ?? ""].sort());
    const notes = (user: SignedIn) =>
      read(user, onTheDay, (tx, actor) =>
        tx.record.count({ where: { AND: [visibleTo(actor), { kind: "note" }] } }),
      );
    expect(await notes(councilSide.lead)).toBe(1);
    expect(await notes(place.community.lead)).toBe(0);
    expect(await stands(councilSide.reader, onTheDay)).toBeNull();
    const edit = { id: made.borough, revision: 1, title: "Of the borough, still", dueOn: "2027-06-01" };
    expect(await statusOf(councilSide.editor, editCommitment, edit, onTheDay)).not.toBe("forbidden");
  });

  it("records what is new with the council that took over, without being asked which", async () => {
    const { community } = place;
    const { id } = await mustRun(
      community.editor,
      recordCommitment,
      { area: "oakfield", bySide: "ours", title: "New", dueOn: "2027-07-01" },
      onTheDay,
    );
    const record = await read(community.editor, onTheDay, (tx) =>
      tx.record.findUniqueOrThrow({ where: { id }, include: { relationship: true } }),
    );
    expect(record.relationship?.councilId).toBe(unitary.id);
  });

  it("scores the new relationship by all the facts of both, each once, and moves it when an old promise is confirmed", async () => {
    const { community, councilSide } = place;
    const ids = await read(community.lead, onTheDay, async (tx, actor) => {
      const [tie] = liveTies(actor);
      return (await findFacts(tx, tie?.id ?? "")).map((fact) => fact.id);
    });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([made.borough, made.county, made.all, made.done]));
    await mustRun(community.lead, confirmCommitment, { id: made.done }, onTheDay);
    const after = await read(councilSide.lead, onTheDay, async (tx, actor) => {
      const tie = liveTies(actor)[0]?.id ?? "";
      const scratch = createScorer(emit, currentMethod).score(
        await findFacts(tx, tie),
        scoringDay("2027-04-01" as Day),
      );
      return { kept: await findFigures(tx, tie, "2027-04-01" as Day), scratch };
    });
    expect(after.kept.overall).toBeCloseTo(after.scratch.overall, 9);
  });

  it("shows the community one figure, not two and a third", async () => {
    const each = await read(place.community.lead, onTheDay, async (tx, actor) => {
      const choice = (await chooseRelationship(tx, actor, place.council.slug)) ?? never();
      expect(choice.chosen.council).toBe("Barley");
      return (
        await areaOverall([choice.chosen, ...choice.others], (id) =>
          findFigures(tx, id, todayBy(onTheDay.clock)),
        )
      ).each;
    });
    expect(each.map(({ council }) => council)).toEqual(["Barley"]);
  });

  it("takes the posts along: its people are the new council's, and its named lead leads", async () => {
    const people = await read(place.community.lead, onTheDay, (tx, actor) =>
      findPeopleOf(tx, actor, todayBy(onTheDay.clock)),
    );
    expect(people.find(({ name }) => name === "Olu Officer")).toMatchObject({
      organisation: "Barley",
      organisationId: unitary.id,
    });
    const leads = await read(place.community.lead, onTheDay, (tx, actor) =>
      findLeads(tx, actor, todayBy(onTheDay.clock)),
    );
    expect(leads.filter(({ side }) => side === "council")).toMatchObject([
      { organisation: "Barley", lead: { name: "Olu Officer" } },
    ]);
  });

  it("has one proposal of how often to meet waiting, one put to the old council included; never one to all", async () => {
    const { community, council, area } = place;
    const gaps = { area: area.slug, idealGapDays: 30, longestGapDays: 45 };
    const propose = (named: string, when: When) =>
      runAs(community.lead, proposeRhythm, { ...gaps, council: named }, when);
    expect(await propose("all", before)).toMatchObject({ fields: { council: ["Choose one council"] } });
    expect(await propose(council.slug, before)).toMatchObject({ status: "done" });
    expect(await propose(unitary.slug, onTheDay)).toMatchObject({
      fields: { "": ["A proposal is waiting for an answer already."] },
    });
  });
});

function never(): never {
  throw new Error("it is there");
}
