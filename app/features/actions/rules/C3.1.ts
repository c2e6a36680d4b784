import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { contactMeetings, type Evidence, hasHad, metToday, sentence } from "../evidence";

/** Days without contact that cost nothing where no rhythm is agreed, and the most an agreed one allows (docs/method.md 3.1). */
const USUAL_GAP = 42;
const GREATEST_GAP = 120;
const LAST = 3;

function gapOf({ rhythm }: Evidence): number {
  return Math.max(USUAL_GAP, Math.min(GREATEST_GAP, rhythm?.longestGapDays ?? USUAL_GAP));
}

// Past the gap, and nothing in the calendar within another.
function daysSilent(evidence: Evidence, today: Day): number | null {
  const gap = gapOf(evidence);
  const { lastContact, since } = evidence;
  if (lastContact ? lastContact.on >= addDays(today, -gap) : !hasHad(gap, evidence, today)) return null;
  const booked = evidence.meetings.some(
    ({ status, on }) => status === "planned" && on >= today && on <= addDays(today, gap),
  );
  const from = lastContact?.on ?? since;
  return booked || from === null ? null : daysBetween(from, today);
}

type Lopsided = { words: string; ids: string[]; since: Day };

function lopsided(evidence: Evidence): Lopsided | null {
  const last = contactMeetings(evidence).slice(0, LAST);
  const oldest = last.at(-1);
  if (last.length < LAST || !oldest) return null;
  const bad = last.every(({ wentWell, wentBadly }) => wentBadly && !wentWell);
  const good = last.every(({ wentWell, wentBadly }) => wentWell && !wentBadly);
  if (!bad && !good) return null;
  return { words: bad ? "only problems" : "only good news", ids: last.map(({ id }) => id), since: oldest.on };
}

/**
 * The agreed rhythm of contact has lapsed with nothing booked, or the last three meetings were all problems or all good
 * news (guide, C3.1). Also where a side hears from the other too seldom, or not everybody may speak, until a
 * meeting with good and bad news is logged (docs/method.md 8); and where the two see things very differently: the talk.
 */
export const C3_1: ActionRule = {
  id: "C3.1",
  component: "dialogue",
  for: [{ side: "council", roles: ["officer", "councillor"] }],
  effort: 2,
  title: "Book the next meeting, and talk about what went well and what did not",
  wording: "Put a day in both calendars. On the agenda: one thing to be proud of, one that did not work.",
  closes: "A meeting is booked or held; or one is logged with both what went well and what went badly.",
  look(evidence, today) {
    const silent = daysSilent(evidence, today);
    const tilt = lopsided(evidence);
    if (silent === null && tilt === null) return null;
    const { lastContact, rhythm } = evidence;
    const agreed = rhythm
      ? `the two agreed on ${gapOf(evidence)} at most`
      : `${USUAL_GAP} is usual where nothing is agreed`;
    const silence = lastContact ? `the last contact was ${silent} days ago` : "no contact is recorded";
    const parts = [
      ...(silent === null ? [] : [`${silence}; ${agreed}`]),
      ...(tilt ? [`the last ${LAST} meetings recorded ${tilt.words}`] : []),
    ];
    return {
      because: parts.map((part) => `${sentence(part)}.`).join(" "),
      recordIds: [...(silent !== null && lastContact ? [lastContact.id] : []), ...(tilt?.ids ?? [])],
      state: [...(silent === null ? [] : ["lapsed"]), ...(tilt ? [tilt.words] : [])],
      since: silent === null ? (tilt?.since ?? null) : (lastContact?.on ?? evidence.since),
      daysOverdue: silent === null ? undefined : silent - gapOf(evidence),
      hypothetical: metToday(today, "in person"),
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "dialogue.1" }, { question: "dialogue.3" }],
      answeredOn: (evidence) =>
        contactMeetings(evidence).find(({ wentWell, wentBadly }) => wentWell && wentBadly)?.on ?? null,
      answer: (today) => metToday(today, "in person"),
      talk: true,
    },
  ],
};
