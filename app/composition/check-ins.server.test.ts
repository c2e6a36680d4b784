import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  answerCheckIn,
  saveCheckInDraft,
  takeBackAnswers,
} from "~/features/check-ins/answers.commands.server";
import { callOffCheckIn, openCheckIn } from "~/features/check-ins/check-ins.commands.server";
import { findRound, findRounds, findSeatForm } from "~/features/check-ins/check-ins.queries.server";
import { inviteToCheckIn, uninviteFromCheckIn } from "~/features/check-ins/invite.commands.server";
import { addDays, dayOf, startOfDay } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import {
  allAnswers,
  answerAs,
  answerByLink,
  buildRound,
  findToken,
  inviteByLink,
  seatOf,
} from "../../tests/builders/check-in";
import { buildPost } from "../../tests/builders/leaver";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runByCheckInLink } from "./check-in-links.server";
import { runAs, type SignedIn } from "./execution.server";
import { closeDueCheckIns } from "./release-check-ins.server";

let db: TestDatabase;
let place: Place;
let bare: Client;
let day = dayOf(new Date("2026-11-02T12:00:00Z"));

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  bare = new Client({ connectionString: db.ownerUrl });
  await bare.connect();
  await bare.query("select set_config('app.principal', 'maintenance', false)");
});
afterAll(async () => {
  await bare.end();
  await closeDatabase();
  await db.drop();
});

const noonOf = (on: string) => clockAt(`${on}T12:00:00Z`);
const by = (on: string = day) => ({ clock: noonOf(on) });
const area = () => place.area.slug;
const community = () => Object.values(place.community);
const council = () => Object.values(place.councilSide);

/** A new round, in a quarter of its own: whatever was open before has ended. */
async function newRound(user: SignedIn = place.community.editor, on: string = addDays(day, 100)) {
  day = on as typeof day;
  await closeDueCheckIns(noonOf(day));
  return buildRound(place, user, by());
}

const viewOf = (user: SignedIn, id: string, on: string = day) =>
  readAs(user, area(), noonOf(on), (tx, actor) => findRound(tx, actor, id, todayBy(noonOf(on))));

async function answerAll(round: string, users: readonly SignedIn[], answer: 1 | 2 | 3 | 4 | 5 = 4) {
  for (const user of users) await answerAs(user, { area: area(), round }, allAnswers(answer), by());
}

const rowsOf = async (table: string, round: string) =>
  (
    await bare.query(
      `select a.* from ${table} a join check_in_seat s on s.id = a.seat_id where s.check_in_id = $1`,
      [round],
    )
  ).rows;

describe("opening a check-in", () => {
  it("asks every account of both sides, readers too, and nobody else", async () => {
    const round = await newRound();
    for (const user of [...community(), ...council()])
      expect((await viewOf(user, round))?.mine).toMatchObject({ answered: false });
    const { rows } = await bare.query("select 1 from check_in_seat where check_in_id = $1", [round]);
    expect(rows).toHaveLength(6);
    expect(await viewOf(place.community.lead, round)).toMatchObject({
      state: "open",
      openedOn: day,
      closesOn: addDays(day, 14),
      lastDay: addDays(day, 13),
      ownSide: { invited: 3, answered: 0 },
    });
    expect((await viewOf(place.community.editor, round))?.ownSide).toBeNull();
  });

  it("is for editors and leads of either side, in their own area", async () => {
    const open = (user: SignedIn) => statusOf(user, openCheckIn, { area: area() }, by(addDays(day, 200)));
    expect(await open(place.community.reader)).toBe("forbidden");
    expect(await open(place.councilSide.reader)).toBe("forbidden");
    expect(await open(place.outside.communityLead)).toBe("absent");
    expect(await open(place.admin)).toBe("absent");
  });

  it("is one at a time, and at most once in 90 days, said with the day", async () => {
    const round = await newRound(place.councilSide.lead);
    const at = (on: string) => runAs(place.community.lead, openCheckIn, { area: area() }, by(on));
    expect(await at(addDays(day, 5))).toMatchObject({
      fields: { "": [expect.stringMatching(/is open already\. It takes answers until \d+ \w+ \d{4}\./)] },
    });
    await closeDueCheckIns(noonOf(addDays(day, 14)));
    expect((await viewOf(place.community.lead, round))?.state).toBe("too few");
    expect(await at(addDays(day, 89))).toMatchObject({
      fields: { "": [expect.stringMatching(/at most once a quarter\. .* from \d+ \w+ \d{4}\./)] },
    });
    expect((await at(addDays(day, 90))).status).toBe("done");
    day = addDays(day, 90);
  });

  it("does not count one that was called off", async () => {
    const round = await newRound();
    const off = (user: SignedIn) => statusOf(user, callOffCheckIn, { id: round }, by());
    expect(await off(place.councilSide.lead)).toBe("forbidden");
    expect(await off(place.community.reader)).toBe("forbidden");
    expect(await off(place.outside.councilLead)).toBe("absent");
    await answerAll(round, [place.councilSide.editor]);
    expect(await off(place.community.lead)).toBe("done");
    expect(await off(place.community.lead)).toBe("invalid");
    expect((await viewOf(place.councilSide.reader, round))?.state).toBe("called off");
    await closeDueCheckIns(noonOf(day));
    expect(await rowsOf("check_in_answer", round)).toEqual([]);
    expect(await statusOf(place.councilSide.lead, openCheckIn, { area: area() }, by())).toBe("done");
  });

  it("is one of two opened at once", async () => {
    day = addDays(day, 100);
    await closeDueCheckIns(noonOf(day));
    const both = [place.community.lead, place.councilSide.lead].map((user) =>
      statusOf(user, openCheckIn, { area: area() }, by()),
    );
    expect((await Promise.all(both)).sort()).toEqual(["done", "invalid"]);
  });
});

describe("answering", () => {
  it("is kept as a draft, sent, changed and taken back, by oneself alone", async () => {
    const round = await newRound();
    const { reader, editor, lead } = place.community;
    const seatId = await seatOf(reader, area(), round, noonOf(day));
    const form = () =>
      readAs(reader, area(), noonOf(day), (tx, actor) =>
        findSeatForm(tx, actor, round, todayBy(noonOf(day))),
      );
    await mustRun(reader, saveCheckInDraft, { seatId, answers: { "trust.1": 2 } }, by());
    await mustRun(reader, saveCheckInDraft, { seatId, answers: { "trust.2": null } }, by());
    expect(await form()).toMatchObject({ answers: null, draft: { "trust.1": 2, "trust.2": null } });
    expect((await viewOf(lead, round))?.ownSide?.answered).toBe(0);
    for (const [answer, answered] of [
      [3, 1],
      [5, 1],
    ] as const) {
      await mustRun(reader, answerCheckIn, { seatId, answers: allAnswers(answer) }, by());
      expect((await viewOf(lead, round))?.ownSide?.answered).toBe(answered);
    }
    expect(await form()).toMatchObject({ answers: allAnswers(5), draft: null, about: "Barley Borough" });
    for (const other of [editor, lead, place.councilSide.lead])
      for (const command of [answerCheckIn, saveCheckInDraft])
        expect(await statusOf(other, command, { seatId, answers: allAnswers(1) }, by())).toBe("absent");
    await mustRun(reader, takeBackAnswers, { seatId }, by());
    expect(await statusOf(reader, takeBackAnswers, { seatId }, by())).toBe("invalid");
    expect((await viewOf(reader, round))?.mine).toEqual({ seatId, answered: false, hasDraft: false });
    expect(await rowsOf("check_in_answer", round)).toEqual([]);
  });

  it.each([
    ["a question is missing", { ...allAnswers(3), "trust.2": undefined }],
    ["an answer is no level", { ...allAnswers(3), "trust.2": 6 }],
    ["an answer is between two", { ...allAnswers(3), "trust.2": 2.5 }],
    ["there is a question of nobody's", { ...allAnswers(3), "trust.4": 2 }],
    ["there is none", undefined],
  ])("is refused where %s", async (_, answers) => {
    const rounds = await readAs(place.community.lead, area(), noonOf(day), (tx, actor) =>
      findRounds(tx, actor, place.council.relationshipId, day),
    );
    const seatId = await seatOf(place.community.lead, area(), rounds[0]?.id ?? "", noonOf(day));
    expect(await statusOf(place.community.lead, answerCheckIn, { seatId, answers }, by())).toBe("invalid");
  });

  it("ends with the round, and no draft or taking back comes after", async () => {
    const round = await newRound();
    const { editor } = place.councilSide;
    const seatId = await seatOf(editor, area(), round, noonOf(day));
    await mustRun(editor, answerCheckIn, { seatId, answers: allAnswers(2) }, by(addDays(day, 13)));
    for (const on of [addDays(day, 14), addDays(day, 40)]) {
      expect(await statusOf(editor, answerCheckIn, { seatId, answers: allAnswers(2) }, by(on))).toBe(
        "invalid",
      );
      expect(await statusOf(editor, saveCheckInDraft, { seatId, answers: {} }, by(on))).toBe("invalid");
      expect(await statusOf(editor, takeBackAnswers, { seatId }, by(on))).toBe("invalid");
      await closeDueCheckIns(noonOf(addDays(day, 30)));
    }
  });
});

describe("a personal link", () => {
  it("opens one seat as often as one likes, until the round closes", async () => {
    const {
      community: { lead },
      councilSide,
    } = place;
    const { id: personId } = await buildPost(place, lead);
    const round = await newRound(councilSide.lead);
    const link = await inviteByLink(lead, round, personId, by());
    expect((await viewOf(lead, round))?.ownSide?.people.filter(({ via }) => via === "link")).toHaveLength(1);
    for (const answer of [1, 5] as const)
      expect(await answerByLink(link, allAnswers(answer), by())).toBe("done");
    expect(await rowsOf("check_in_answer", round)).toMatchObject([
      { answers: allAnswers(5), is_draft: false },
    ]);
    const other = await seatOf(lead, area(), round, noonOf(day));
    expect(await answerByLink({ ...link, seatId: other }, allAnswers(1), by())).toBe("absent");
    const last = clockAt(new Date(startOfDay(addDays(day, 14)).getTime() - 1));
    expect(await findToken(link.token, last)).toMatchObject({ isOpen: true });
    expect(await findToken(link.token, clockAt(startOfDay(addDays(day, 14))))).toMatchObject({
      isOpen: false,
    });
    expect(await answerByLink(link, allAnswers(1), by(addDays(day, 14)))).toBe("absent");
    expect(await findToken(link.token.replace(/^./, "~"), noonOf(day))).toBeNull();
  });

  it("goes with its seat, which nobody takes from who has answered", async () => {
    const { lead, editor } = place.councilSide;
    const { id: personId } = await buildPost(place, lead);
    const round = await newRound();
    const link = await inviteByLink(lead, round, personId, by());
    const uninvite = (user: SignedIn) =>
      statusOf(user, uninviteFromCheckIn, { id: round, seatId: link.seatId }, by());
    expect(await uninvite(editor)).toBe("absent");
    expect(await uninvite(place.community.lead)).toBe("absent");
    expect(await answerByLink(link, allAnswers(3), by())).toBe("done");
    expect(await uninvite(lead)).toBe("invalid");
    const back = await runByCheckInLink(link.linkId, takeBackAnswers, { seatId: link.seatId }, by());
    expect(back.status).toBe("done");
    expect(await uninvite(lead)).toBe("done");
    expect(await findToken(link.token, noonOf(day))).toBeNull();
    const again = { id: round, inviteeId: personId, way: "mail" };
    expect(await statusOf(lead, inviteToCheckIn, again, by())).toBe("invalid");
    expect(await statusOf(editor, inviteToCheckIn, again, by())).toBe("forbidden");
    expect(await statusOf(place.community.lead, inviteToCheckIn, { ...again, way: "hand" }, by())).toBe(
      "invalid",
    );
  });

  it("and an account are one answer of one person, in whichever they gave it first", async () => {
    const { lead, reader } = place.community;
    const { id: personId } = await buildPost(place, lead);
    const round = await newRound();
    const link = await inviteByLink(lead, round, personId, by());
    await bare.query('update "user" set person_id = $1 where id = $2', [personId, reader.id]);
    await answerAs(reader, { area: area(), round }, allAnswers(2), by());
    expect(await answerByLink(link, allAnswers(5), by())).toBe("invalid");
    await bare.query('update "user" set person_id = null where id = $1', [reader.id]);
  });
});
