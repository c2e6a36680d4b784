import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import type { AimSeen } from "../entry-seen";
import {
  contactMeetings,
  counted,
  type Evidence,
  factOf,
  HALF_YEAR,
  hasHad,
  metToday,
  sentence,
} from "../evidence";
import { named } from "../wording";

const INFORMAL = ["visit", "social", "public_event"];

type Part = { words: string; ids: string[]; since: Day | null };

function lastInformal(evidence: Evidence) {
  return contactMeetings(evidence).find(({ how }) => INFORMAL.includes(how));
}

function noVisit(evidence: Evidence, today: Day): Part | null {
  const last = lastInformal(evidence);
  if (last ? last.on >= addDays(today, -HALF_YEAR) : !hasHad(HALF_YEAR, evidence, today)) return null;
  const words = last
    ? `the last visit, social occasion or public event with ${evidence.council} was ${daysBetween(last.on, today)} days ago`
    : `no visit, social occasion or public event with ${evidence.council} is recorded`;
  return { words, ids: last ? [last.id] : [], since: last?.on ?? evidence.since };
}

// The community has said what it wants, and the council has acknowledged none of it.
function unseenAims({ aims }: Evidence): AimSeen[] {
  const own = aims.filter(({ owner, statedBy }) => owner === "community" && statedBy === "community");
  return own.some(({ stage }) => stage !== "unseen")
    ? []
    : own.toSorted((a, b) =>
        a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : a.id < b.id ? -1 : 1,
      );
}

// What the council takes the community to want, and the community has not said yet.
function unconfirmed({ aims }: Evidence): AimSeen[] {
  return aims
    .filter(
      ({ statedBy, stage }) => statedBy === "council" && (stage === "believed" || stage === "not-quite"),
    )
    .toSorted((a, b) => (a.recordedOn < b.recordedOn ? -1 : a.recordedOn > b.recordedOn ? 1 : 0));
}

type Seen = { visit: Part | null; aims: readonly AimSeen[]; beliefs: readonly AimSeen[] };

function wordsOf({ council }: Evidence, today: Day, { visit, aims, beliefs }: Seen): string[] {
  const old = ([first]: readonly AimSeen[]) =>
    first ? `(oldest ${counted(daysBetween(first.recordedOn, today), "day")})` : "";
  const unseen = `${council} has acknowledged none of ${counted(aims.length, "aim")} of the partnership: ${named(aims)} ${old(aims)}`;
  const one = beliefs.length === 1;
  const believed = `${counted(beliefs.length, "belief")} of ${council} about what the partnership wants ${one ? "is" : "are"} not confirmed: ${named(beliefs)} ${old(beliefs)}`;
  return [
    ...(visit ? [visit.words] : []),
    ...(aims.length > 0 ? [unseen] : []),
    ...(beliefs.length > 0 ? [believed] : []),
  ];
}

/**
 * No visit, social occasion or public event with somebody of the council in six months, or the council has acknowledged
 * none of the aims that the community noted (guide, C1.1), or goes by a belief about them that the community has not
 * confirmed (tests/stories, S07). Also where the community does not
 * feel listened to, until such a contact follows (docs/method.md 8).
 */
export const C1_1: ActionRule = {
  id: "C1.1",
  component: "recognition",
  for: [{ side: "council", roles: ["councillor", "cabinet-member", "officer"] }],
  effort: 2,
  title: "Go and hear what residents care about, outside a meeting room",
  wording: "Visit a project, come to a social occasion or drop in on a community event, and listen first.",
  closes:
    "A visit, a social occasion or a public event is logged, an aim of the community is acknowledged, and it has said what it wants where the council only believes to know.",
  look(evidence, today) {
    const visit = noVisit(evidence, today);
    const aims = unseenAims(evidence);
    const [oldest] = aims;
    const beliefs = unconfirmed(evidence);
    const [belief] = beliefs;
    if (!visit && !oldest && !belief) return null;
    const parts = wordsOf(evidence, today, { visit, aims, beliefs });
    const fact = factOf(evidence, (oldest ?? belief)?.id ?? "", "aim");
    const seen = oldest ? { acknowledged: today } : { answered: today };
    return {
      because: parts.map((part) => `${sentence(part)}.`).join(" "),
      recordIds: [...(visit?.ids ?? []), ...aims.map(({ id }) => id), ...beliefs.map(({ id }) => id)],
      state: visit ? ["no visit"] : [],
      since: visit ? visit.since : ((oldest ?? belief)?.recordedOn ?? null),
      hypothetical: visit || !fact ? metToday(today, "social") : { ...fact, ...seen },
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "recognition.3", of: "community" }],
      answeredOn: (evidence) => lastInformal(evidence)?.on ?? null,
      answer: (today) => metToday(today, "social"),
    },
  ],
};
