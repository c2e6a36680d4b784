import type { Day } from "~/platform/calendar/day";
import { dayOf as scoringDay } from "../scoring/day";
import { COMPONENTS, type Component, SIDES, type Side } from "../scoring/facts";
import type { Method } from "../scoring/method";
import { personScore } from "../scoring/rules/P";
import { type AnswersInput, MIN_PEOPLE, type QuestionSeen } from "./check-in";
import { QUESTIONS, type QuestionId, questionsOf } from "./questions";
import type { Seen } from "./result";
import { hasEnough, resultsOf, type Voice } from "./results";

/** Somebody's answers as they were sent, with who they are as far as is known: their account, their entry, or both. */
export type Sent = {
  seatId: string;
  userId: string | null;
  personId: string | null;
  side: Side;
  answers: AnswersInput;
};

/** One answer a person: of somebody who came to answer twice the one by their account counts, else the first. */
export function oneEach(sent: readonly Sent[]): Sent[] {
  const byPerson = new Map<string, Sent>();
  const accountsFirst = sent.toSorted(
    (a, b) => Number(a.userId === null) - Number(b.userId === null) || (a.seatId < b.seatId ? -1 : 1),
  );
  for (const one of accountsFirst) {
    const who = one.personId ?? one.userId ?? one.seatId;
    if (!byPerson.has(who)) byPerson.set(who, one);
  }
  return [...byPerson.values()];
}

type Three = Voice["answers"][Component];

/** The same answers by component, in the order of its questions. */
export function byComponent(answers: AnswersInput): Record<Component, Three> {
  const three = (component: Component): Three => {
    const [a = null, b = null, c = null] = questionsOf(component).map(({ id }) => answers[id]);
    return [a, b, c];
  };
  return {
    recognition: three("recognition"),
    trust: three("trust"),
    dialogue: three("dialogue"),
    flexibility: three("flexibility"),
    ownership: three("ownership"),
  };
}

/** Whether somebody said enough about any component to count in it: two of its three questions. */
export function isScoreable({ answers }: Pick<Voice, "answers">): boolean {
  return COMPONENTS.some((component) => personScore(answers[component]) !== null);
}

/** Whether a round is released: each side has three people or more who said enough to count. */
export function isReleasable(voices: readonly Voice[], method: Method): boolean {
  return hasEnough(voices.filter(isScoreable), method);
}

/** What both sides are shown of a round: means of three answers or more, components of three people or more. */
export function seenOf(sent: readonly Sent[], on: Day, method: Method): Seen {
  const voices = sent.map(({ side, answers }) => ({ side, answers: byComponent(answers) }));
  const views = resultsOf(voices, scoringDay(on), method);
  const components = (side: Side) =>
    fromKeys(COMPONENTS, (component) => views.find((view) => view.component === component)?.by[side] ?? null);
  const of = (side: Side) => sent.filter((one) => one.side === side);
  return {
    people: bySide((side) => voices.filter((voice) => voice.side === side && isScoreable(voice)).length),
    means: bySide((side) =>
      fromKeys(
        QUESTIONS.map(({ id }) => id),
        (id) => questionSeen(of(side), id),
      ),
    ),
    components: bySide(components),
  };
}

function questionSeen(sent: readonly Sent[], id: QuestionId): QuestionSeen | null {
  const given = sent.map(({ answers }) => answers[id]).filter((answer) => answer !== null);
  if (given.length < MIN_PEOPLE) return null;
  const levels = [1, 2, 3, 4, 5].map((level) => given.filter((answer) => answer === level).length);
  return { mean: given.reduce((sum, one) => sum + one, 0) / given.length, answers: given.length, levels };
}

function bySide<T>(of: (side: Side) => T): Record<Side, T> {
  return fromKeys(SIDES, of);
}

function fromKeys<K extends string, T>(keys: readonly K[], of: (key: K) => T): Record<K, T> {
  return Object.fromEntries(keys.map((key) => [key, of(key)])) as Record<K, T>;
}
