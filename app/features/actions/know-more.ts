import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";
import type { Fact } from "../scoring/facts";
import { type Evidence, factOf, postsHeld } from "./evidence";

/** Days after which a named lead's being in post is worth asking again. */
const CHECK_AFTER = 180;

/** Something one answer would make surer. */
export type Unknown = {
  kind: "confirm" | "judge" | "check-lead";
  /** The record or post it is about. */
  recordId: string;
  text: string;
  since: Day | null;
  /** The record as the answer would leave it. */
  hypothetical: Fact | undefined;
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
        hypothetical: fact && { ...fact, confirmed: today },
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
        hypothetical: fact && { ...fact, judged: "straight" },
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
      hypothetical: { type: "appointment", id, side, lead: true, checked: today },
    }));
}

/** What a side could answer that would make the figures surer. Check-ins join when there are any. */
export function findUnknowns(evidence: Evidence, today: Day, side: Side): Unknown[] {
  return [
    ...confirmations(evidence, today, side),
    ...judgements(evidence, side),
    ...uncheckedLeads(evidence, today),
  ];
}
