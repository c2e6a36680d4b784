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

/**
 * No visit, social occasion or public event with somebody of the council in six months, or the council has acknowledged
 * none of the aims that the community noted (framework.md C1.1). Also where the community does not
 * feel listened to, until such a contact follows (scoring.md 8).
 */
export const C1_1: ActionRule = {
  id: "C1.1",
  component: "recognition",
  for: [{ side: "council", roles: ["councillor", "cabinet-member", "officer"] }],
  effort: 2,
  title: "Go and hear what residents care about, outside a meeting room",
  wording: "Visit a project, come to a social occasion or drop in on a community event, and listen first.",
  closes:
    "A visit, a social occasion or a public event is logged, and an aim of the community is acknowledged.",
  look(evidence, today) {
    const visit = noVisit(evidence, today);
    const aims = unseenAims(evidence);
    const [oldest] = aims;
    if (!visit && !oldest) return null;
    const parts = [
      ...(visit ? [visit.words] : []),
      ...(oldest
        ? [
            `${evidence.council} has acknowledged none of ${counted(aims.length, "aim")} of the partnership: ${named(aims)} (oldest ${counted(daysBetween(oldest.recordedOn, today), "day")})`,
          ]
        : []),
    ];
    const fact = oldest && factOf(evidence, oldest.id, "aim");
    return {
      because: parts.map((part) => `${sentence(part)}.`).join(" "),
      recordIds: [...(visit?.ids ?? []), ...aims.map(({ id }) => id)],
      state: visit ? ["no visit"] : [],
      since: visit ? visit.since : (oldest?.recordedOn ?? null),
      hypothetical: visit || !fact ? metToday(today, "social") : { ...fact, acknowledged: today },
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
