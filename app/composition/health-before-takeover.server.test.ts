import { describe, expect, it } from "vitest";
import { createRelationship } from "~/features/areas/areas.commands.server";
import type { Component } from "~/features/scoring/facts";
import { type Day, toDay } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { before, buildTakeover, buildUnitary, onTheDay } from "../../tests/builders/takeover";
import { withPlace } from "../../tests/setup/with-place";
import { findComponent } from "./component-page.server";
import type { SignedIn } from "./execution.server";
import type { HealthQuestion } from "./health.server";
import { findHealth } from "./health-page.server";

const EVE = toDay("2027-03-31");
const TAKEN = toDay("2027-04-01");
const may = { clock: clockAt("2027-05-10T12:00:00Z") };
const afterBoth = { clock: clockAt("2028-05-10T12:00:00Z") };
type When = typeof may;

// A district and its county became Barley in 2027; Far, which had to do with the area all along, took Barley over in 2028.
describe("figures of a day before a takeover", () => {
  let place: Place;
  let first: { health: string; trust: string; county: string; all: string };

  const ask = (user: SignedIn, when: When, question: Partial<HealthQuestion>) =>
    readAs(user, "oakfield", when.clock, async (tx, actor) => {
      const asked = { council: null, on: null, known: null, method: null, ...question };
      const page = await findHealth(tx, actor, asked, todayBy(when.clock));
      if (!page) throw new Error("it is theirs");
      return page;
    });
  /** What is said of the day: all of the page but what has been taken over since. */
  const figures = async (...asked: Parameters<typeof ask>) => {
    const { takeovers: _, ...page } = await ask(...asked);
    return JSON.stringify(page);
  };
  const component = (when: When, council: string, on: Day) =>
    readAs(place.community.lead, "oakfield", when.clock, async (tx, actor) => {
      const question = { council, on, known: null, method: null };
      const trust: Component = "trust";
      const page = await findComponent(tx, actor, trust, { question, today: todayBy(when.clock) });
      return JSON.stringify({ ...page, takeovers: null, steps: null });
    });

  withPlace({ county: true }, async (built) => {
    place = built;
    const { admin, area, by, community, councilSide, council, county, outside } = built;
    if (!county) throw new Error("built with a county");
    const far = { areaId: area.id, councilId: outside.council.id, startsOn: "2020-01-01" };
    await mustRun(admin, createRelationship, far, by);
    const own = { area: area.slug, dueOn: "2026-12-01" };
    await buildPromise(councilSide.editor, { ...own, title: "Of the borough" }, by);
    await buildDonePromise(councilSide.editor, { ...own, title: "Done by the borough" }, by);
    await buildPromise(county.users.editor, { ...own, title: "Of the county" }, by);
    await buildPromise(community.editor, { ...own, council: "all", title: "To all" }, by);
    await buildPromise(community.editor, { ...own, council: outside.council.slug, title: "To Far" }, by);
    const unitary = await buildUnitary(place);
    await buildTakeover(place, { from: council.id, to: unitary.id });
    await buildTakeover(place, { from: county.id, to: unitary.id });
    const eve = { on: EVE };
    first = {
      health: await figures(community.lead, before, { ...eve, council: council.slug }),
      trust: await component(before, council.slug, EVE),
      county: await figures(community.lead, before, { ...eve, council: county.slug }),
      all: await figures(community.lead, before, eve),
    };
    // After the takeover: a promise to all councils of then, and one by Barley, both told of as if of a day before it.
    const late = { area: area.slug, madeOn: "2027-01-10", dueOn: "2027-02-01" };
    await buildPromise(community.editor, { ...late, council: "all", title: "To all since" }, may);
    await buildPromise(community.editor, { ...late, council: unitary.slug, title: "To Barley" }, may);
    const twice = { from: unitary.id, to: outside.council.id, on: toDay("2028-04-01") };
    await buildTakeover({ ...place, by: may, clock: may.clock }, twice);
  });

  it.each([
    ["after it", may],
    ["after the next one too", afterBoth],
  ])("are to the last byte what the council of then had before, asked %s", async (_, when) => {
    const { community, council, county } = place;
    const eve = { on: EVE };
    expect(await figures(community.lead, when, { ...eve, council: council.slug })).toBe(first.health);
    expect(await figures(community.lead, when, { ...eve, council: county?.slug ?? "" })).toBe(first.county);
    expect(await component(when, council.slug, EVE)).toBe(first.trust);
    expect(JSON.parse(first.health).provenance.records).toBe(3);
  });

  it("add up over the councils of then, each once, and never over the one that followed", async () => {
    const page = await ask(place.community.lead, may, { on: EVE });
    expect(page.together?.each.map(({ slug }) => slug).toSorted()).toEqual(
      ["barley-borough", "barley-county", "far-unitary"].map((slug) => expect.stringContaining(slug)),
    );
    const { together: was } = JSON.parse(first.all);
    const own = (all: { slug: string }[] | undefined) => all?.filter(({ slug }) => !slug.includes("far"));
    expect(own(page.together?.each)).toEqual(own(was.each));
  });

  it("are nothing for a council that began with the takeover, and the page says whose to ask for", async () => {
    const page = await ask(place.community.lead, may, { on: EVE, council: "barley" });
    expect(page.view).toMatchObject({ overall: null, relationship: { slug: "barley" } });
    expect(page.provenance.records).toBe(0);
    expect(page.trend.points.every(({ value }) => value === null)).toBe(true);
    expect(page.takeovers).toMatchObject([
      { says: expect.stringContaining("so there is nothing of Barley yet"), before: [{ eve: EVE }, {}] },
    ]);
    const taken = await ask(place.community.lead, onTheDay, { on: TAKEN, council: "barley" });
    expect(taken.provenance.records).toBe(6);
    expect(taken.takeovers).toMatchObject([{ says: expect.stringContaining("counts here since then") }]);
  });

  it("lead from the council of then to the one of the day asked for, takeover by takeover", async () => {
    const shown = async (on: string) => {
      const question = { on: toDay(on), council: place.council.slug };
      return (await ask(place.community.lead, afterBoth, question)).view.relationship.slug;
    };
    expect([await shown("2027-03-31"), await shown("2027-04-01"), await shown("2028-03-31")]).toEqual([
      place.council.slug,
      "barley",
      "barley",
    ]);
    expect(await shown("2028-04-01")).toBe(place.outside.council.slug);
  });

  it("are a council's own alone where it took over later and was there before", async () => {
    const { community, outside } = place;
    const of = async (on: string) =>
      (await ask(community.lead, afterBoth, { on: toDay(on), council: outside.council.slug })).provenance;
    // On the eve: what is to it and to all; from the day, all that Barley had taken over too, each once.
    expect((await of("2028-03-31")).records).toBe(3);
    expect((await of("2028-04-01")).records).toBe(7);
  });

  it("are shown to the side of the council that followed, whose records they are now", async () => {
    const { councilSide, council } = place;
    const asked = { on: EVE, council: council.slug };
    const page = await ask(councilSide.lead, may, asked);
    expect(JSON.stringify(page.view.components)).toBe(
      JSON.stringify(JSON.parse(first.health).view.components),
    );
    expect(page.together).toBeNull();
  });
});
