import { beforeEach, describe, expect, it } from "vitest";
import type { z } from "zod";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { sayEvent } from "~/composition/wording.server";
import { createRelationship } from "~/features/areas/areas.commands.server";
import type { Actor } from "~/features/identity/actor";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { todayBy } from "~/platform/clock";
import type { Command } from "~/platform/command.server";
import { mustRun, type Place } from "../../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../../tests/builders/promise";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock, testInstant } from "../../../tests/setup/clock";
import { withPlace } from "../../../tests/setup/with-place";
import { findRecordPanel } from "../records/record-panel.queries.server";
import { settleDispute } from "../records/records.commands.server";
import {
  confirmCommitment,
  refuseToConfirm,
  reopenCommitment,
  reportDone,
} from "./commitment-outcomes.commands.server";
import { findCommitment } from "./commitment-page.queries.server";

let place: Place;
// 1 October 2026; promises are due on 1 November.
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
const done = () => buildDonePromise(promiser, inArea(), by);
const view = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findCommitment(tx, actor, id, todayBy(clock)));
const history = async (id: string) => {
  const panel = await readAs(owed, place.area.slug, clock, (tx, actor) =>
    findRecordPanel(tx, actor, id, clock.now()),
  );
  return panel?.history.map(({ command, data }) => sayEvent(command, data)) ?? [];
};

/** Nobody but the right side: every other principal, for one command. */
async function expectOnly<S extends z.ZodType, T, R>(
  command: Command<Actor, S, T, R>,
  input: Record<string, unknown>,
  right: "promiser" | "owed",
) {
  const wrong = right === "promiser" ? owed : promiser;
  const readers = [place.community.reader, place.councilSide.reader];
  expect(await statusOf(wrong, command, input, by)).toBe("forbidden");
  for (const reader of readers) expect(await statusOf(reader, command, input, by)).toBe("forbidden");
  const strangers = [
    place.outside.communityLead,
    place.outside.councilLead,
    place.county?.users.lead,
    place.admin,
  ];
  for (const stranger of strangers) {
    if (stranger) expect(await statusOf(stranger, command, input, by)).toBe("absent");
  }
}

describe("saying that it is done", () => {
  const input = (id: string, changes = {}) => ({ id, doneOn: "today", note: "It hangs again.", ...changes });

  it("is the promiser's alone, and waits for the other's yes", async () => {
    const id = await promise();
    await expectOnly(reportDone, input(id), "promiser");
    await mustRun(promiser, reportDone, input(id), by);
    for (const user of [promiser, owed]) {
      expect(await view(user, id)).toMatchObject({
        state: "done",
        done: { on: "2026-10-01", saidOn: "2026-10-01", note: "It hangs again." },
        waitingOn: { name: "the partnership" },
        lapsesOn: "2026-10-29",
      });
    }
    expect((await view(owed, id))?.next).toBe("confirm");
    expect((await view(promiser, id))?.next).toBeNull();
    expect(await history(id)).toContain(
      "said that the promise “Mend the gate” was done on 1 October 2026: It hangs again.",
    );
  });

  it.each([
    ["doneOn", { doneOn: "2026-10-02" }],
    ["doneOn", { doneOn: "2026-09-30" }],
    ["doneOn", { doneOn: "2026-13-01" }],
    ["note", { note: "" }],
  ])("says beside %s what is wrong with %o", async (field, wrong) => {
    const id = await promise();
    const answer = await runAs(promiser, reportDone, input(id, wrong), by);
    expect(answer).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });

  it("stands on own word after 28 days, and can still be confirmed", async () => {
    const id = await done();
    clock.passDays(27);
    expect((await view(owed, id))?.state).toBe("done");
    clock.passDays(1);
    for (const user of [promiser, owed]) {
      expect(await view(user, id)).toMatchObject({ state: "kept", flags: ["own-word"] });
    }
    expect(await statusOf(owed, refuseToConfirm, { id, text: "No" }, by)).toBe("invalid");
    await mustRun(owed, confirmCommitment, { id }, by);
    expect(await view(owed, id)).toMatchObject({ state: "kept", flags: [] });
  });
});

describe("a side without an account", () => {
  it("never lets a promise stand on own word, for nobody there could have answered", async () => {
    const { area, communityLead: user } = place.outside;
    const tier = "district" as const;
    const named = { name: "Quiet Council", shortName: "Quiet", kinds: ["council" as const], tier };
    const quiet = await mustRun(place.admin, createOrganisation, named, by);
    const relationship = { areaId: area.id, councilId: quiet.id, startsOn: "2020-01-01" };
    await mustRun(place.admin, createRelationship, relationship, by);
    const toQuiet = await buildDonePromise(user, { area: area.slug, council: quiet.slug }, by);
    const toOther = await buildDonePromise(
      user,
      { area: area.slug, council: place.outside.council.slug },
      by,
    );
    clock.passDays(100);
    const state = (id: string) =>
      readAs(user, area.slug, clock, async (tx, actor) => {
        const found = await findCommitment(tx, actor, id, todayBy(clock));
        return [found?.state, found?.lapsesOn];
      });
    expect(await state(toQuiet)).toEqual(["done", null]);
    expect(await state(toOther)).toEqual(["kept", null]);
  });
});

describe("confirming", () => {
  it("is the other side's alone, and keeps the promise", async () => {
    const id = await done();
    await expectOnly(confirmCommitment, { id }, "owed");
    await mustRun(owed, confirmCommitment, { id, revision: 2 }, by);
    expect(await view(promiser, id)).toMatchObject({ state: "kept", confirmedOn: "2026-10-01" });
    expect(await statusOf(owed, confirmCommitment, { id }, by)).toBe("invalid");
  });

  it("needs something to confirm", async () => {
    expect(await statusOf(owed, confirmCommitment, { id: await promise() }, by)).toBe("invalid");
  });

  it("is of what was read, not of what came after", async () => {
    const id = await done();
    await mustRun(promiser, reopenCommitment, { id, note: "Wrong day" }, by);
    await mustRun(promiser, reportDone, { id, doneOn: "today", note: "Again" }, by);
    expect(await statusOf(owed, confirmCommitment, { id, revision: 2 }, by)).toBe("conflict");
    expect((await view(owed, id))?.state).toBe("done");
  });

  it("may correct a day that was dated before it was entered, and that one only", async () => {
    const id = await promise();
    clock.passDays(40);
    await mustRun(promiser, reportDone, { id, doneOn: "2026-10-20", note: "Done long ago" }, by);
    const wrong = [{ doneOn: "2026-11-11" }, { doneOn: "2026-09-30" }, { toldOn: "2026-10-20" }];
    for (const days of wrong) {
      const [field = ""] = Object.keys(days);
      const answer = await runAs(owed, confirmCommitment, { id, ...days }, by);
      expect(answer).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
    }
    await mustRun(owed, confirmCommitment, { id, doneOn: "2026-11-05" }, by);
    expect(await view(promiser, id)).toMatchObject({ state: "kept-late", done: { on: "2026-11-05" } });
    expect(await history(id)).toContain(
      "said yes, the promise “Mend the gate” is done, and corrected the day it was done to 5 November 2026",
    );
  });

  it("lets a day stand that was entered on itself", async () => {
    const id = await buildDonePromise(promiser, { ...inArea(), madeOn: "2026-09-01" }, by);
    const answer = await runAs(owed, confirmCommitment, { id, doneOn: "2026-09-20" }, by);
    expect(answer).toMatchObject({
      status: "invalid",
      fields: { doneOn: [expect.stringMatching(/stands/)] },
    });
  });
});

describe("saying that it is not done yet", () => {
  it("is the other side's alone, disputes the promise and leaves it open", async () => {
    const id = await done();
    await expectOnly(refuseToConfirm, { id, text: "It still sticks." }, "owed");
    await mustRun(owed, refuseToConfirm, { id, text: "It still sticks." }, by);
    expect(await view(promiser, id)).toMatchObject({
      state: "open",
      flags: ["contested"],
      next: "report-done",
    });
    const panel = await readAs(promiser, place.area.slug, clock, (tx, actor) =>
      findRecordPanel(tx, actor, id, clock.now()),
    );
    expect(panel?.replies).toMatchObject([{ text: "It still sticks.", disputes: true, side: "community" }]);
  });

  it("asks for words", async () => {
    const answer = await runAs(owed, refuseToConfirm, { id: await done(), text: " " }, by);
    expect(answer).toMatchObject({ status: "invalid", fields: { text: [expect.any(String)] } });
  });

  it.each(["settled", "said yes to"] as const)(
    "is over once the side that said so has %s it",
    async (how) => {
      const id = await done();
      await mustRun(owed, refuseToConfirm, { id, text: "It still sticks." }, by);
      expect(await statusOf(promiser, settleDispute, { id }, by)).toBe("forbidden");
      if (how === "settled") await mustRun(owed, settleDispute, { id }, by);
      else await mustRun(owed, confirmCommitment, { id }, by);
      const state = how === "settled" ? "done" : "kept";
      expect(await view(promiser, id)).toMatchObject({ state, flags: [] });
    },
  );
});

describe("opening again", () => {
  it("is either side's once kept, keeps the history, and asks why", async () => {
    for (const user of [promiser, owed]) {
      const id = await done();
      await mustRun(owed, confirmCommitment, { id }, by);
      expect(await runAs(user, reopenCommitment, { id, note: "" }, by)).toMatchObject({
        fields: { note: [expect.any(String)] },
      });
      await mustRun(user, reopenCommitment, { id, note: "It fell off." }, by);
      expect(await view(owed, id)).toMatchObject({ state: "open", done: null, confirmedOn: null });
      expect(await history(id)).toHaveLength(4);
    }
  });

  it("is the promiser's alone while it waits for a yes, and nobody's while it is open", async () => {
    const id = await done();
    expect(await statusOf(owed, reopenCommitment, { id, note: "x" }, by)).toBe("invalid");
    await mustRun(promiser, reopenCommitment, { id, note: "Not yet" }, by);
    expect(await statusOf(promiser, reopenCommitment, { id, note: "x" }, by)).toBe("invalid");
    expect(await statusOf(place.community.reader, reopenCommitment, { id, note: "x" }, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, reopenCommitment, { id, note: "x" }, by)).toBe("absent");
  });
});
