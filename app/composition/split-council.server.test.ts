import { describe, expect, it } from "vitest";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { takeOver } from "~/features/areas/take-over.commands.server";
import { ENDS } from "~/features/areas/takeover";
import { confirmCommitment } from "~/features/commitments/commitment-outcomes.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { actorIn, toActor } from "~/features/identity/actor";
import { recordNote } from "~/features/records/notes.commands.server";
import { visibleTo } from "~/features/records/record.queries.server";
import { todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { buildPost } from "../../tests/builders/leaver";
import { buildLink, openLink, sendAnswer } from "../../tests/builders/link";
import { buildUser, mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { statusOf } from "../../tests/builders/reading";
import { buildUnitary, nameSuccessor, onTheDay, seeTakeover } from "../../tests/builders/takeover";
import { withPlace } from "../../tests/setup/with-place";
import type { SignedIn } from "./execution.server";

let place: Place;
let second: { id: string; slug: string };
let east: { id: string; slug: string };
let secondLead: SignedIn;
let done: string;

/** A borough with two areas, of which another council takes over each: East in Oakfield, West in Second. */
withPlace({}, async (built) => {
  place = built;
  const { admin, council, councilSide, community, by } = built;
  const area = await mustRun(admin, createArea, { name: "Second" }, by);
  second = area;
  const tie = { areaId: area.id, councilId: council.id, startsOn: "2020-01-01" };
  await mustRun(admin, createRelationship, tie, by);
  secondLead = await buildUser("Second lead");
  const role = { userId: secondLead.id, organisationId: area.partnershipId, startsOn: "2020-01-01" };
  await mustRun(admin, giveMembership, { ...role, role: "lead" }, by);
  for (const slug of ["oakfield", area.slug]) {
    const title = `The borough’s in ${slug}`;
    const id = await buildPromise(councilSide.editor, { area: slug, title }, by);
    await mustRun(councilSide.editor, recordNote, { id, level: "side", text: `Own of ${slug}` }, by);
  }
  done = await buildDonePromise(community.editor, { area: "oakfield" }, by);
  east = await buildUnitary(built, "East");
  const west = await buildUnitary(built, "West");
  await nameSuccessor(built, council.id, east.id);
  await nameSuccessor(built, council.id, west.id);
  const { ties, members } = await seeTakeover(admin, council.id, built.clock);
  const follows: Record<string, string> = { "Borough lead": east.id, "Borough editor": west.id };
  const input = {
    predecessorId: council.id,
    ties: ties.map(({ id, area: name }) => ({ id, successorId: name === "Oakfield" ? east.id : west.id })),
    members: members.map(({ id, name }) => ({ id, to: follows[name] ?? ENDS })),
  };
  await mustRun(admin, takeOver, input, by);
});

type Found = { rows: string[]; queries: string[] };

/** What somebody reads of an area's records: by row security alone, and by the queries' own words, row security beside. */
function readBy(user: SignedIn, { id, slug }: { id: string; slug: string }): Promise<Found> {
  return inTransaction(`user:${user.id}`, todayBy(onTheDay.clock), async (tx, rows) => {
    const titles = (found: { kind: string; level: string }[]) =>
      found.map(({ kind, level }) => `${kind} ${level}`).toSorted();
    const select = { kind: true, level: true } as const;
    const actor = actorIn(toActor(user, rows), slug);
    return {
      rows: titles(await tx.record.findMany({ where: { areaId: id }, select })),
      queries: actor ? titles(await tx.record.findMany({ where: visibleTo(actor), select })) : [],
    };
  });
}

const alike = (...found: string[]): Found => ({ rows: found, queries: found });

describe("a council that is split", () => {
  it("leaves what it kept to itself to the council that took over there, and to no other", async () => {
    const { councilSide, community, area } = place;
    const shared = ["commitment shared", "commitment shared"];
    expect(await readBy(councilSide.lead, area)).toEqual(alike(...shared, "note side"));
    expect(await readBy(councilSide.lead, second)).toEqual(alike());
    expect(await readBy(councilSide.editor, second)).toEqual(alike("commitment shared", "note side"));
    expect(await readBy(councilSide.editor, area)).toEqual(alike());
    expect(await readBy(councilSide.reader, area)).toEqual(alike());
    expect(await readBy(community.lead, area)).toEqual(alike(...shared));
    expect(await readBy(secondLead, second)).toEqual(alike("commitment shared"));
  });

  it("lets a new colleague of the successor answer an old record by link, as that council", async () => {
    const { community, clock: _, ...rest } = place;
    const there = { ...rest, clock: onTheDay.clock, by: onTheDay, community } as Place;
    const colleague = await buildPost(there, community.lead, { name: "Nia New", organisation: east.slug });
    const { token } = await buildLink(community.lead, { id: done, personId: colleague.id }, onTheDay);
    const page = await openLink(token, onTheDay.clock);
    expect(page).toMatchObject({ state: "open", contact: "Nia New", forWhom: "East" });
    expect(await sendAnswer(token, onTheDay.clock, { intent: "commitments.confirm" })).toBe("done");
    // It is confirmed: nobody is asked again.
    expect(await statusOf(place.councilSide.lead, confirmCommitment, { id: done }, onTheDay)).not.toBe(
      "done",
    );
  });
});
