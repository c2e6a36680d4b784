import { describe, expect, it } from "vitest";
import {
  answerCheckIn,
  saveCheckInDraft,
  takeBackAnswers,
} from "~/features/check-ins/answers.commands.server";
import { callOffCheckIn, openCheckIn } from "~/features/check-ins/check-ins.commands.server";
import { findRounds, findSeatForm } from "~/features/check-ins/check-ins.queries.server";
import { inviteToCheckIn, uninviteFromCheckIn } from "~/features/check-ins/invite.commands.server";
import { addDays, startOfDay } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import {
  allAnswers,
  answerAs,
  answerByLink,
  findToken,
  inviteByLink,
  seatOf,
} from "../../tests/builders/check-in";
import { checkInRounds, noonOf } from "../../tests/builders/check-in-rounds";
import { buildPost } from "../../tests/builders/leaver";
import { mustRun } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { runByCheckInLink } from "./check-in-links.server";
import { runAs, type SignedIn } from "./execution.server";
import { closeDueCheckIns } from "./release-check-ins.server";

const rounds = checkInRounds();
const { by, area, community, council, newRound, viewOf, answerAll, rowsOf } = rounds;

describe("opening a check-in", () => {
  it("asks every account of both sides, readers too, and nobody else", async () => {
    const round = await newRound();
    for (const user of [...community(), ...council()])
      expect((await viewOf(user, round))?.mine).toMatchObject({ answered: false });
    const { rows } = await rounds.bare().query("select 1 from check_in_seat where check_in_id = $1", [round]);
    expect(rows).toHaveLength(6);
    expect(await viewOf(rounds.place().community.lead, round)).toMatchObject({
      state: "open",
      openedOn: rounds.day(),
      closesOn: addDays(rounds.day(), 14),
      lastDay: addDays(rounds.day(), 13),
      ownSide: { invited: 3, answered: 0 },
    });
    expect((await viewOf(rounds.place().community.editor, round))?.ownSide).toBeNull();
  });

  it("is for editors and leads of either side, in their own area", async () => {
    const open = (user: SignedIn) =>
      statusOf(user, openCheckIn, { area: area() }, by(addDays(rounds.day(), 200)));
    expect(await open(rounds.place().community.reader)).toBe("forbidden");
    expect(await open(rounds.place().councilSide.reader)).toBe("forbidden");
    expect(await open(rounds.place().outside.communityLead)).toBe("absent");
    expect(await open(rounds.place().admin)).toBe("absent");
  });

  it("is one at a time, and at most once in 90 days, said with the day", async () => {
    const round = await newRound(rounds.place().councilSide.lead);
    const at = (on: string) => runAs(rounds.place().community.lead, openCheckIn, { area: area() }, by(on));
    expect(await at(addDays(rounds.day(), 5))).toMatchObject({
      fields: { "": [expect.stringMatching(/is open already\. It takes answers until \d+ \w+ \d{4}\./)] },
    });
    await closeDueCheckIns(noonOf(addDays(rounds.day(), 14)));
    expect((await viewOf(rounds.place().community.lead, round))?.state).toBe("too few");
    expect(await at(addDays(rounds.day(), 89))).toMatchObject({
      fields: { "": [expect.stringMatching(/at most once a quarter\. .* from \d+ \w+ \d{4}\./)] },
    });
    expect((await at(addDays(rounds.day(), 90))).status).toBe("done");
    rounds.pass(90);
  });

  it("does not count one that was called off", async () => {
    const round = await newRound();
    const off = (user: SignedIn) => statusOf(user, callOffCheckIn, { id: round }, by());
    expect(await off(rounds.place().councilSide.lead)).toBe("forbidden");
    expect(await off(rounds.place().community.reader)).toBe("forbidden");
    expect(await off(rounds.place().outside.councilLead)).toBe("absent");
    await answerAll(round, [rounds.place().councilSide.editor]);
    expect(await off(rounds.place().community.lead)).toBe("done");
    expect(await off(rounds.place().community.lead)).toBe("invalid");
    expect((await viewOf(rounds.place().councilSide.reader, round))?.state).toBe("called off");
    await closeDueCheckIns(noonOf(rounds.day()));
    expect(await rowsOf("check_in_answer", round)).toEqual([]);
    expect(await statusOf(rounds.place().councilSide.lead, openCheckIn, { area: area() }, by())).toBe("done");
  });

  it("is one of two opened at once", async () => {
    rounds.pass(100);
    await closeDueCheckIns(noonOf(rounds.day()));
    const both = [rounds.place().community.lead, rounds.place().councilSide.lead].map((user) =>
      statusOf(user, openCheckIn, { area: area() }, by()),
    );
    expect((await Promise.all(both)).sort()).toEqual(["done", "invalid"]);
  });
});

describe("answering", () => {
  it("is kept as a draft, sent, changed and taken back, by oneself alone", async () => {
    const round = await newRound();
    const { reader, editor, lead } = rounds.place().community;
    const seatId = await seatOf(reader, area(), round, noonOf(rounds.day()));
    const form = () =>
      readAs(reader, area(), noonOf(rounds.day()), (tx, actor) =>
        findSeatForm(tx, actor, round, todayBy(noonOf(rounds.day()))),
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
    for (const other of [editor, lead, rounds.place().councilSide.lead])
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
    const { lead } = rounds.place().community;
    const found = await readAs(lead, area(), noonOf(rounds.day()), (tx, actor) =>
      findRounds(tx, actor, rounds.place().council.relationshipId, rounds.day()),
    );
    const seatId = await seatOf(lead, area(), found[0]?.id ?? "", noonOf(rounds.day()));
    expect(await statusOf(lead, answerCheckIn, { seatId, answers }, by())).toBe("invalid");
  });

  it("ends with the round, and no draft or taking back comes after", async () => {
    const round = await newRound();
    const { editor } = rounds.place().councilSide;
    const seatId = await seatOf(editor, area(), round, noonOf(rounds.day()));
    await mustRun(editor, answerCheckIn, { seatId, answers: allAnswers(2) }, by(addDays(rounds.day(), 13)));
    for (const on of [addDays(rounds.day(), 14), addDays(rounds.day(), 40)]) {
      expect(await statusOf(editor, answerCheckIn, { seatId, answers: allAnswers(2) }, by(on))).toBe(
        "invalid",
      );
      expect(await statusOf(editor, saveCheckInDraft, { seatId, answers: {} }, by(on))).toBe("invalid");
      expect(await statusOf(editor, takeBackAnswers, { seatId }, by(on))).toBe("invalid");
      await closeDueCheckIns(noonOf(addDays(rounds.day(), 30)));
    }
  });
});

describe("a personal link", () => {
  it("opens one seat as often as one likes, until the round closes", async () => {
    const {
      community: { lead },
      councilSide,
    } = rounds.place();
    const { id: personId } = await buildPost(rounds.place(), lead);
    const round = await newRound(councilSide.lead);
    const link = await inviteByLink(lead, round, personId, by());
    expect((await viewOf(lead, round))?.ownSide?.people.filter(({ via }) => via === "link")).toHaveLength(1);
    for (const answer of [1, 5] as const)
      expect(await answerByLink(link, allAnswers(answer), by())).toBe("done");
    expect(await rowsOf("check_in_answer", round)).toMatchObject([
      { answers: allAnswers(5), is_draft: false },
    ]);
    const other = await seatOf(lead, area(), round, noonOf(rounds.day()));
    expect(await answerByLink({ ...link, seatId: other }, allAnswers(1), by())).toBe("absent");
    const last = clockAt(new Date(startOfDay(addDays(rounds.day(), 14)).getTime() - 1));
    expect(await findToken(link.token, last)).toMatchObject({ isOpen: true });
    expect(await findToken(link.token, clockAt(startOfDay(addDays(rounds.day(), 14))))).toMatchObject({
      isOpen: false,
    });
    expect(await answerByLink(link, allAnswers(1), by(addDays(rounds.day(), 14)))).toBe("absent");
    expect(await findToken(link.token.replace(/^./, "~"), noonOf(rounds.day()))).toBeNull();
  });

  it("goes with its seat, which nobody takes from who has answered", async () => {
    const { lead, editor } = rounds.place().councilSide;
    const { id: personId } = await buildPost(rounds.place(), lead);
    const round = await newRound();
    const link = await inviteByLink(lead, round, personId, by());
    const uninvite = (user: SignedIn) =>
      statusOf(user, uninviteFromCheckIn, { id: round, seatId: link.seatId }, by());
    expect(await uninvite(editor)).toBe("absent");
    expect(await uninvite(rounds.place().community.lead)).toBe("absent");
    expect(await answerByLink(link, allAnswers(3), by())).toBe("done");
    expect(await uninvite(lead)).toBe("invalid");
    const back = await runByCheckInLink(link.linkId, takeBackAnswers, { seatId: link.seatId }, by());
    expect(back.status).toBe("done");
    expect(await uninvite(lead)).toBe("done");
    expect(await findToken(link.token, noonOf(rounds.day()))).toBeNull();
    const again = { id: round, inviteeId: personId, way: "mail" };
    expect(await statusOf(lead, inviteToCheckIn, again, by())).toBe("invalid");
    expect(await statusOf(editor, inviteToCheckIn, again, by())).toBe("forbidden");
    expect(
      await statusOf(rounds.place().community.lead, inviteToCheckIn, { ...again, way: "hand" }, by()),
    ).toBe("invalid");
  });

  it("and an account are one answer of one person, in whichever they gave it first", async () => {
    const { lead, reader } = rounds.place().community;
    const { id: personId } = await buildPost(rounds.place(), lead);
    const round = await newRound();
    const link = await inviteByLink(lead, round, personId, by());
    await rounds.bare().query('update "user" set person_id = $1 where id = $2', [personId, reader.id]);
    await answerAs(reader, { area: area(), round }, allAnswers(2), by());
    expect(await answerByLink(link, allAnswers(5), by())).toBe("invalid");
    await rounds.bare().query('update "user" set person_id = null where id = $1', [reader.id]);
  });

  it("of either side to one person are one answer, and the second says why it is refused", async () => {
    const { community: own, councilSide } = rounds.place();
    const { id: personId } = await buildPost(rounds.place(), own.lead);
    // Somebody of both sides' registers: a post with the council too.
    await rounds.bare().query(
      `insert into appointment select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(),
         'organisation_id', $2::uuid))).* from appointment a where person_id = $1`,
      [personId, rounds.place().council.id],
    );
    const round = await newRound();
    const ours = await inviteByLink(own.lead, round, personId, by());
    const theirs = await inviteByLink(councilSide.lead, round, personId, by());
    expect(await answerByLink(ours, allAnswers(2), by())).toBe("done");
    const second = { seatId: theirs.seatId, answers: allAnswers(5) };
    expect(await runByCheckInLink(theirs.linkId, answerCheckIn, second, by())).toMatchObject({
      fields: { "": [expect.stringContaining("One answer a person counts")] },
    });
    expect(await rowsOf("check_in_answer", round)).toHaveLength(1);
  });
});
