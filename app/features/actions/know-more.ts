import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import { MIN_PEOPLE } from "../check-ins/check-in";
import { otherSide, type Side } from "../identity/actor";
import { COMPONENTS, type Component, type Fact } from "../scoring/facts";
import { counted, type Evidence, factOf, HYPOTHETICAL, postsHeld, YEAR } from "./evidence";

/** Days after which a named lead's being in post is worth asking again. */
const CHECK_AFTER = 180;

/** Something one answer would make surer. */
export type Unknown = {
  kind: "confirm" | "judge" | "check-lead" | "check-in" | "invite";
  /** The record, post or round it is about; null: there is none yet. */
  recordId: string | null;
  text: string;
  since: Day | null;
  /** The records as the answers would leave them. */
  hypothetical: readonly Fact[];
};

function confirmations({ promises, ...evidence }: Evidence, today: Day, side: Side): Unknown[] {
  return promises
    .filter((one) => one.bySide === otherSide(side) && one.state === "done" && one.waitingOn === side)
    .map(({ id, title, endedOn }) => {
      const fact = factOf({ promises, ...evidence }, id, "commitment");
      return {
        kind: "confirm",
        recordId: id,
        text: `Say whether the promise “${title}” was kept.`,
        since: endedOn,
        hypothetical: fact ? [{ ...fact, confirmed: today }] : [],
      };
    });
}

function judgements(evidence: Evidence, side: Side): Unknown[] {
  return evidence.requests
    .filter(
      (one) => one.toSide === otherSide(side) && one.answeredOn !== null && !one.judged && !one.withdrawn,
    )
    .map(({ id, title, answeredOn }) => {
      const fact = factOf(evidence, id, "request");
      return {
        kind: "judge",
        recordId: id,
        text: `Say how straight the answer to “${title}” was.`,
        since: answeredOn,
        hypothetical: fact ? [{ ...fact, judged: "straight" }] : [],
      };
    });
}

function uncheckedLeads(evidence: Evidence, today: Day): Unknown[] {
  return postsHeld(evidence, today)
    .filter(
      ({ isLead, checkedOn }) => isLead && (checkedOn === null || checkedOn < addDays(today, -CHECK_AFTER)),
    )
    .map(({ id, name, side, checkedOn }) => ({
      kind: "check-lead",
      recordId: id,
      text:
        checkedOn === null
          ? `Check that ${name} is still the named lead; nobody has yet.`
          : `Check that ${name} is still the named lead; the last check was ${daysBetween(checkedOn, today)} days ago.`,
      since: checkedOn,
      hypothetical: [{ type: "appointment", id, side, lead: true, checked: today }],
    }));
}

// Three people of the side who say of the other what its figures say today: nobody's answers are known before release.
function threeVoices({ levels }: Evidence, today: Day, side: Side): Fact[] {
  const answer = (component: Component) => {
    const step = Math.min(5, Math.max(1, Math.round(1 + (4 * levels[component][otherSide(side)]) / 100)));
    return [step, step, step] as [number, number, number];
  };
  const items = Object.fromEntries(COMPONENTS.map((one) => [one, answer(one)])) as Record<
    Component,
    [number, number, number]
  >;
  return Array.from({ length: MIN_PEOPLE }, (_, at) => {
    const id = `${HYPOTHETICAL}-${at}`;
    return { type: "check-in", id, who: id, side, date: today, items };
  });
}

// A round is open: to be answered, or to have more people in it. Without one: due a year after the last was released.
function checkIns(evidence: Evidence, today: Day, side: Side): Unknown[] {
  const { round, views } = evidence;
  const hypothetical = threeVoices(evidence, today, side);
  if (round) {
    const about = { recordId: round.id, since: round.openedOn, hypothetical };
    const left = `${counted(daysBetween(today, round.lastDay) + 1, "day")} left`;
    const answer = `Answer the check-in, ${left}: three minutes, and nobody sees who said what.`;
    const few = `Ask more of your side to the check-in, ${left}: ${round.invited} of at least ${MIN_PEOPLE} asked so far.`;
    return [
      ...(round.waits ? [{ ...about, kind: "check-in" as const, text: answer }] : []),
      ...(round.invited !== null && round.invited < MIN_PEOPLE
        ? [{ ...about, kind: "invite" as const, text: few }]
        : []),
    ];
  }
  const last = views?.releasedOn ?? null;
  if (last !== null && last >= addDays(today, -YEAR)) return [];
  const text =
    last === null
      ? "Hold a check-in: none has been released so far."
      : `Hold a check-in: the last one was released ${daysBetween(last, today)} days ago.`;
  return [{ kind: "check-in", recordId: null, since: last ?? evidence.since, text, hypothetical }];
}

/** What a side could answer that would make the figures surer. */
export function findUnknowns(evidence: Evidence, today: Day, side: Side): Unknown[] {
  return [
    ...confirmations(evidence, today, side),
    ...judgements(evidence, side),
    ...uncheckedLeads(evidence, today),
    ...checkIns(evidence, today, side),
  ];
}
