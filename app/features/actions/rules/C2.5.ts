import { addDays, type Day, daysBetween } from "~/platform/calendar/day";
import { HEADING_WORDS, type Heading } from "../../agreements/clause";
import { endingOn, inForceFrom, isInForce, overOn } from "../../agreements/mou";
import type { ActionRule, Sighting } from "../action";
import type { AgreementSeen } from "../agreement-seen";
import { counted, type Evidence, factOf, HYPOTHETICAL } from "../evidence";
import { listed } from "../wording";

const WANTED: readonly Heading[] = ["liabilities", "data_protection"];

function signedToday(today: Day) {
  return { type: "mou", id: HYPOTHETICAL, signed: { council: today, community: today } } as const;
}

function noneInForce({ agreements, council, since }: Evidence, today: Day): Sighting {
  const over = agreements
    .flatMap((one) => {
      const on = overOn(one);
      return on !== null && on <= today ? [{ ...one, on }] : [];
    })
    .sort((a, b) => (a.on < b.on ? 1 : -1));
  const [last] = over;
  const coming = agreements.filter((one) => !over.some(({ id }) => id === one.id));
  const parts = [
    `No agreement between ${council} and the partnership is in force.`,
    ...(last ? [`The last one ended ${counted(daysBetween(last.on, today), "day")} ago.`] : []),
    ...(coming.length > 0 ? [`${coming.length} ${coming.length === 1 ? "is" : "are"} on the way.`] : []),
  ];
  return {
    because: parts.join(" "),
    recordIds: [...coming, ...(last ? [last] : [])].map(({ id }) => id),
    state: ["none in force"],
    since: last?.on ?? since,
    daysOverdue: last && daysBetween(last.on, today),
    hypothetical: signedToday(today),
  };
}

// The last day of what is in force, where that is near and nothing signed takes its place.
function expiring({ agreements }: Evidence, inForce: readonly AgreementSeen[], today: Day) {
  return inForce
    .flatMap((one) => {
      const last = endingOn(one, today);
      return last === null ? [] : [{ ...one, last }];
    })
    .filter(
      ({ id, last }) =>
        !agreements.some((other) => {
          const from = inForceFrom(other);
          const until = overOn(other);
          return other.id !== id && from !== null && from <= addDays(last, 1) && (until ?? "9999") > last;
        }),
    )
    .sort((a, b) => (a.last < b.last ? -1 : 1))[0];
}

/**
 * No agreement between the two sides is in force, it ends within 60 days with nothing to follow, or it says nothing on
 * liabilities or data protection (guide, C2.5). One that ends soon outranks gain (docs/method.md 10).
 */
export const C2_5: ActionRule = {
  id: "C2.5",
  component: "trust",
  for: [{ side: "council", roles: ["officer"] }],
  effort: 4,
  title: "Write down who is liable for what, and how you work together",
  wording: "One agreement, signed by both, with the legal side and data protection in plain words.",
  closes:
    "An agreement that covers liabilities and data protection is in force, and does not end within 60 days.",
  look(evidence, today) {
    const inForce = evidence.agreements.filter((one) => isInForce(one, today));
    const [current] = inForce.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
    if (!current) return noneInForce(evidence, today);
    const silent = WANTED.filter((one) => !inForce.some(({ headings }) => headings.includes(one)));
    const ending = expiring(evidence, inForce, today);
    if (silent.length === 0 && !ending) return null;
    const left = ending && daysBetween(today, ending.last);
    const fact = factOf(evidence, current.id, "mou");
    const parts = [
      ...(ending ? [`“${ending.title}” ends in ${counted(left ?? 0, "day")}, and nothing follows it.`] : []),
      ...(silent.length > 0
        ? [
            `What is in force says nothing on ${silent.length} of ${WANTED.length} things that it should: ${listed(silent.map((one) => HEADING_WORDS[one].toLowerCase()))}.`,
          ]
        : []),
    ];
    return {
      because: parts.join(" "),
      recordIds: [...new Set([ending?.id ?? current.id, current.id])],
      state: [...silent, ...(ending ? ["ending"] : [])],
      since: inForceFrom(current),
      dueInDays: left,
      hypothetical: ending ? signedToday(today) : fact && { ...fact, reviewed: today },
      outranks: ending ? "mou-expiring" : undefined,
    };
  },
};
