import { describe, expect, it } from "vitest";
import { answerCheckIn, saveCheckInDraft } from "~/features/check-ins/answers.commands.server";
import { findReleased } from "~/features/check-ins/check-ins.queries.server";
import { addDays } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { allAnswers, answerAs, answerByLink, inviteByLink, seatOf } from "../../tests/builders/check-in";
import { checkInRounds, noonOf } from "../../tests/builders/check-in-rounds";
import { buildPost } from "../../tests/builders/leaver";
import { mustRun } from "../../tests/builders/place";
import { readAs, statusOf } from "../../tests/builders/reading";
import { closeDueCheckIns } from "./release-check-ins.server";
import { findFacts, findFigures } from "./score-store.server";

const rounds = checkInRounds();
const { by, area, community, council, newRound, viewOf, answerAll, rowsOf } = rounds;

describe("the release", () => {
  it.each([
    ["over the night summer time begins", "2031-03-17", "2031-03-30T22:59:59Z", "2031-03-30T23:00:00Z"],
    ["over the night summer time ends", "2031-10-13", "2031-10-26T23:59:59Z", "2031-10-27T00:00:00Z"],
    ["in winter", "2032-01-20", "2032-02-02T23:59:59Z", "2032-02-03T00:00:00Z"],
  ])("comes with the end of the fourteenth day in London, %s", async (_, opened, last, over) => {
    const round = await newRound(rounds.place().community.editor, opened);
    await answerAll(round, [...community(), ...council()]);
    const seatId = await seatOf(rounds.place().community.reader, area(), round, noonOf(rounds.day()));
    const late = (at: string) => {
      const answers = allAnswers(1);
      return statusOf(
        rounds.place().community.reader,
        answerCheckIn,
        { seatId, answers },
        { clock: clockAt(at) },
      );
    };
    expect(await closeDueCheckIns(clockAt(last))).toBe(0);
    expect(await late(last)).toBe("done");
    expect(await late(over)).toBe("invalid");
    expect(await closeDueCheckIns(clockAt(over))).toBe(1);
    expect(await closeDueCheckIns(clockAt(over))).toBe(0);
    expect(await viewOf(rounds.place().councilSide.reader, round)).toMatchObject({
      state: "released",
      endedOn: addDays(rounds.day(), 14),
      ownSide: null,
    });
    rounds.pass(14);
  });

  it("gives both sides the same groups, and the score voices that no person is", async () => {
    const round = await newRound();
    const { lead, editor, reader } = rounds.place().community;
    const said = [
      [lead, allAnswers(1)],
      [editor, allAnswers(5, { "trust.3": null })],
      [reader, allAnswers(3, { "ownership.1": null, "ownership.2": null })],
    ] as const;
    for (const [user, answers] of said) await answerAs(user, { area: area(), round }, answers, by());
    await answerAll(round, council(), 4);
    await saveLateDraft(round);
    const before = await figures();
    await closeDueCheckIns(noonOf(addDays(rounds.day(), 14)));
    const seen = await Promise.all(
      [rounds.place().community.reader, rounds.place().councilSide.lead].map((user) =>
        readAs(user, area(), noonOf(rounds.day()), (tx, actor) =>
          findReleased(tx, actor, rounds.place().council.relationshipId),
        ),
      ),
    );
    expect(seen[0]).toEqual(seen[1]);
    expect(seen[0]?.[0]).toMatchObject({
      id: round,
      releasedOn: addDays(rounds.day(), 14),
      people: { community: 3, council: 3 },
      means: {
        community: {
          "trust.1": { mean: 3, answers: 3, levels: [1, 0, 1, 0, 1] },
          "trust.3": null,
          "ownership.1": null,
        },
        council: { "trust.3": { mean: 4, answers: 3, levels: [0, 0, 0, 3, 0] } },
      },
      components: { community: { trust: { people: 3, value: 50 }, ownership: null } },
    });
    // Drafts are gone, answers are read by nobody, and both sides' facts are evened.
    expect((await rowsOf("check_in_answer", round)).every((row) => !row.is_draft)).toBe(true);
    const facts = await readAs(lead, area(), noonOf(addDays(rounds.day(), 14)), async (tx) => {
      expect(await tx.checkInAnswer.count()).toBe(0);
      expect(await tx.checkInVoice.count()).toBe(0);
      return findFacts(tx, rounds.place().council.relationshipId);
    });
    const own = facts.flatMap((fact) =>
      fact.type === "check-in" && fact.id.startsWith(round) ? [fact] : [],
    );
    expect(own).toHaveLength(6);
    expect(own.filter(({ side }) => side === "community").map(({ items }) => items.recognition)).toEqual(
      Array(3).fill([3, 3, 3]),
    );
    expect(await figures(addDays(rounds.day(), 14))).not.toEqual(before);
  });

  async function saveLateDraft(round: string) {
    const seatId = await seatOf(rounds.place().councilSide.lead, area(), round, noonOf(rounds.day()));
    await mustRun(
      rounds.place().councilSide.lead,
      saveCheckInDraft,
      { seatId, answers: { "trust.1": 1 } },
      by(),
    );
  }

  const figures = (on: string = rounds.day()) =>
    readAs(rounds.place().community.lead, area(), noonOf(on), async (tx) => {
      const { components } = await findFigures(
        tx,
        rounds.place().council.relationshipId,
        todayBy(noonOf(on)),
      );
      return components.trust.streams.filter(({ indicator }) => indicator === "P").map(({ n, x }) => [n, x]);
    });

  it.each([
    ["three and two", 2, undefined],
    ["three, of whom one said too little to count", 3, { except: 1 }],
  ] as const)("shows and scores nothing of %s", async (_, people, little) => {
    const round = await newRound();
    await answerAll(round, council());
    await answerAll(round, community().slice(0, people));
    if (little) {
      const unsure = allAnswers(null, { "trust.1": 1, "dialogue.1": 5 });
      await answerAs(rounds.place().community.lead, { area: area(), round }, unsure, by());
    }
    const before = await factsNow();
    await closeDueCheckIns(noonOf(addDays(rounds.day(), 14)));
    for (const user of [rounds.place().community.lead, rounds.place().councilSide.lead])
      expect(await viewOf(user, round, addDays(rounds.day(), 20))).toMatchObject({
        state: "too few",
        ownSide: null,
      });
    expect(await rowsOf("check_in_answer", round)).toEqual([]);
    expect(await factsNow()).toEqual(before);
  });

  const factsNow = () =>
    readAs(rounds.place().community.lead, area(), noonOf(rounds.day()), (tx) =>
      findFacts(tx, rounds.place().council.relationshipId),
    );

  it("counts somebody asked twice once, whatever side asked them", async () => {
    const { lead } = rounds.place().community;
    const twice = [await buildPost(rounds.place(), lead), await buildPost(rounds.place(), lead)];
    const round = await newRound();
    await answerAll(round, council());
    await answerAll(round, [lead, rounds.place().community.editor]);
    for (const { id } of twice) {
      const link = await inviteByLink(lead, round, id, by());
      expect(await answerByLink(link, allAnswers(5), by())).toBe("done");
    }
    // Who they are comes out before the release: what names one names the other.
    await rounds.bare().query(
      "update check_in_seat set person_id = $1 where person_id = $2",
      twice.map(({ id }) => id),
    );
    await closeDueCheckIns(noonOf(addDays(rounds.day(), 14)));
    const [seen] = await readAs(lead, area(), noonOf(rounds.day()), (tx, actor) =>
      findReleased(tx, actor, rounds.place().council.relationshipId),
    );
    expect(seen).toMatchObject({ id: round, people: { community: 3, council: 3 } });
  });
});
