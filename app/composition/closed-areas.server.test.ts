import { describe, expect, it } from "vitest";
import { createRelationship } from "~/features/areas/areas.commands.server";
import {
  beginClosing,
  confirmClosing,
  makeLegacy,
  reopenArea,
  stopClosing,
} from "~/features/areas/close-area.commands.server";
import { CLOSED_WORDS } from "~/features/areas/lifecycle";
import { reportDone } from "~/features/commitments/commitment-outcomes.commands.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { type Actor, actorIn, toActor } from "~/features/identity/actor";
import { planMeeting } from "~/features/meetings/meetings.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { replyToRecord } from "~/features/records/records.commands.server";
import { askRequest } from "~/features/requests/ask-request.commands.server";
import { todayBy } from "~/platform/clock";
import type { Command } from "~/platform/command.server";
import { execute } from "~/platform/command.server";
import { inTransaction } from "~/platform/db.server";
import { buildClosed, buildClosing } from "../../tests/builders/closed-area";
import { buildPost } from "../../tests/builders/leaver";
import { buildLink, openLink, sendAnswer } from "../../tests/builders/link";
import { mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { readAs, statusOf } from "../../tests/builders/reading";
import { withPlace } from "../../tests/setup/with-place";
import { WRITES_WHEN_CLOSED } from "./closed-areas.server";
import { findDesk } from "./desk.server";
import { executionFor, runAs, type SignedIn } from "./execution.server";

const standOf = (user: SignedIn, place: Place) =>
  inTransaction(`user:${user.id}`, todayBy(place.clock), async (_, rows) =>
    actorIn(toActor(user, rows), place.area.slug),
  );

describe("an area that closes", () => {
  let place: Place;
  let stewards: Awaited<ReturnType<typeof buildClosed>>;
  let promise: string;
  let link: string;

  withPlace({}, async (built) => {
    place = built;
    const { community, council, area, by } = built;
    const done = await buildDonePromise(community.editor, { area: area.slug }, by);
    const contact = await buildPost(built, community.lead, { organisation: council.slug });
    link = (await buildLink(community.lead, { id: done, personId: contact.id }, by)).token;
    expect(await openLink(link, built.clock)).toMatchObject({ state: "open" });
    promise = await buildPromise(built.councilSide.editor, { area: built.area.slug }, built.by);
  });

  it("is said to by who leads the community or an admin, and by nobody else, with a day to come and a reason", async () => {
    const { community, councilSide, outside, area, by } = place;
    const input = { slug: area.slug, closesOn: "2026-12-01", reason: "It ends." };
    expect(await statusOf(councilSide.lead, beginClosing, input, by)).toBe("forbidden");
    expect(await statusOf(community.editor, beginClosing, input, by)).toBe("forbidden");
    expect(await statusOf(outside.communityLead, beginClosing, input, by)).toBe("absent");
    const bad = await runAs(
      community.lead,
      beginClosing,
      { ...input, closesOn: "2026-09-01", reason: "" },
      by,
    );
    expect(bad).toMatchObject({ status: "invalid", fields: { reason: ["Say in a few words why"] } });
    expect(await runAs(community.lead, beginClosing, { ...input, closesOn: "2026-09-30" }, by)).toMatchObject(
      {
        status: "invalid",
        fields: { closesOn: ["Choose today or a later day"] },
      },
    );
    expect(await statusOf(community.lead, beginClosing, input, by)).toBe("done");
    expect(await statusOf(community.lead, beginClosing, input, by)).toBe("invalid");
    expect(await statusOf(community.lead, stopClosing, { slug: area.slug }, by)).toBe("done");
    expect((await standOf(community.lead, place))?.role).toBe("lead");
  });

  it("goes on as before until its day, which an admin alone confirms", async () => {
    const { community, council, area, by } = place;
    await buildClosing(place, "2026-11-01");
    const input = { slug: area.slug, closedOn: "2026-11-01", stewardId: council.id };
    expect(await statusOf(community.lead, confirmClosing, input, by)).toBe("forbidden");
    expect(
      await statusOf(
        community.editor,
        recordCommitment,
        { area: area.slug, bySide: "ours", title: "Still", dueOn: "2026-12-01" },
        by,
      ),
    ).toBe("done");
    expect(await statusOf(community.lead, stopClosing, { slug: area.slug }, by)).toBe("done");
    stewards = await buildClosed(place);
  });

  it("then lets everybody read and nobody write, in the same words for all", async () => {
    const { community, councilSide, area, admin, council, by } = place;
    const slug = { area: area.slug };
    const tries: [Command<Actor, never, never, unknown>, object][] = [
      [recordCommitment, { ...slug, bySide: "ours", title: "New", dueOn: "2026-12-01" }],
      [askRequest, { ...slug, title: "May we?", askedOn: "today" }],
      [planMeeting, { ...slug, on: "2026-12-01", how: "call", title: "Once more" }],
      [addPerson, { ...slug, name: "New Person", organisation: "ours", role: "chair" }],
      [replyToRecord, { id: promise, text: "A word" }],
      [reportDone, { id: promise, doneOn: "today", note: "Done" }],
    ] as never;
    for (const user of [community.lead, councilSide.editor, community.reader]) {
      for (const [command, input] of tries)
        expect(await runAs(user, command, input, by), `${user.name} ${command.id}`).toEqual({
          status: "forbidden",
          why: CLOSED_WORDS,
        });
    }
    const connect = { areaId: area.id, councilId: place.outside.council.id };
    expect(await runAs(admin, createRelationship, connect, by)).toEqual({
      status: "forbidden",
      why: CLOSED_WORDS,
    });
    expect(council.id).not.toBe(place.outside.council.id);
  });

  it("asks nothing of anybody, and stays there to read: for its steward what both sides share", async () => {
    const { community, area, clock } = place;
    const today = todayBy(clock);
    expect(
      await readAs(community.lead, area.slug, clock, (tx, actor) => findDesk(tx, actor, today, 5)),
    ).toEqual({ items: [], more: [], next: null });
    const seen = (user: SignedIn) =>
      readAs(user, area.slug, clock, (tx) => tx.record.findMany({ select: { id: true } }));
    expect((await seen(community.lead)).map(({ id }) => id)).toContain(promise);
    expect((await seen(stewards.reader)).map(({ id }) => id)).toContain(promise);
    expect(await standOf(stewards.reader, place)).toMatchObject({ role: "reader", closed: true });
  });

  it("takes no answer by a link that was made before, and shows none of its forms", async () => {
    expect(await sendAnswer(link, place.clock, { intent: "commitments.confirm" })).not.toBe("done");
    expect(await openLink(link, place.clock)).not.toMatchObject({ state: "open" });
  });

  it("refuses rows by row security too, whatever a command forgets", async () => {
    const { community, clock } = place;
    await expect(
      inTransaction(`user:${community.lead.id}`, todayBy(clock), (tx) =>
        tx.record.updateMany({ where: { id: promise }, data: { title: "Changed" } }),
      ),
    ).resolves.toEqual({ count: 0 });
  });

  it("becomes a legacy, and is opened again with a reason: then everybody has their role again", async () => {
    const { community, admin, area, by } = place;
    expect(await statusOf(admin, makeLegacy, { slug: area.slug }, by)).toBe("done");
    expect(await statusOf(admin, reopenArea, { slug: area.slug, reason: "" }, by)).toBe("invalid");
    expect(await statusOf(community.lead, reopenArea, { slug: area.slug, reason: "We go on" }, by)).toBe(
      "forbidden",
    );
    expect(await statusOf(admin, reopenArea, { slug: area.slug, reason: "It goes on" }, by)).toBe("done");
    expect(await standOf(community.lead, place)).toMatchObject({ role: "lead" });
    expect(await standOf(stewards.reader, place)).toBeNull();
    await mustRun(
      community.editor,
      recordCommitment,
      { area: area.slug, bySide: "ours", title: "Again", dueOn: "2026-12-01" },
      by,
    );
  });
});

const modules = import.meta.glob<Record<string, unknown>>(
  ["../features/**/*.commands.server.ts", "./**/*.commands.server.ts"],
  {
    eager: true,
  },
);
const commands = Object.values(modules)
  .flatMap((one) => Object.values(one))
  .filter(
    (one): one is Command<Actor, never, never, unknown> =>
      typeof one === "object" && one !== null && "allow" in one,
  );

describe("the one gate", () => {
  let place: Place;
  let actor: NonNullable<Awaited<ReturnType<typeof standOf>>>;
  withPlace({}, async (built) => {
    place = built;
    await buildClosed(built);
    actor = (await standOf(built.community.lead, built)) ?? actor;
  });

  it("knows every command", () => {
    expect(commands.length).toBeGreaterThan(100);
    const ids = commands.map(({ id }) => id);
    for (const id of WRITES_WHEN_CLOSED.filter((one) => one !== "areas.tell-takeover"))
      expect(ids).toContain(id);
  });

  /** The command as it is known to the gate, allowing itself everything and writing about the closed area. */
  const tried = (command: (typeof commands)[number], subject: object) => ({
    ...command,
    input: { safeParse: () => ({ success: true as const, data: {} }) } as never,
    subject: async () => subject as never,
    allow: () => true as const,
    run: async () => ({
      result: null,
      event: {
        subjectId: null,
        areaId: place.area.id,
        relationshipId: null,
        organisationId: null,
        side: null,
        level: "shared" as const,
        data: {},
      },
    }),
  });

  it.each(commands.map((command) => [command.id, command] as const))(
    "stops %s in a closed area",
    async (id, command) => {
      const wanted = WRITES_WHEN_CLOSED.includes(id) ? "done" : "forbidden";
      const execution = executionFor(place.community.lead, place.by);
      // By what it is about, before it does anything; and, where it does not say, by what it wrote.
      for (const subject of [{ actor }, {}]) {
        const outcome = await execute(tried(command, subject), {}, { ...execution, after: async () => {} });
        expect(outcome.status).toBe(wanted);
        if (outcome.status === "forbidden") expect(outcome.why).toBe(CLOSED_WORDS);
      }
      const byAdmin = await execute(
        tried(command, {}),
        {},
        { ...executionFor(place.admin, place.by), after: async () => {} },
      );
      expect(byAdmin.status).toBe(wanted);
    },
  );
});
