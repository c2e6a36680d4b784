import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import { gapWords } from "../check-ins/gap-words";
import { QUESTIONS, type QuestionId } from "../check-ins/questions";
import type { Side } from "../identity/actor";
import { COMPONENT_WORDS } from "../scoring/words";
import type { ActionRule, Listening, Sighting } from "./action";
import { contactMeetings, counted, type Evidence, sideName, YEAR } from "./evidence";
import type { GapSeen } from "./gap-seen";
import { listed } from "./wording";

/** A mean below this calls for a step; from this many answers on (docs/method.md 8). */
const LOW_BELOW = 3;
const ENOUGH = 3;

/** What the check-in says that calls for a step, in a sentence or two: part of a sighting. */
export type Heard = { words: string; state: string[]; since: Day };

function textOf(question: QuestionId): string {
  return QUESTIONS.find(({ id }) => id === question)?.text ?? question;
}

/** What the check-in said below 3 to the questions an action watches: for a year, and until it is answered. */
function lowAnswers(evidence: Evidence, today: Day, { questions, answeredOn }: Listening): Heard | null {
  const { views } = evidence;
  if (!views || views.releasedOn > today || views.releasedOn < addDays(today, -YEAR)) return null;
  if ((answeredOn(evidence) ?? "") >= views.releasedOn) return null;
  const low = questions.flatMap(({ question, of }) =>
    (["community", "council"] as const).flatMap((side) => {
      const found = of === undefined || of === side ? views.means[side][question] : null;
      if (!found || found.answers < ENOUGH || found.mean >= LOW_BELOW) return [];
      return [{ question, side, ...found }];
    }),
  );
  if (low.length === 0) return null;
  const said = low.map(
    ({ question, side, mean, answers }) =>
      `${sideName(evidence, side)} gave “${textOf(question)}” ${mean.toFixed(1)} of 5 (${answers} answers)`,
  );
  return {
    words: `In the check-in released ${counted(daysBetween(views.releasedOn, today), "day")} ago ${said.join(" and ")}.`,
    state: low.map(({ question, side }) => `${views.id} ${side} ${question}`),
    since: views.releasedOn,
  };
}

// Both levels of each, the community's view first as in the sentence before.
function alsoApart(gaps: readonly GapSeen[]): string[] {
  const each = gaps.map(({ component, by: { community, council } }) => {
    const levels = [community ?? 0, council ?? 0].map(Math.round);
    return `${COMPONENT_WORDS[component].name.toLowerCase()} (${levels.join(" and ")})`;
  });
  return each.length === 0 ? [] : [`The two views are far apart too on ${listed(each)}.`];
}

/** The flagged gaps in words, always with both levels; null: none, or the two sides have met since the check-in. */
function gapHeard(evidence: Evidence, today: Day): Heard | null {
  const { gaps, views, council } = evidence;
  const released = views?.releasedOn ?? null;
  if (gaps.length === 0 || released === null || released > today) return null;
  if (contactMeetings(evidence).some(({ on }) => on >= released && on <= today)) return null;
  const names = { council, community: sideName(evidence, "community") };
  const [widest, ...more] = gaps.toSorted((a, b) => Math.abs(b.gap.points) - Math.abs(a.gap.points));
  if (!widest) return null;
  return {
    words: [gapWords({ ...widest, by: { ...widest.by } }, names), ...alsoApart(more)].join(" "),
    state: gaps.map(({ component }) => `${views?.id} gap ${component}`),
    since: released,
  };
}

/** What comes up for a side: what the rule sees in the records, and what it hears in the check-in. */
export function sightingOf(rule: ActionRule, evidence: Evidence, today: Day, side: Side): Sighting | null {
  const seen = rule.look(evidence, today, side);
  const [listening] = (rule.listens ?? []).filter((one) => one.side === side);
  if (!listening) return seen;
  const gap = listening.talk ? gapHeard(evidence, today) : null;
  const heard = [gap, lowAnswers(evidence, today, listening)].filter((one) => one !== null);
  const [first] = heard;
  if (!first) return seen;
  const since = [first.since, ...(seen ? [seen.since ?? first.since] : [])].sort()[0] ?? null;
  return {
    recordIds: [],
    hypothetical: listening.answer?.(today),
    ...seen,
    because: [...(seen ? [seen.because] : []), ...heard.map(({ words }) => words)].join(" "),
    state: [...(seen?.state ?? []), ...heard.flatMap(({ state }) => state)],
    since,
    outranks: seen?.outranks ?? (gap ? "gap" : undefined),
  };
}

/** The last of some days; null: there are none. */
export function lastDay(days: readonly (Day | null)[]): Day | null {
  return (
    days
      .flatMap((day) => day ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** The last day on which the two sides met. */
export function lastTalk(evidence: Evidence): Day | null {
  return contactMeetings(evidence)[0]?.on ?? null;
}
