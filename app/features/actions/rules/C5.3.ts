import { type Day, daysBetween } from "~/platform/calendar/day";
import type { Side } from "../../identity/actor";
import type { ActionRule } from "../action";
import { type EntrySeen, entriesOf, within } from "../entry-seen";
import { counted, type Evidence, HYPOTHETICAL, sentence, sideName, YEAR } from "../evidence";
import { lastDay } from "../pulse";
import { named } from "../wording";

const creditsItself = ({ values }: EntrySeen) => values.credits === "own";

/** Came out while a poll of this council was near, by its calendar or by who noted it, and nobody checked it. */
const isUnchecked =
  ({ periods }: Pick<Evidence, "periods">) =>
  ({ values, on }: EntrySeen) =>
    values.election !== "checked" &&
    (values.election === "unchecked" || periods.some(({ from, to }) => from <= on && on <= to));

// What a side published on joint work in a year, since it last credited both with nothing left unchecked.
function publishedSince(
  evidence: Evidence,
  today: Day,
  side: Side,
): { all: EntrySeen[]; found: EntrySeen[] } {
  const unchecked = isUnchecked(evidence);
  const all = within(entriesOf(evidence, "publicity"), YEAR, today).filter(
    ({ values }) => values.by === side && values.joint === true,
  );
  const good = all.filter((one) => one.values.credits === "both" && !unchecked(one)).at(-1);
  const found = all.filter(
    (one) => (creditsItself(one) || unchecked(one)) && (good === undefined || one.on > good.on),
  );
  return { all, found };
}

/**
 * What a side published on joint work in the last year credits itself alone, or came out close to an election and was
 * not checked; and nothing that credits both has followed (guide, C5.3). Who publishes is who is asked.
 * Of the council also where the community does not find credit shared, until such a piece follows (docs/method.md 8).
 */
export const C5_3: ActionRule = {
  id: "C5.3",
  component: "ownership",
  for: [
    { side: "council", roles: ["councillor", "cabinet-member"] },
    { side: "community", roles: [] },
  ],
  effort: 1,
  title: "Say in public that the work is joint",
  wording: "Name the other side first. Close to an election, have somebody check what goes out.",
  closes: "Later publicity credits both sides.",
  look(evidence, today, side) {
    const { all, found } = publishedSince(evidence, today, side);
    const [oldest] = found;
    if (!oldest) return null;
    const own = found.filter(creditsItself);
    const near = found.filter(isUnchecked(evidence));
    const who = sideName(evidence, side);
    const parts = [
      ...(own.length === 0
        ? []
        : [
            `${own.length} of ${counted(all.length, "piece")} that ${who} published on joint work in a year ${own.length === 1 ? "credits" : "credit"} its own side alone: ${named(own)}`,
          ]),
      ...(near.length === 0
        ? []
        : [
            `${counted(near.length, "piece")} came out close to an election and ${near.length === 1 ? "was" : "were"} not checked: ${named(near)}`,
          ]),
    ];
    return {
      because: `${parts.map((part) => `${sentence(part)}.`).join(" ")} The oldest is ${counted(daysBetween(oldest.on, today), "day")} old.`,
      recordIds: found.map(({ id }) => id),
      since: oldest.on,
      hypothetical: { type: "publicity", id: HYPOTHETICAL, by: side, on: today, credits: "both" },
    };
  },
  listens: [
    {
      side: "council",
      questions: [{ question: "ownership.3", of: "community" }],
      answeredOn: (evidence) =>
        lastDay(
          entriesOf(evidence, "publicity").map(({ values, on }) =>
            values.by === "council" && values.joint === true && values.credits === "both" ? on : null,
          ),
        ),
      answer: (today) => ({ type: "publicity", id: HYPOTHETICAL, by: "council", on: today, credits: "both" }),
    },
  ],
};
