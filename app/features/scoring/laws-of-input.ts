import fc from "fast-check";
import { AS_OF, FACT_TYPES, factAmong, historyOf, panel } from "./arbitrary-facts.ts";
import { dayOf, dayText } from "./day.ts";
import { COMPONENTS, type Fact } from "./facts.ts";
import { EPSILON, fail, type Law, mapDays, same } from "./laws-kit.ts";

// What holds whatever is entered: days that contradict each other, entered late, erased, or twice over. Disputed and
// future-dated records have laws of their own (15, 11).

/** Being in touch weighs most of all. */
const HEAVIEST = 6;

export const sound: Law = {
  id: "input, contradictory",
  says: "an item lies within its bounds, however its record’s days contradict each other",
  about: (score) =>
    fc.property(historyOf(), panel, fc.integer({ min: -3000, max: 3000 }), (facts, voices, shift) => {
      for (const { record, indicator, s, w } of score([...facts, ...voices], AS_OF + shift).items) {
        if (!(s >= 0 && s <= 1 && w > 0 && w <= HEAVIEST)) fail(`${record} in ${indicator}: s ${s}, w ${w}`);
      }
    }),
};

export const timeless: Law = {
  id: "input, backdated",
  says: "only the days between records and the day asked about count, not when they were entered",
  about: (score) =>
    fc.property(historyOf(), panel, fc.integer({ min: -4000, max: 4000 }), (facts, voices, shift) => {
      const all = [...facts, ...voices];
      const moved = all.map((fact) => mapDays(fact, "", (text) => dayText(dayOf(text) + shift)) as Fact);
      const [here, there] = [score(all, AS_OF), score(moved, AS_OF + shift)];
      same(here.items, there.items);
      if (here.overall !== there.overall) fail(`${here.overall} is not ${there.overall}`);
    }),
};

// Indicators whose items follow from one record alone; the others choose the latest of several.
const OF_SEVERAL = ["D1", "T5", "P"];

export const erased: Law = {
  id: "input, erased",
  says: "a record that is taken away takes its own items with it and no others",
  about: (score) =>
    fc.property(historyOf(), factAmong(FACT_TYPES), (facts, gone) => {
      const alone = (of: readonly Fact[]) =>
        score(of, AS_OF).items.filter(
          ({ record, indicator }) => record !== gone.id && !OF_SEVERAL.includes(indicator),
        );
      same(alone([...facts, gone]), alone(facts));
    }),
};

export const counted: Law = {
  id: "input, duplicated",
  says: "a record sent twice is refused, and an equal one beside it weighs as much again",
  about: (score) =>
    fc.property(factAmong(FACT_TYPES), (fact) => {
      let refused = false;
      try {
        score([fact, fact], AS_OF);
      } catch {
        refused = true;
      }
      if (!refused) fail("the same record counted twice");
      const weights = (of: readonly Fact[]) =>
        COMPONENTS.map((one) =>
          score(of, AS_OF)
            .components[one].streams.filter(({ indicator }) => !OF_SEVERAL.includes(indicator))
            .reduce((sum, { n }) => sum + n, 0),
        );
      const [once, twice] = [weights([fact]), weights([fact, { ...fact, id: "again" }])];
      if (once.some((n, i) => Math.abs((twice[i] ?? 0) - 2 * n) > EPSILON)) fail(`${once}, ${twice}`);
    }),
};
