import { type AnswersInput, CHECK_IN_DAYS } from "~/features/check-ins/check-in";
import { checkInFacts, type ReleasedVoice } from "~/features/check-ins/check-in.facts";
import { QUESTIONS } from "~/features/check-ins/questions";
import { byComponent, type Sent, seenOf } from "~/features/check-ins/release";
import { otherSide, type Side } from "~/features/identity/actor";
import type { Component, Fact } from "~/features/scoring/facts";
import { currentMethod } from "~/features/scoring/methods";
import { addDays, type Day, startOfDay } from "~/platform/calendar/day";
import { newId } from "~/platform/ids";
import type { CastRow } from "./cast-rows";
import type { AreaPlan } from "./plan";
import type { Chance } from "./random";

type Round = AreaPlan["rounds"][number];
type Of = { areaId: string; relationshipId: string };
/** A round's rows with the voices that were heard in it. */
type Answered = { roundId: string; on: Day; rows: CastRow[]; voices: ReleasedVoice[] };

/** Has a round answered otherwise than the mould was: each side by how the other fares; whoever is too many is not asked. */
export function answerRound(
  cast: readonly CastRow[],
  { people, fares, day }: Round,
  chance: Chance,
  today: Day,
): Answered {
  const seats = cast.filter(({ table }) => table === "check_in_seat");
  const asked = bySide(seats, people);
  const rows = cast.filter(({ table, values }) => table !== "scoring_fact" && !isOf(values, seats, asked));
  const on = addDays(today, day + CHECK_IN_DAYS);
  const sent: (Sent & { who: string })[] = [];
  for (const { table, values } of rows) {
    if (table !== "check_in_answer") continue;
    const seat = asked.get(String(values.seat_id));
    if (!seat) throw new Error("An answer without a seat");
    const side = seat.side as Side;
    const answers = answersBy(fares[otherSide(side)], chance);
    Object.assign(values, { answers });
    const [userId, personId] = [seat.user_id, seat.person_id] as (string | null)[];
    const who = String(values.voice_id);
    sent.push({
      seatId: String(values.seat_id),
      side,
      answers,
      who,
      userId: userId ?? null,
      personId: personId ?? null,
    });
  }
  const round = rows.find(({ table }) => table === "check_in");
  if (!round) throw new Error("A round without its row");
  Object.assign(round.values, { result: seenOf(sent, on, currentMethod) });
  const roundId = String(round.values.id);
  const voices = sent.map(({ who, side, answers }) => ({
    who,
    roundId,
    on,
    side,
    answers: byComponent(answers),
  }));
  return { roundId, on, rows, voices };
}

/** So many seats of each side, by id. */
function bySide(seats: readonly CastRow[], people: number): Map<string, Record<string, unknown>> {
  const values = seats.map((seat) => seat.values);
  const some = (["council", "community"] as const).flatMap((side) =>
    values.filter((seat) => seat.side === side).slice(0, people),
  );
  return new Map(some.map((seat) => [String(seat.id), seat]));
}

/** Whether a row is of a seat that is not there. */
function isOf(
  values: Record<string, unknown>,
  seats: readonly CastRow[],
  asked: ReadonlyMap<string, unknown>,
): boolean {
  const text = JSON.stringify(values);
  return seats.some(({ values: { id } }) => !asked.has(String(id)) && text.includes(String(id)));
}

function answersBy(fares: Record<Component, number>, chance: Chance): AnswersInput {
  const answers = QUESTIONS.map(({ id, component }) => {
    if (chance.next() < 0.03) return [id, null];
    const said = Math.round(1 + 4 * fares[component] + 0.65 * chance.normal());
    return [id, Math.min(5, Math.max(1, said))];
  });
  return Object.fromEntries(answers) as AnswersInput;
}

/** What the rounds say to the score, as it came to be: each release ends the facts it changes and adds those that hold. */
export function factsOf(rounds: readonly Answered[], { areaId, relationshipId }: Of): CastRow[] {
  const made: CastRow[] = [];
  const held = new Map<string, { row: CastRow; text: string }>();
  for (const [index, { on }] of rounds.entries()) {
    const known = startOfDay(on);
    const facts = checkInFacts(rounds.slice(0, index + 1).flatMap(({ voices }) => voices));
    for (const fact of facts) {
      const [before, text] = [held.get(fact.id), JSON.stringify(fact)];
      if (before?.text === text) continue;
      if (before) Object.assign(before.row.values, { known_until: known.toISOString() });
      const row = rowOf(fact, { areaId, relationshipId, known });
      made.push(row);
      held.set(fact.id, { row, text });
    }
  }
  return made;
}

function rowOf(
  fact: Fact,
  { areaId, relationshipId, known }: { areaId: string; relationshipId: string; known: Date },
): CastRow {
  return {
    table: "scoring_fact",
    values: {
      ...{
        id: newId(known),
        source_id: fact.id.slice(0, 36),
        area_id: areaId,
        relationship_id: relationshipId,
      },
      ...{ type: fact.type, body: fact, known_from: known.toISOString(), known_until: null },
    },
  };
}
