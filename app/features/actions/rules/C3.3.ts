import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Side } from "../../identity/actor";
import type { Fact } from "../../scoring/facts";
import type { ActionRule } from "../action";
import { dayIn, entriesOf } from "../entry-seen";
import { counted, type Evidence, factOf, HALF_YEAR, sentence, sideName } from "../evidence";
import { lastDay } from "../pulse";
import { named } from "../wording";

/** Days in which a decision should be passed on (docs/method.md D5). */
const TELL_DAYS = 14;

type Part = { words: string; ids: string[]; since: Day; daysOverdue: number; answer: Fact | undefined };

function unanswered(evidence: Evidence, today: Day, side: Side): Part | null {
  const waiting = evidence.requests
    .filter(({ toSide, answeredOn, withdrawn }) => toSide === side && answeredOn === null && !withdrawn)
    .toSorted((a, b) => (a.targetOn < b.targetOn ? -1 : a.targetOn > b.targetOn ? 1 : a.id < b.id ? -1 : 1));
  const past = waiting.filter(({ targetOn }) => targetOn < today);
  const [oldest] = past;
  if (!oldest) return null;
  const days = daysBetween(oldest.targetOn, today);
  const fact = factOf(evidence, oldest.id, "request");
  const what = `${past.length} of ${counted(waiting.length, "open request")} to ${sideName(evidence, side)}`;
  return {
    words: `${what} ${past.length === 1 ? "is" : "are"} past the day an answer was wanted by (oldest ${counted(days, "day")})`,
    ids: past.map(({ id }) => id),
    since: oldest.targetOn,
    daysOverdue: days,
    answer: fact && { ...fact, answered: today },
  };
}

type Told = { id: string; title: string; decided: Day; told: Day | null };

// Not passed on; or in the last half-year passed on after a fortnight, and nothing in time since.
function untold(evidence: Evidence, today: Day, side: Side): Told[] {
  const decisions = entriesOf(evidence, "bad-news-given", "good-news-shared").flatMap((entry): Told[] => {
    const told = dayIn(entry, "conveyed");
    const mine = entry.values.by === side && entry.on <= today;
    return mine ? [{ id: entry.id, title: entry.title, decided: entry.on, told }] : [];
  });
  const days = ({ decided, told }: Told) => daysBetween(decided, told ?? today);
  const good = decisions.flatMap((one) => (one.told !== null && days(one) <= TELL_DAYS ? [one.told] : []));
  const last = good.sort().at(-1) ?? "";
  const from = addDays(today, -HALF_YEAR);
  return decisions.filter(
    (one) => one.told === null || (days(one) > TELL_DAYS && one.told >= from && one.told > last),
  );
}

function unspoken(evidence: Evidence, today: Day, side: Side): Part | null {
  const found = untold(evidence, today, side);
  const open = found.filter(({ told }) => told === null);
  const oldest = open[0] ?? found[0];
  if (!oldest) return null;
  const waited = daysBetween(oldest.decided, oldest.told ?? today);
  const fact =
    factOf(evidence, oldest.id, "bad-news-given") ?? factOf(evidence, oldest.id, "good-news-shared");
  const how = open.length > 0 ? `${open.length} not yet passed on` : "all passed on by now";
  return {
    words: `${counted(found.length, "decision")} of ${sideName(evidence, side)} came late to the other side or not at all, ${how}: ${named(found)} (oldest ${counted(waited, "day")})`,
    ids: found.map(({ id }) => id),
    since: oldest.decided,
    daysOverdue: oldest.told === null ? Math.max(0, waited - TELL_DAYS) : 0,
    answer: fact && oldest.told === null ? { ...fact, conveyed: today } : undefined,
  };
}

function lastAnswer(evidence: Evidence, side: Side): Day | null {
  const decisions = entriesOf(evidence, "bad-news-given", "good-news-shared");
  return lastDay([
    ...evidence.requests.map(({ toSide, answeredOn }) => (toSide === side ? answeredOn : null)),
    ...decisions.map((entry) => (entry.values.by === side ? dayIn(entry, "conveyed") : null)),
  ]);
}

/**
 * A request is past the day an answer was wanted by, or a decision is known and was not passed on, or only after a
 * fortnight (guide, C3.3; each side is shown its own). Also where the community is not told early
 * and plainly, until an answer or a decision is given (docs/method.md 8).
 */
export const C3_3: ActionRule = {
  id: "C3.3",
  component: "dialogue",
  for: [
    { side: "council", roles: ["officer", "councillor"] },
    { side: "community", roles: ["chair", "secretary", "representative"] },
  ],
  effort: 1,
  title: "Answer what was asked, even where the answer is no",
  wording:
    "A plain answer with its reasons is worth more than a kind silence. Say what you can and cannot do.",
  closes:
    "Every request whose day has passed is answered or taken back, and decisions are passed on within 14 days.",
  look(evidence, today, side) {
    const parts = [unanswered(evidence, today, side), unspoken(evidence, today, side)].filter(
      (part) => part !== null,
    );
    const [first] = parts;
    if (!first) return null;
    const overdue = Math.max(...parts.map(({ daysOverdue }) => daysOverdue));
    return {
      because: parts.map(({ words }) => `${sentence(words)}.`).join(" "),
      recordIds: parts.flatMap(({ ids }) => ids),
      since: parts.map(({ since }) => since).sort()[0] ?? null,
      daysOverdue: overdue > 0 ? overdue : undefined,
      hypothetical: parts.find(({ answer }) => answer !== undefined)?.answer,
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "dialogue.2", of: "community" }],
      answeredOn: (evidence) => lastAnswer(evidence, "council"),
    },
  ],
};
