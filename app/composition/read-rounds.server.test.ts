import { type LoaderFunctionArgs, RouterContextProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { addDays } from "~/platform/calendar/day";
import { type Clock, clockAt, todayBy } from "~/platform/clock";
import { ReadScope } from "~/platform/read-scope.server";
import { loader as list } from "~/routes/areas/check-ins/list";
import { action, loader as round } from "~/routes/areas/check-ins/round";
import { checkInRounds, noonOf } from "../../tests/builders/check-in-rounds";
import { endRoundsInTime } from "./end-due-rounds.server";
import type { SignedIn } from "./execution.server";
import { closeDueCheckIns } from "./release-check-ins.server";
import { clockContext, visitContext } from "./visit.server";

const rounds = checkInRounds();
const { area, community, council, newRound, answerAll, rowsOf } = rounds;

/** A page's loader or action, as its reader's request has it; no queue is worked anywhere in this file. */
function given(user: SignedIn, clock: Clock, id: string, form?: Record<string, string>) {
  const context = new RouterContextProvider();
  context.set(clockContext, clock);
  context.set(visitContext, { user, clock, scope: new ReadScope(`user:${user.id}`, todayBy(clock)) });
  const at = "http://localhost/areas/oakfield/check-ins";
  const request = form
    ? new Request(at, { method: "POST", body: new URLSearchParams(form) })
    : new Request(at);
  return { request, context, params: { area: area(), id } } as unknown as LoaderFunctionArgs;
}
const pageOf = (user: SignedIn, on: string, id: string) => round(given(user, noonOf(on), id) as never);
const listOf = (user: SignedIn, on: string) => list(given(user, noonOf(on), "") as never);
const over = () => addDays(rounds.day(), 14);
const place = () => rounds.place();
const entriesOf = async (id: string) =>
  (
    await rounds
      .bare()
      .query("select data from event where command = 'check-ins.release' and subject_id = $1", [id])
  ).rowCount;

async function answered(people = 3) {
  const id = await newRound();
  await answerAll(id, [...community().slice(0, people), ...council()]);
  return id;
}

describe("a round whose days are over, and no queue is worked", () => {
  it("is released by the first page of it that is opened, once, and not a minute before", async () => {
    const id = await answered();
    const { community: own, councilSide } = place();
    const last = clockAt(`${addDays(rounds.day(), 13)}T23:59:00Z`);
    await endRoundsInTime(last);
    const before = await round(given(own.lead, last, id) as never);
    expect(before).toMatchObject({ round: { state: "open", isOver: false }, released: null });
    const [mine, theirs] = await Promise.all([
      pageOf(own.reader, over(), id),
      pageOf(councilSide.lead, over(), id),
    ]);
    expect(mine.round).toMatchObject({ state: "released", endedOn: over() });
    expect(mine.released?.seen.people).toEqual({ community: 3, council: 3 });
    expect(theirs.released).toEqual(mine.released);
    expect(await closeDueCheckIns(noonOf(over()))).toBe(0);
    expect(await entriesOf(id)).toBe(1);
  });

  it("is released by the list of them too, and where too few answered it says so and keeps no answer", async () => {
    const id = await answered(2);
    expect(await rowsOf("check_in_answer", id)).toHaveLength(5);
    const page = await listOf(place().community.editor, over());
    expect(page?.rounds.find((one) => one.id === id)).toMatchObject({ state: "too few", isOver: false });
    expect(await rowsOf("check_in_answer", id)).toHaveLength(0);
    expect(page?.nextOn).toBe(addDays(rounds.day(), 90));
  });

  it("is released before anything at all is read on a new day; the same day asks no more", async () => {
    const id = await answered();
    await Promise.all([1, 2, 3].map(() => endRoundsInTime(noonOf(over()))));
    expect(await rounds.viewOf(place().community.reader, id, over())).toMatchObject({ state: "released" });
    expect(await entriesOf(id)).toBe(1);
    await rounds
      .bare()
      .query("update check_in set state = 'open', ended_on = null, result = null where id = $1", [id]);
    await endRoundsInTime(noonOf(over()));
    expect(await rounds.viewOf(place().community.reader, id, over())).toMatchObject({
      state: "open",
      isOver: true,
    });
    expect((await pageOf(place().community.reader, over(), id)).round.state).toBe("released");
  });

  it("says that it has closed, and shows nothing, where it cannot be ended just now; the next visit tries again", async () => {
    const id = await answered();
    const bare = rounds.bare();
    await bare.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise 'full'; end $$`,
    );
    await bare.query(
      "create trigger refuse before insert on scoring_fact for each row execute function refuse()",
    );
    const page = await pageOf(place().councilSide.reader, over(), id);
    expect(page).toMatchObject({
      round: { state: "open", isOver: true, can: { answer: false } },
      released: null,
    });
    expect(JSON.stringify(page)).not.toMatch(/"mean"|"levels"|"answers"/);
    expect(await rowsOf("check_in_answer", id)).toHaveLength(6);
    await bare.query("drop trigger refuse on scoring_fact");
    expect((await pageOf(place().councilSide.reader, over(), id)).round.state).toBe("released");
  });
});

describe("a round that is called off", () => {
  it("keeps no answer from then on, and counts as none: the next can be opened the same day", async () => {
    const id = await answered();
    const opener = place().community.editor;
    const sent = { intent: "call-off" };
    const done = await action(given(opener, noonOf(rounds.day()), id, sent) as never).catch(
      (answer) => answer,
    );
    expect((done as Response).status).toBe(302);
    expect(await rowsOf("check_in_answer", id)).toHaveLength(0);
    const page = await listOf(opener, rounds.day());
    expect(page?.rounds.find((one) => one.id === id)?.state).toBe("called off");
    expect(page).toMatchObject({ nextOn: null, canOpen: true });
  });
});
