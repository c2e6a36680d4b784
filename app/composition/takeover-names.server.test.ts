import { describe, expect, it } from "vitest";
import { addElection } from "~/features/elections/elections.commands.server";
import { findElectionsOf, findPeriodsNear } from "~/features/elections/elections.queries.server";
import { announceHandover } from "~/features/handovers/announce-handover.commands.server";
import { findHandovers } from "~/features/handovers/handovers.queries.server";
import { findPostsToLeave, findSuccessors } from "~/features/handovers/successors.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { findContacts } from "~/features/links/links.queries.server";
import { appoint, endPost } from "~/features/people/appointments.commands.server";
import { findNearPeople } from "~/features/people/near-people.queries.server";
import { addPerson } from "~/features/people/people.commands.server";
import { findPersonPage } from "~/features/people/person-page.queries.server";
import { findVacancies } from "~/features/people/vacancies.queries.server";
import { searchPeople } from "~/features/search/search.queries.server";
import { todayBy } from "~/platform/clock";
import type { Tx } from "~/platform/db.server";
import { mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { before, buildTakeover, buildUnitary, onTheDay } from "../../tests/builders/takeover";
import { withPlace } from "../../tests/setup/with-place";

const OLD = "Barley Borough";
const NEW = "Barley";
const today = todayBy(onTheDay.clock);

describe("whose somebody is called once a council was taken over", () => {
  let place: Place;
  let unitary: { id: string; slug: string };
  let made: Record<"olu" | "pat", { id: string; appointmentId: string }>;
  const read = <T>(work: (tx: Tx, actor: AreaActor) => Promise<T>, when = onTheDay) =>
    readAs(place.community.lead, "oakfield", when.clock, work);

  withPlace({}, async (built) => {
    place = built;
    const { admin, community, council, area, by } = place;
    const add = (name: string, role: "officer" | "councillor") => {
      const officer = { area: area.slug, name, organisation: council.slug, role };
      return mustRun(community.lead, addPerson, officer, by);
    };
    made = { olu: await add("Olu Officer", "officer"), pat: await add("Pat Past", "councillor") };
    const left = { area: area.slug, id: made.pat.appointmentId, lastDay: "2026-09-30" };
    await mustRun(community.lead, endPost, left, by);
    for (const pollOn of ["2026-05-07", "2027-05-06"])
      await mustRun(admin, addElection, { councilId: council.id, kind: "local", pollOn }, by);
    unitary = await buildUnitary(place);
    await buildTakeover(place, { from: council.id, to: unitary.id });
  });

  it.each([
    ["before the day", before, OLD],
    ["from the day on", onTheDay, NEW],
  ])("on a person’s own page, in search and among near names: %s", async (_, when, called) => {
    const day = todayBy(when.clock);
    const seen = await read(async (tx, actor) => {
      const page = await findPersonPage(tx, actor, made.olu.id, day);
      const [hit] = await searchPeople(tx, actor, ["olu"], day);
      const near = await findNearPeople(tx, actor, { name: "Olu Oficer", email: null });
      return [page?.posts[0]?.organisation, hit?.post?.organisation, near[0]?.posts];
    }, when);
    expect(seen).toEqual([called, called, `Officer, ${called}`]);
  });

  it("keeps the old name where a post was over before", async () => {
    const page = await read((tx, actor) => findPersonPage(tx, actor, made.pat.id, today));
    expect(page?.posts.map(({ organisation }) => organisation)).toEqual([OLD]);
  });

  it("calls a poll to come by the new council, and one that has been by the old", async () => {
    const polls = await read(async (tx, actor) => [
      ...(await findElectionsOf(tx, actor, today)),
      ...(await findPeriodsNear(tx, actor, today)),
    ]);
    expect(polls.map(({ pollOn, council }) => [pollOn, council])).toEqual([
      ["2027-05-06", NEW],
      ["2026-05-07", OLD],
      ["2027-05-06", NEW],
    ]);
  });

  it("offers whoever came with the new council to follow in a post of the old, and says whose the post is", async () => {
    const { community, area } = place;
    const officer = { area: area.slug, name: "Una Unitary", organisation: unitary.slug, role: "officer" };
    const una = await mustRun(community.lead, addPerson, officer as never, onTheDay);
    const offered = await read(async (tx, actor) => {
      const posts = await findPostsToLeave(tx, actor, today);
      const post = posts.find(({ id }) => id === made.olu.appointmentId);
      return post ? findSuccessors(tx, actor, post, today) : [];
    });
    expect(offered).toEqual([{ id: una.id, name: "Una Unitary", organisation: NEW }]);
    const leaver = { area: area.slug, postId: made.olu.appointmentId, why: "new_job" as const };
    const told = { ...leaver, notifiedOn: "2027-04-01", lastDay: "2027-05-31" };
    await mustRun(community.lead, announceHandover, told as never, onTheDay);
    const list = await read((tx, actor) =>
      findHandovers(tx, actor, { view: "all", page: 1 } as never, today),
    );
    expect(JSON.stringify(list)).toContain(`Officer, ${NEW}`);
  });

  it("counts a post as filled by somebody of the new council, and one nobody took as the new council’s", async () => {
    const { community, area } = place;
    const vacant = () =>
      read(async (tx, actor) => {
        const found = await findVacancies(tx, actor, [made.pat.id], today);
        return found.map(({ name, organisation }) => [name, organisation]);
      });
    expect(await vacant()).toEqual([["Pat Past", NEW]]);
    const post = { area: area.slug, id: made.olu.id, organisation: unitary.slug, role: "councillor" };
    await mustRun(community.lead, appoint, { ...post, startsOn: "2027-04-01" } as never, onTheDay);
    expect(await vacant()).toEqual([]);
  });

  it("offers those who can be asked by link under the new name", async () => {
    const { council } = place;
    const ask = { side: "council", councilIds: [council.id] } as const;
    const contacts = await read((tx, actor) => findContacts(tx, actor, ask, today));
    expect(contacts.map(({ name, organisation }) => [name, organisation])).toEqual([["Olu Officer", NEW]]);
  });
});
