import type { RelationshipView } from "~/features/areas/areas.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { factOn, lastLivedDayIn } from "~/features/scoring/fact-days";
import type { Fact } from "~/features/scoring/facts";
import type { Method } from "~/features/scoring/method";
import { methods } from "~/features/scoring/methods";
import type { Figures } from "~/features/scoring/score";
import { createScorer } from "~/features/scoring/scorer";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { emit } from "./emitters";
import { type HealthQuestion, knownAt, methodNamed, type Published } from "./health.server";
import { chooseRelationshipOn, type Joined } from "./relationship-on-day.server";
import { inputsOf } from "./score-inputs.server";
import { findFacts } from "./score-store.server";
import { type TakeoverTold, takeoversTold } from "./takeover-words";

/** How many figures of a digest a page shows: enough to compare two printed pages by eye. */
export const SHORT = 12;

/** From what, how and as of when a figure was made: with the same of each, it comes out the same at any time. */
export type Provenance = {
  asOf: Day;
  known: Day | null;
  methodId: string;
  parameterHash: string;
  inputsHash: string;
  records: number;
};

/** Everything a question about health is answered from: a relationship, its facts as known, a day and a method. */
export type Grounds = {
  chosen: RelationshipView;
  others: RelationshipView[];
  startsOn: Day | null;
  /** The one named was begun by a takeover after that day: nothing is known of it. */
  isAhead: boolean;
  /** Every relationship it has taken over by today: by that day its facts are among these, after it they are not. */
  joined: Joined[];
  facts: Fact[];
  method: Method;
  on: Day;
  provenance: Provenance;
};

/** The grounds of an answer; null: no relationship of the reader's, no such method, or a day that has not come. */
export async function findGrounds(
  tx: Tx,
  actor: AreaActor,
  question: HealthQuestion,
  today: Day,
  published: Published = methods,
): Promise<Grounds | null> {
  const method = methodNamed(question.method, published);
  if (!method || [question.on, question.known].some((day) => day !== null && day > today)) return null;
  const on = question.on ?? today;
  const { known } = question;
  const choice = await chooseRelationshipOn(tx, actor, question.council, on);
  if (!choice) return null;
  const facts = await findFacts(tx, choice.chosen.id, knownAt(known), on);
  return { ...choice, facts, method, on, provenance: provenanceOf(facts, method, { on, known }) };
}

function provenanceOf(
  facts: readonly Fact[],
  { id, parameterHash }: Method,
  { on, known }: { on: Day; known: Day | null },
): Provenance {
  const day = scoringDay(on);
  // People who answered a check-in are no records; whoever counts them would count who answered.
  const counted = facts.filter(
    (fact) => fact.type !== "check-in" && lastLivedDayIn(factOn(fact, day)) !== null,
  );
  return {
    asOf: on,
    known,
    methodId: id,
    parameterHash: parameterHash.slice(0, SHORT),
    inputsHash: inputsOf(facts).slice(0, SHORT),
    records: counted.length,
  };
}

/** What takeovers mean for the figures of the grounds. */
export function takeoversOf({ chosen, on, isAhead, joined }: Grounds): TakeoverTold[] {
  return takeoversTold({ council: chosen.council, on, isAhead, joined });
}

/** The figures of the grounds, from scratch. */
export function figuresOf({ facts, method, on }: Pick<Grounds, "facts" | "method" | "on">): Figures {
  const { items: _, ...figures } = createScorer(emit, method).score(facts, scoringDay(on));
  return figures;
}
