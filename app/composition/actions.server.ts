import type { ActionRule } from "~/features/actions/action";
import { type ActionAnswer, keepsAway } from "~/features/actions/action-answer";
import { findAnswers } from "~/features/actions/action-answers.queries.server";
import type { ActionCard, EvidenceLink, StepFilter, UnknownCard } from "~/features/actions/action-view";
import type { Evidence } from "~/features/actions/evidence";
import { findUnknowns, type Unknown } from "~/features/actions/know-more";
import { isForRoles, rolesHeld } from "~/features/actions/own-roles";
import { recommend, recommendToOther } from "~/features/actions/recommend";
import { actionRules } from "~/features/actions/rules";
import { type AreaActor, otherSide } from "~/features/identity/actor";
import { findOwnPerson } from "~/features/identity/own-person.queries.server";
import { canWrite } from "~/features/records/record.policy";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { type Ranked, rankAll, toCard } from "./action-cards";
import { doingOf } from "./action-doing";
import { findEvidence, type Scored } from "./action-evidence.server";
import { roundSeen } from "./action-evidence-pulse.server";
import { findEvidenceLinks } from "./action-links.server";
import { latestFollowUp, stepsPage, toAnswerView } from "./action-steps.server";
import { type Gains, gainsOf } from "./actions-gain.server";
import { findFacts, findStanding } from "./score-store.server";

/** What comes up for the actor's side and has not been answered, most worth doing first. */
function standing(evidence: Evidence, actor: AreaActor, today: Day, answers: readonly ActionAnswer[]) {
  return recommend(evidence, today, actor.side).filter(
    ({ rule, key }) => !answers.some((one) => one.actionId === rule.id && one.stands && keepsAway(one, key)),
  );
}

/** One relationship's evidence and what the actor's organisation answered; null: none of theirs. */
export async function findSituation(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
  today: Day,
  scored?: Scored,
) {
  const evidence = await findEvidence(tx, actor, relationshipId, today, scored);
  if (evidence === null) return null;
  const open = new Set(evidence.promises.flatMap(({ id, state }) => (isOver(state) ? [] : [id])));
  const answers = await findAnswers(tx, actor, relationshipId, (id) => open.has(id));
  return { evidence, answers, standing: standing(evidence, actor, today, answers) };
}

function isOver(state: Evidence["promises"][number]["state"]): boolean {
  return state !== "open" && state !== "done";
}

/** Which of this side's steps are asked for, and which page of them. */
export type StepsAsked = { filter: StepFilter; page: number };
const ALL_STEPS: StepsAsked = { filter: "all", page: 1 };

/** Everything the page of next steps shows; null: no relationship of the actor's. */
export async function findActions(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
  today: Day,
  asked: StepsAsked = ALL_STEPS,
) {
  const scored = await findScored(tx, relationshipId, today);
  const situation = await findSituation(tx, actor, relationshipId, today, scored);
  if (situation === null) return null;
  const { evidence, answers } = situation;
  const steps = stepsPage({ evidence, answers, area: actor.areaSlug, today }, asked);
  if (actor.closed) return { mine: [], others: [], unknowns: [], theirs: [], answered: [], steps };
  const gains = gainsOf(scored.facts, scored.standing, today);
  const ranked = rankAll(situation.standing, gains);
  const theirs = rankAll(recommendToOther(evidence, today, actor.side), gains);
  const round = await roundSeen({ tx, actor, relationshipId, today });
  const unknowns = bySurer(findUnknowns({ ...evidence, round }, today, actor.side), gains);
  const ids = [...ranked, ...theirs].flatMap(({ sighting }) => sighting.recordIds);
  const about = unknowns.flatMap(({ recordId }) => recordId ?? []);
  const links = await findEvidenceLinks(tx, actor, [...ids, ...about]);
  const roles = rolesHeld(evidence, await findOwnPerson(tx, actor.userId), today);
  const cards = (wanted: boolean) =>
    ranked
      .filter(({ rule }) => isForRoles(rule, actor.side, roles) === wanted)
      .map((one) => ({
        ...toCard(one, actor.side, links),
        doing: canWrite(actor) === true ? doingOf(one.id, { area: actor.areaSlug, ...one, links }) : null,
      }));
  return {
    mine: cards(true),
    others: cards(false),
    unknowns: unknowns.map((one) => toUnknownCard(one, actor, links)),
    theirs: theirs.map((one) => toCard(one, otherSide(actor.side), links)),
    answered: answers
      .filter(({ answer, stands }) => stands && answer === "dismissed")
      .flatMap((one) => toAnswerView(one, actor.areaSlug)),
    steps,
  };
}

async function findScored(tx: Tx, relationshipId: string, today: Day): Promise<Scored> {
  const standing = await findStanding(tx, relationshipId, today);
  return { standing, facts: await findFacts(tx, relationshipId) };
}

function toUnknownCard(
  { kind, recordId, text, says }: Unknown & { says: string },
  { areaSlug: area }: AreaActor,
  links: ReadonlyMap<string, EvidenceLink>,
): UnknownCard {
  const isRound = kind === "check-in" || kind === "invite";
  const round = { id: recordId ?? "check-ins", title: "Check-ins", href: `/areas/${area}/check-ins` };
  const record = isRound ? round : (links.get(recordId ?? "") ?? null);
  return { id: `${kind} ${recordId ?? "none"}`, text, record, gain: says };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** What narrows the range most comes first; of the same, the older. */
function bySurer(unknowns: readonly Unknown[], gains: Gains) {
  return unknowns
    .map((one) => ({ ...one, ...gains.narrows(one.hypothetical) }))
    .sort(
      (a, b) =>
        b.points - a.points || compare(a.since ?? "9999", b.since ?? "9999") || compare(a.text, b.text),
    );
}

/** The first few actions of the actor's side for the pages that lead here, and what became of the last one; null: no relationship. */
export async function findTopActions(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  { relationshipId, ...scored }: { relationshipId: string } & Scored,
  most: number,
): Promise<{ cards: ActionCard[]; followed: string | null }> {
  const situation = actor.closed ? null : await findSituation(tx, actor, relationshipId, today, scored);
  if (situation === null) return { cards: [], followed: null };
  const { evidence, answers } = situation;
  const ranked = rankAll(situation.standing, gainsOf(scored.facts, scored.standing, today));
  const roles = rolesHeld(evidence, await findOwnPerson(tx, actor.userId), today);
  const isOwn = ({ rule }: Ranked) => isForRoles(rule, actor.side, roles);
  const first = [...ranked.filter(isOwn), ...ranked.filter((one) => !isOwn(one))].slice(0, most);
  return {
    cards: first.map((one) => toCard(one, actor.side, new Map())),
    followed: latestFollowUp({ evidence, answers, area: actor.areaSlug, today }),
  };
}

/** The rule of an id, or undefined where there is none. */
export function ruleNamed(id: string): ActionRule | undefined {
  return actionRules.find((rule) => rule.id === id);
}
