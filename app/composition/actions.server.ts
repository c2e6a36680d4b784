import { type ActionRule, EFFORT_WORDS, rolesFor } from "~/features/actions/action";
import { type ActionAnswer, type AnswerView, keepsAway } from "~/features/actions/action-answer";
import { findAnswers } from "~/features/actions/action-answers.queries.server";
import type { ActionCard, EvidenceLink, UnknownCard } from "~/features/actions/action-view";
import type { Evidence } from "~/features/actions/evidence";
import { findUnknowns, type Unknown } from "~/features/actions/know-more";
import { type Rankable, rank } from "~/features/actions/rank";
import { type Recommendation, recommend, recommendToOther } from "~/features/actions/recommend";
import { actionRules } from "~/features/actions/rules";
import { type AreaActor, otherSide } from "~/features/identity/actor";
import { roleLabel } from "~/features/people/person";
import { canWrite } from "~/features/records/record.policy";
import type { Fact } from "~/features/scoring/facts";
import type { Figures } from "~/features/scoring/score";
import { COMPONENT_WORDS, hasFigure, pointsText } from "~/features/scoring/words";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { doingOf } from "./action-doing";
import { findEvidence } from "./action-evidence.server";
import { findEvidenceLinks } from "./action-links.server";
import { type Gains, gainsOf } from "./actions-gain.server";
import { recordHref } from "./record-href";
import { findStanding, type Standing } from "./score-store.server";

type Ranked = Recommendation & Rankable & { says: string };

function rankAll(found: readonly Recommendation[], gains: Gains): Ranked[] {
  return rank(
    found.map((one) => {
      const { points, says } = gains.of(one.sighting.hypothetical, one.rule.component);
      const { effort, id } = one.rule;
      const { since, daysOverdue, dueInDays, outranks } = one.sighting;
      return { ...one, id, effort, gain: points, says, since, daysOverdue, dueInDays, outranks };
    }),
  );
}

/** What comes up for the actor's side and has not been answered, most worth doing first. */
function standing(evidence: Evidence, actor: AreaActor, today: Day, answers: readonly ActionAnswer[]) {
  return recommend(evidence, today, actor.side).filter(
    ({ rule, key }) => !answers.some((one) => one.actionId === rule.id && keepsAway(one, key)),
  );
}

/** One relationship's evidence and what the actor's organisation answered; null: none of theirs. */
export async function findSituation(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
  today: Day,
  facts?: readonly Fact[],
) {
  const evidence = await findEvidence(tx, actor, relationshipId, today, facts);
  if (evidence === null) return null;
  const open = new Set(evidence.promises.flatMap(({ id, state }) => (isOver(state) ? [] : [id])));
  const answers = await findAnswers(tx, actor, relationshipId, (id) => open.has(id));
  return { evidence, answers, standing: standing(evidence, actor, today, answers) };
}

function isOver(state: Evidence["promises"][number]["state"]): boolean {
  return state !== "open" && state !== "done";
}

function toCard(
  ranked: Ranked,
  side: AreaActor["side"],
  links: ReadonlyMap<string, EvidenceLink>,
): ActionCard {
  const { rule, sighting, ownOnly, says } = ranked;
  const { id, title, wording, closes } = rule;
  return {
    id,
    title,
    wording,
    closes,
    ownOnly,
    because: sighting.because,
    component: { id: rule.component, name: COMPONENT_WORDS[rule.component].name },
    roles: (rolesFor(rule, side) ?? []).map((role) => roleLabel(role).toLowerCase()),
    effort: EFFORT_WORDS[rule.effort],
    gain: says,
    records: [...new Set(sighting.recordIds)].flatMap((one) => links.get(one) ?? []),
    doing: null,
  };
}

/** Everything the page of next steps shows; null: no relationship of the actor's. */
export async function findActions(tx: Tx, actor: AreaActor, relationshipId: string, today: Day) {
  const situation = await findSituation(tx, actor, relationshipId, today);
  if (situation === null) return null;
  const { evidence, answers } = situation;
  if (actor.closed) return { mine: [], unknowns: [], theirs: [], answered: [] };
  const standing = await findStanding(tx, relationshipId, today);
  const gains = gainsOf(evidence.facts, standing, today);
  const mine = rankAll(situation.standing, gains);
  const theirs = rankAll(recommendToOther(evidence, today, actor.side), gains);
  const unknowns = bySurer(findUnknowns(evidence, today, actor.side), gains);
  const ids = [...mine, ...theirs].flatMap(({ sighting }) => sighting.recordIds);
  const links = await findEvidenceLinks(tx, actor, [...ids, ...unknowns.map(({ recordId }) => recordId)]);
  return {
    mine: mine.map((one) => ({
      ...toCard(one, actor.side, links),
      doing: canWrite(actor) === true ? doingOf(one.id, { area: actor.areaSlug, ...one, links }) : null,
    })),
    unknowns: unknowns.map(({ kind, recordId, text, says }): UnknownCard => {
      return { id: `${kind} ${recordId}`, text, record: links.get(recordId) ?? null, gain: says };
    }),
    theirs: theirs.map((one) => toCard(one, otherSide(actor.side), links)),
    answered: answers.flatMap((one) => toAnswerView(one, actor.areaSlug, standing.figures)),
  };
}

/** What narrows the range most comes first; of the same, the older. */
function bySurer(unknowns: readonly Unknown[], gains: Gains) {
  return unknowns
    .map((one) => ({ ...one, ...gains.narrows(one.hypothetical) }))
    .sort((a, b) => b.points - a.points || ((a.since ?? "9999") < (b.since ?? "9999") ? -1 : 1));
}

/** The first few actions of the actor's side, for the pages that lead here; none where the relationship is not theirs. */
export async function findTopActions(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  { relationshipId, standing, facts }: { relationshipId: string; standing: Standing; facts: readonly Fact[] },
  most: number,
): Promise<ActionCard[]> {
  const situation = actor.closed ? null : await findSituation(tx, actor, relationshipId, today, facts);
  if (situation === null) return [];
  const first = rankAll(situation.standing, gainsOf(facts, standing, today)).slice(0, most);
  return first.map((one) => toCard(one, actor.side, new Map()));
}

function toAnswerView(answer: ActionAnswer, area: string, figures: Figures): AnswerView[] {
  const rule = ruleNamed(answer.actionId);
  if (!rule) return [];
  return [
    {
      ...answer,
      title: rule.title,
      component: rule.component,
      since: movedSince(rule, answer, figures),
      promiseHref: answer.promise && recordHref("commitment", area, answer.promise.id),
    },
  ];
}

function movedSince({ component }: ActionRule, { componentBefore }: ActionAnswer, figures: Figures): string {
  const { name } = COMPONENT_WORDS[component];
  const now = figures.components[component];
  if (componentBefore === null || !hasFigure(now))
    return `There is no figure for ${name} to compare with yet.`;
  return `${name} has moved by ${pointsText(now.value - componentBefore)} since.`;
}

/** The rule of an id, or undefined where there is none. */
export function ruleNamed(id: string): ActionRule | undefined {
  return actionRules.find((rule) => rule.id === id);
}
