import { beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { runAs, type SignedIn } from "~/composition/execution.server";
import type { Actor } from "~/features/identity/actor";
import { todayBy } from "~/platform/clock";
import type { Command } from "~/platform/command.server";
import { mustRun, type Place } from "../../../tests/builders/place";
import { buildPlainRecord } from "../../../tests/builders/plain-record";
import { buildDonePromise, buildPromise } from "../../../tests/builders/promise";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock, testInstant } from "../../../tests/setup/clock";
import { withPlace } from "../../../tests/setup/with-place";
import { agreeNewDay, declineNewDay, proposeNewDay, tellOfDelay } from "./commitment-days.commands.server";
import { closeAsNotKept, disownCommitment, withdrawCommitment } from "./commitment-endings.commands.server";
import { confirmCommitment, reopenCommitment, reportDone } from "./commitment-outcomes.commands.server";
import { findCommitment } from "./commitment-page.queries.server";

let place: Place;
// 1 October 2026; promises are due on 1 November, the 31st day from here.
const clock = stoppedClock();
const by = { clock };
let promiser: SignedIn;
let owed: SignedIn;

withPlace({ clock, county: true }, (built) => {
  place = built;
  promiser = place.councilSide.editor;
  owed = place.community.editor;
});
beforeEach(() => clock.set(testInstant));

const inArea = () => ({ area: place.area.slug, council: place.council.slug });
const promise = () => buildPromise(promiser, inArea(), by);
const view = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findCommitment(tx, actor, id, todayBy(clock)));

/** Runs a command with this input and what the case changes in it. */
const verb =
  <S extends z.ZodType, T, R>(command: Command<Actor, S, T, R>, usual: Record<string, unknown>) =>
  (user: SignedIn, id: string, changes: Record<string, unknown> = {}) =>
    runAs(user, command, { ...usual, ...changes, id }, by);

const noProposal = { redatingId: "0190a5c4-0000-7000-8000-000000000000" };
const verbs = {
  tell: verb(tellOfDelay, { toldOn: "today" }),
  propose: verb(proposeNewDay, { newDueOn: "2026-12-01", reason: "The contractor is ill" }),
  agree: verb(agreeNewDay, noProposal),
  decline: verb(declineNewDay, { ...noProposal, reason: "No" }),
  notKept: verb(closeAsNotKept, { note: "The money went" }),
  withdraw: verb(withdrawCommitment, { note: "The gate is gone" }),
  notOurs: verb(disownCommitment, { text: "We never said so" }),
};
const verbNames = Object.keys(verbs) as (keyof typeof verbs)[];

describe("every one of these", () => {
  it.each(verbNames)("%s is for editors of the two sides alone", async (name) => {
    const id = await promise();
    const readers = [place.community.reader, place.councilSide.reader];
    for (const reader of readers) expect((await verbs[name](reader, id)).status).toBe("forbidden");
    const strangers = [place.outside.communityLead, place.outside.councilLead, place.county?.users.editor];
    for (const user of strangers) if (user) expect((await verbs[name](user, id)).status).toBe("absent");
  });

  it.each(verbNames)("%s is of promises alone", async (name) => {
    const id = await buildPlainRecord(promiser, { area: place.area.slug }, by);
    expect((await verbs[name](promiser, id)).status).toBe("absent");
  });

  it.each([
    ["tell", "owed"],
    ["notOurs", "owed"],
    ["withdraw", "promiser"],
  ] as const)("%s is not for the %s side", async (name, side) => {
    const user = side === "owed" ? owed : promiser;
    expect((await verbs[name](user, await promise())).status).toBe("forbidden");
  });

  it.each([
    ["tell", "toldOn", { toldOn: "2026-10-02" }],
    ["tell", "toldOn", { toldOn: "2026-09-30" }],
    ["propose", "newDueOn", { newDueOn: "2026-11-01" }],
    ["propose", "newDueOn", { newDueOn: "2026-09-30" }],
    ["propose", "reason", { reason: "" }],
    ["notKept", "note", { note: "" }],
  ] as const)("%s says beside %s what is wrong with %o", async (name, field, wrong) => {
    const answer = await verbs[name](promiser, await promise(), wrong);
    expect(answer).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });

  it("asks for words when a promise is let go or is not theirs", async () => {
    const id = await promise();
    expect(await runAs(owed, withdrawCommitment, { id, note: "" }, by)).toMatchObject({
      fields: { note: [expect.any(String)] },
    });
    expect(await runAs(promiser, disownCommitment, { id, text: "" }, by)).toMatchObject({
      fields: { text: [expect.any(String)] },
    });
  });
});

describe("being told that it takes longer", () => {
  it("is recorded once; the other side may correct a backdated day when it says yes", async () => {
    const id = await promise();
    clock.passDays(10);
    await mustRun(promiser, tellOfDelay, { id, toldOn: "2026-10-05", note: "By phone" }, by);
    expect(await view(owed, id)).toMatchObject({
      state: "open",
      flags: ["told"],
      told: { note: "By phone" },
    });
    expect(await statusOf(promiser, tellOfDelay, { id, toldOn: "today" }, by)).toBe("invalid");
    await mustRun(promiser, reportDone, { id, doneOn: "today", note: "Done" }, by);
    await mustRun(owed, confirmCommitment, { id, toldOn: "2026-10-09" }, by);
    expect((await view(owed, id))?.told?.on).toBe("2026-10-09");
  });
});

describe("a new day", () => {
  const propose = (user: SignedIn, id: string, newDueOn: string) =>
    mustRun(user, proposeNewDay, { id, newDueOn, reason: "The contractor is ill" }, by);
  const waiting = async (id: string) => (await view(owed, id))?.proposalId ?? "";
  const agree = async (user: SignedIn, id: string) =>
    mustRun(user, agreeNewDay, { id, redatingId: await waiting(id) }, by);

  it.each(["promiser", "owed"] as const)("proposed by the %s side is agreed by the other", async (side) => {
    const [proposer, other] = side === "promiser" ? [promiser, owed] : [owed, promiser];
    const id = await promise();
    await propose(proposer, id, "2026-12-01");
    expect((await view(other, id))?.next).toBe("agree-day");
    const redatingId = await waiting(id);
    expect(await statusOf(proposer, agreeNewDay, { id, redatingId }, by)).toBe("invalid");
    await agree(other, id);
    expect(await view(owed, id)).toMatchObject({
      state: "open",
      dueOn: "2026-11-01",
      effectiveDueOn: "2026-12-01",
      lookedForOn: "2026-12-01",
      redatings: [{ agreedOn: "2026-10-01", newDueOn: "2026-12-01" }],
    });
  });

  it("agreed after the day is on record and does not move it", async () => {
    const id = await promise();
    clock.passDays(32);
    await propose(promiser, id, "2026-12-01");
    await agree(owed, id);
    expect(await view(owed, id)).toMatchObject({
      effectiveDueOn: "2026-11-01",
      lookedForOn: "2026-12-01",
      flags: [],
    });
  });

  it("agreed a third time does not move the day", async () => {
    const id = await promise();
    for (const day of ["2026-11-10", "2026-11-20", "2026-11-30"]) {
      await propose(promiser, id, day);
      await agree(owed, id);
      clock.passDays(1);
    }
    expect(await view(owed, id)).toMatchObject({ effectiveDueOn: "2026-11-20", lookedForOn: "2026-11-30" });
  });

  it("declined keeps the day, with the reason for both to read", async () => {
    const id = await promise();
    await propose(promiser, id, "2026-12-01");
    const redatingId = await waiting(id);
    const empty = await runAs(owed, declineNewDay, { id, redatingId, reason: "" }, by);
    expect(empty).toMatchObject({ fields: { reason: [expect.any(String)] } });
    await mustRun(owed, declineNewDay, { id, redatingId, reason: "The fair is in November" }, by);
    expect(await view(promiser, id)).toMatchObject({
      effectiveDueOn: "2026-11-01",
      proposalId: null,
      redatings: [{ declinedReason: "The fair is in November" }],
    });
  });

  it("replaces one that waits; an answer to the replaced one is a conflict", async () => {
    const id = await promise();
    await propose(promiser, id, "2026-12-01");
    const first = await waiting(id);
    clock.passDays(1);
    await propose(promiser, id, "2026-12-20");
    expect(await statusOf(owed, agreeNewDay, { id, redatingId: first }, by)).toBe("conflict");
    await agree(owed, id);
    expect(await view(owed, id)).toMatchObject({
      lookedForOn: "2026-12-20",
      redatings: [{ replaced: true }, {}],
    });
  });
});

describe("endings", () => {
  it("not kept: by the promiser any time, by the other side after the day, and done after all", async () => {
    const id = await promise();
    clock.passDays(31);
    expect(await statusOf(owed, closeAsNotKept, { id, note: "Nothing" }, by)).toBe("invalid");
    clock.passDays(1);
    await mustRun(owed, closeAsNotKept, { id, note: "Nothing came" }, by);
    expect(await view(promiser, id)).toMatchObject({ state: "not-kept", notKept: { note: "Nothing came" } });
    await mustRun(promiser, reportDone, { id, doneOn: "today", note: "Now it is" }, by);
    expect(await view(owed, id)).toMatchObject({ state: "done", notKept: null });
    clock.set(testInstant);
    await mustRun(promiser, closeAsNotKept, { id: await promise(), note: "We cannot" }, by);
  });

  it("let go: by the side it is owed to, who may open it again", async () => {
    const id = await promise();
    await mustRun(owed, withdrawCommitment, { id, note: "No longer needed" }, by);
    expect(await view(promiser, id)).toMatchObject({ state: "withdrawn", waitingOn: null, can: [] });
    expect(await statusOf(promiser, reopenCommitment, { id, note: "x" }, by)).toBe("invalid");
    await mustRun(owed, reopenCommitment, { id, note: "Needed after all" }, by);
    expect((await view(promiser, id))?.state).toBe("open");
  });

  it("not ours: disputed, within 28 days, and settled by its side doing it", async () => {
    const theirs = { ...inArea(), bySide: "theirs" as const };
    const id = await buildPromise(owed, theirs, by);
    const answer = { id, text: "We never said so" };
    clock.passDays(29);
    expect(await statusOf(promiser, disownCommitment, answer, by)).toBe("invalid");
    clock.passDays(-1);
    await mustRun(promiser, disownCommitment, answer, by);
    expect(await view(owed, id)).toMatchObject({
      flags: ["contested"],
      disownedOn: "2026-10-29",
      state: "open",
    });
    expect(await statusOf(promiser, disownCommitment, answer, by)).toBe("invalid");
    await mustRun(promiser, reportDone, { id, doneOn: "today", note: "Done all the same" }, by);
    expect(await view(owed, id)).toMatchObject({ flags: [], state: "done" });
  });

  it("not ours: never of a promise its own side recorded", async () => {
    const id = await promise();
    expect(await statusOf(promiser, disownCommitment, { id, text: "No" }, by)).toBe("forbidden");
  });

  it("nothing moves a promise that waits for a yes", async () => {
    const id = await buildDonePromise(promiser, inArea(), by);
    for (const name of ["tell", "propose", "notKept"] as const) {
      expect((await verbs[name](promiser, id)).status).toBe("invalid");
    }
    expect(await statusOf(owed, withdrawCommitment, { id, note: "x" }, by)).toBe("invalid");
  });
});
