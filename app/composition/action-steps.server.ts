import { type ActionAnswer, type AnswerView, levelBefore } from "~/features/actions/action-answer";
import type { StepFilter, StepsPage, StepView } from "~/features/actions/action-view";
import type { Evidence } from "~/features/actions/evidence";
import { actionRules } from "~/features/actions/rules";
import { dayOf as scoringDay } from "~/features/scoring/day";
import type { Component, Fact } from "~/features/scoring/facts";
import type { Score } from "~/features/scoring/score";
import { COMPONENT_WORDS, hasFigure, pointsText } from "~/features/scoring/words";
import { addDays, type Day } from "~/platform/calendar/day";
import { endingOf, FOLLOW_UP_DAYS, followUp, type Measure } from "./action-follow-up";
import { scorer } from "./emitters";
import { recordHref } from "./record-href";

const PAGE_SIZE = 10;
/** Days for which an area's own page tells of a step that was followed up. */
const TOLD_FOR = 14;

type Seen = { evidence: Evidence; answers: readonly ActionAnswer[]; area: string; today: Day };

/** Figures of past days, replayed from the facts held now, with and without one record; each day worked out once. */
export function measureBy(facts: readonly Fact[]): Measure {
  const known = new Map<string, Score>();
  const scoreOn = (on: Day, without: string | null): Score => {
    const key = `${on} ${without ?? ""}`;
    const kept = without === null ? facts : facts.filter(({ id }) => id !== without);
    const found = known.get(key) ?? scorer.score(kept, scoringDay(on));
    known.set(key, found);
    return found;
  };
  return (component: Component, on: Day, without: string | null) => {
    const figure = scoreOn(on, null).components[component];
    if (!hasFigure(figure)) return { level: null, without: null };
    const { value, lo, hi } = figure;
    const left = without === null ? null : scoreOn(on, without).components[component].value;
    return { level: { value, range: { lo, hi } }, without: left };
  };
}

/** An answer with what it was given to; none where the rule is no longer there. */
export function toAnswerView(answer: ActionAnswer, area: string): AnswerView[] {
  const rule = actionRules.find(({ id }) => id === answer.actionId);
  const promiseHref = answer.promise && recordHref("commitment", area, answer.promise.id);
  return rule ? [{ ...answer, title: rule.title, component: rule.component, promiseHref }] : [];
}

function isAsked(filter: StepFilter, answer: ActionAnswer, { promises }: Evidence): boolean {
  return filter === "all" || (endingOf(answer, promises) === null) === (filter === "open");
}

/** What became of the steps that this side took on or did, newest first: a page of them, as filtered. */
export function stepsPage(
  { evidence, answers, area, today }: Seen,
  asked: { filter: StepFilter; page: number },
): StepsPage {
  const steps = answers.filter((one) => one.answer !== "dismissed" && isAsked(asked.filter, one, evidence));
  const pages = Math.max(1, Math.ceil(steps.length / PAGE_SIZE));
  const page = Math.min(asked.page, pages);
  const measure = measureBy(evidence.facts);
  const items = steps
    .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    .flatMap((one) => toAnswerView(one, area))
    .map((one): StepView => {
      const ending = endingOf(one, evidence.promises);
      return { ...one, ...followUp(one, { component: one.component, ending }, today, measure) };
    });
  return { items, filter: asked.filter, count: steps.length, page, pages };
}

/** The step that was last followed up within a fortnight, in a sentence for the area's own page; null: none was. */
export function latestFollowUp({ evidence, answers, area, today }: Seen): string | null {
  const due = answers
    .flatMap((one) => toAnswerView(one, area))
    .flatMap((one) => {
      const ending = one.answer === "dismissed" ? null : endingOf(one, evidence.promises);
      const days =
        ending === null ? [] : FOLLOW_UP_DAYS.map((after) => ({ after, on: addDays(ending.on, after) }));
      return days
        .filter(({ on }) => on <= today && on > addDays(today, -TOLD_FOR))
        .map((day) => ({ ...day, one }));
    })
    .sort((a, b) => (a.on === b.on ? (a.one.id < b.one.id ? -1 : 1) : a.on < b.on ? 1 : -1));
  const [last] = due;
  const before = last && levelBefore(last.one);
  if (!last || !before) return null;
  const { level } = measureBy(evidence.facts)(last.one.component, last.on, null);
  if (level === null) return null;
  const name = COMPONENT_WORDS[last.one.component].name;
  return `“${last.one.title}” ended ${last.after} days before. ${name} had moved by ${pointsText(level.value - before.value)} by then, which does not say because of it.`;
}
