import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import type { Side } from "../../identity/actor";
import type { Fact } from "../../scoring/facts";
import type { ActionRule, Sighting } from "../action";
import {
  counted,
  type Evidence,
  factOf,
  HYPOTHETICAL,
  sentence,
  sideName,
  stepToday,
  YEAR,
} from "../evidence";
import { openProjects } from "../plan-seen";
import { lastDay } from "../pulse";
import type { PromiseSeen } from "../records-seen";

/** A share is told from this many promises on (docs/method.md 3). */
const ENOUGH = 3;
const WANTED_SHARE = 0.7;

type Due = { kept: PromiseSeen[]; missed: PromiseSeen[]; movedLate: PromiseSeen[] };

// Promises whose day came in the last year, and those still open past their day, however old.
function dueOf(evidence: Evidence, today: Day, side: Side): Due {
  const from = addDays(today, -YEAR);
  const own = evidence.promises.filter(({ bySide, state }) => bySide === side && state !== "withdrawn");
  const open = (one: PromiseSeen) => one.state === "open" && one.dueOn < today;
  const recent = (one: PromiseSeen) => one.dueOn >= from && one.dueOn <= today;
  return {
    kept: own.filter((one) => ["kept", "kept-late", "done"].includes(one.state) && recent(one)),
    missed: own.filter((one) => open(one) || (one.state === "not-kept" && recent(one))),
    movedLate: own.filter(({ movedLateOn }) => movedLateOn !== null && movedLateOn >= from),
  };
}

function smallOneKept(side: Side, today: Day): Fact {
  return { type: "commitment", id: HYPOTHETICAL, by: side, made: today, due: today, done: today };
}

// There is joint work, and no step of the council's that people will see soon is planned.
function noEarlyWin(evidence: Evidence, today: Day, side: Side): Sighting | null {
  const projects = openProjects(evidence);
  const [oldest] = projects;
  const planned = evidence.milestones.some(
    ({ earlyWin, state, owner }) => earlyWin && state === "planned" && owner !== "community",
  );
  if (side !== "council" || !oldest || planned) return null;
  return {
    because: `No early win is planned by ${evidence.council} or both together, in ${counted(projects.length, "open project")} (oldest begun ${daysBetween(oldest.startedOn, today)} days ago).`,
    recordIds: projects.map(({ id }) => id),
    state: ["no early win"],
    since: oldest.startedOn,
    hypothetical: stepToday(today, "council"),
  };
}

/**
 * Fewer than 70% of a side's promises of the last year kept, or a new day agreed only after the old one had passed
 * (guide, C2.2; each side is shown its own, tests/stories, S51). For the council also: no early win is planned where
 * there is joint work. Also where the community does not find that the council does what it says, until a
 * promise is kept in time (docs/method.md 8).
 */
export const C2_2: ActionRule = {
  id: "C2.2",
  component: "trust",
  for: [
    { side: "council", roles: [], first: ["councillor", "cabinet-member"] },
    { side: "community", roles: [] },
  ],
  effort: 2,
  title: "Promise something small that is sure, and do it soon",
  wording: "Finish or re-date what is open, then choose one modest thing that people will see within weeks.",
  closes:
    "At least 7 of 10 promises whose day has come are kept, new days are agreed before the old ones pass, and an early win is planned.",
  look(evidence, today, side) {
    const { kept, missed, movedLate } = dueOf(evidence, today, side);
    const all = kept.length + missed.length;
    const few = all >= ENOUGH && kept.length / all < WANTED_SHARE;
    if (!few && movedLate.length === 0) return noEarlyWin(evidence, today, side);
    const oldest = missed.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    const open = oldest.find(({ state }) => state === "open");
    const since = (few ? oldest[0]?.dueOn : undefined) ?? movedLate[0]?.movedLateOn ?? null;
    const fact = open && factOf(evidence, open.id, "commitment");
    const who = sideName(evidence, side);
    const because = few
      ? `${missed.length} of ${all} promises of ${who} whose day has come are open or were not kept (oldest ${oldest[0] ? daysBetween(oldest[0].dueOn, today) : 0} days)`
      : `${movedLate.length} of ${who}’s promises got a new day only after the old one had passed`;
    return {
      because: `${sentence(because)}.`,
      recordIds: (few ? oldest : movedLate).map(({ id }) => id),
      state: [few ? "few kept" : "moved late"],
      since,
      daysOverdue: open && few ? daysBetween(open.dueOn, today) : undefined,
      hypothetical: fact ? { ...fact, done: today } : smallOneKept(side, today),
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "trust.1", of: "community" }],
      answeredOn: ({ promises }) =>
        lastDay(
          promises.map(({ bySide, state, endedOn }) =>
            bySide === "council" && (state === "kept" || state === "done") ? endedOn : null,
          ),
        ),
      answer: (today) => smallOneKept("council", today),
    },
  ],
};
