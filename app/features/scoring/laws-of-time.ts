import fc from "fast-check";
import { AS_OF, dayBetween, FACT_TYPES, factAmong, factOf, historyOf, panel } from "./arbitrary-facts.ts";
import { dayOf, dayText } from "./day.ts";
import { lastDayIn } from "./fact-days.ts";
import { COMPONENTS, type Fact } from "./facts.ts";
import {
  EPSILON,
  fail,
  figuresOf,
  type Law,
  mapDays,
  notBelow,
  only,
  RESIDENTS,
  same,
  today,
} from "./laws-kit.ts";
import type { Score } from "./score.ts";

export const present: Law = {
  id: "11",
  says: "the future is ignored",
  about: (score) =>
    fc.property(
      historyOf(),
      factAmong(FACT_TYPES),
      fc.integer({ min: -500, max: 0 }),
      (facts, another, shift) => {
        const asOf = AS_OF + shift;
        const blank = (text: string, key: string) =>
          ["due", "target", "review_due"].includes(key) || dayOf(text) <= asOf ? text : null;
        const known = facts.map((fact) => mapDays(fact, "", blank) as Fact);
        const ahead = mapDays(another, "", (text) => dayText(dayOf(text) + 1500)) as Fact;
        same(score([...facts, { ...ahead, id: "ahead" }], asOf), score(known, asOf));
      },
    ),
};

const MOVE_ALONE = 6;
const MOVE_IN_COMPANY = 2;
/** Days on which something in a fact happened or was to happen, as days from AS_OF. */
const eventful = (fact: Fact) => {
  const days = new Set<number>();
  mapDays(fact, "", (text) => {
    days.add(dayOf(text));
    return text;
  });
  return days;
};

export const gradual: Law = {
  id: "12",
  says: "no step with time on a day on which nothing happened",
  about: (score) =>
    fc.property(
      factAmong(only("check-in")),
      fc.tuple(historyOf(only("check-in"), { min: 26, max: 30 }), panel),
      fc.integer({ min: -700, max: 300 }),
      fc.boolean(),
      (fact, [facts, voices], shift, alone) => {
        const rest = alone ? [] : [...facts, ...voices];
        const busy = new Set([fact, ...rest].flatMap((each) => [...eventful(each)]));
        let two = AS_OF + shift;
        while (busy.has(two)) two += 1;
        const effect = (asOf: number) => {
          const found = score([...rest, fact], asOf);
          const without = alone ? null : score(rest, asOf);
          return COMPONENTS.map((c) => found.components[c].value - (without?.components[c].value ?? 50));
        };
        let before = effect(two - 1);
        // One record alone is cheap to follow for a while; in company one day is looked at.
        for (const last = two + (alone ? 45 : 0); two <= last; two += 1) {
          const after = effect(two);
          const move = Math.max(...after.map((value, i) => Math.abs(value - (before[i] ?? 0))));
          if (!busy.has(two) && move >= (alone ? MOVE_ALONE : MOVE_IN_COMPANY)) fail(`moved by ${move}`);
          before = after;
        }
      },
    ),
};

export const fading: Law = {
  id: "13",
  says: "finished facts fade to neutral",
  about: (score) =>
    fc.property(historyOf(), (facts) => {
      const finished = facts.filter((fact) => {
        const later = score([fact], AS_OF + 3000).items.concat(score([fact], AS_OF + 3001).items);
        const first = later.slice(0, later.length / 2);
        return (
          (lastDayIn(fact) ?? AS_OF) < AS_OF &&
          first.every((item, i) => (later[i + first.length]?.w ?? 0) < item.w)
        );
      });
      const found = score(finished, AS_OF + 40 * 365);
      for (const one of COMPONENTS) {
        if (Math.abs(found.components[one].value - 50) > 0.01) fail(`${one} ${found.components[one].value}`);
      }
    }),
};

export const surer: Law = {
  id: "14",
  says: "more of the same narrows the range",
  about: (score) =>
    fc.property(
      factAmong(only("check-in", "mou", "rhythm")),
      fc.integer({ min: 1, max: 8 }),
      (fact, times) => {
        const copies = (n: number) => Array.from({ length: n }, (_, i) => ({ ...fact, id: `c${i}` }));
        const [few, many] = [score(copies(times), AS_OF), score(copies(2 * times), AS_OF)];
        for (const one of COMPONENTS) {
          const [a, b] = [few.components[one], many.components[one]];
          const counted = a.streams.filter((stream) => stream.indicator !== "D1").length > 0;
          if (counted && b.pooledSe >= a.pooledSe) fail(`${one}: ${a.pooledSe} → ${b.pooledSe}`);
        }
      },
    ),
};

const undisputed = <F extends Fact>(fact: F): F => ({ ...fact, contested: null, settled: null });
const fresh = (fact: Fact): boolean => [...eventful(fact)].every((day) => day >= AS_OF - 40 || day > AS_OF);

export const halved: Law = {
  id: "15",
  says: "a dispute halves each item, exactly; settled is as if never disputed",
  about: (score) =>
    fc.property(historyOf(), factAmong(only("check-in")), dayBetween(-40, 0), (facts, drawn, contested) => {
      const clean = undisputed(drawn.type === "commitment" ? { ...drawn, done: null } : drawn);
      const disputed = { ...clean, contested } as Fact;
      const own = (found: Score) =>
        found.items.filter((item) => item.record === "x" && item.indicator !== "D1");
      const [whole, half] = [score([...facts, clean], AS_OF), score([...facts, disputed], AS_OF)];
      same(
        own(half).map(({ s, w }) => [s, w]),
        own(whole).map(({ s, w }) => [s, w / 2]),
      );
      const settled = { ...disputed, settled: today } as Fact;
      same(score([...facts, settled], AS_OF), whole);
    }),
};

const aside = COMPONENTS.filter((one) => one !== "dialogue");
export const blunted: Law = {
  id: "15, effect",
  says: "a dispute never raises for a good fact nor lowers for a bad one",
  about: (score) =>
    fc.property(historyOf(), factAmong(only("check-in")), (facts, drawn) => {
      const clean = undisputed(drawn.type === "commitment" ? { ...drawn, done: null } : drawn);
      const [whole, half] = [
        score([...facts, clean], AS_OF),
        score([...facts, { ...clean, contested: today } as Fact], AS_OF),
      ];
      const own = whole.items.filter((item) => item.record === "x" && item.indicator !== "D1");
      // Losing an old contact can end a silence that counted (docs/method.md 11, limits): so for fresh facts, or apart from Dialogue.
      if (own.every((item) => item.s === 1)) notBelow(whole, half, fresh(clean) ? COMPONENTS : aside);
      if (own.every((item) => item.s === 0)) notBelow(half, whole, aside);
    }),
};

export const reopened: Law = {
  id: "15, promise",
  says: "a disputed promise is an open one",
  about: (score) =>
    fc.property(
      historyOf(),
      factOf("commitment"),
      dayBetween(-300, 0),
      dayBetween(-40, 0),
      (facts, drawn, done, contested) => {
        const promise = { ...undisputed(drawn), done };
        const open = { ...promise, done: null, confirmed: null };
        same(
          figuresOf(score([...facts, { ...promise, contested }], AS_OF)),
          figuresOf(score([...facts, open], AS_OF)),
        );
      },
    ),
};

export const residents: Law = {
  id: "16",
  says: "A7 moves the community's direction only through the pooled prior",
  about: (score) =>
    fc.property(historyOf(only(...RESIDENTS)), historyOf(RESIDENTS, { min: 1 }), (facts, theirs) => {
      const more = theirs.map((fact, i) => ({ ...fact, id: `t${i}` }));
      const [a, b] = [
        score(facts, AS_OF).components.ownership,
        score([...facts, ...more], AS_OF).components.ownership,
      ];
      const prior = (0.05 * (b.pooled - a.pooled)) / (0.05 + a.community.evidence);
      if (Math.abs(b.community.value - a.community.value - prior) > EPSILON) fail("moved otherwise");
    }),
};

export const rhythm: Law = {
  id: "17",
  says: "agreeing a rhythm lowers nothing",
  about: (score) =>
    fc.property(historyOf(only("rhythm")), dayBetween(-300, 0), fc.nat(200), (facts, agreed, longest) => {
      // Somebody still records: agreeing a rhythm is then no news about silence.
      const rest: Fact[] = [...facts, { type: "nothing-to-report", id: "n", date: today }];
      notBelow(
        score([...rest, { type: "rhythm", id: "new", agreed, longest_gap: longest }], AS_OF),
        score(rest, AS_OF),
      );
    }),
};

export const informed: Law = {
  id: "18",
  says: "told for information is not invited",
  about: (score) =>
    fc.property(historyOf(), factOf("engagement-event"), (facts, event) => {
      const [told, unsaid] = [
        { ...event, other: "for information" as const },
        { ...event, other: null },
      ];
      const found = score([...facts, told], AS_OF);
      same(found, score([...facts, unsaid], AS_OF));
      const items = found.items.filter(
        (item) => item.record === "x" && ["R2", "A3"].includes(item.indicator),
      );
      if (event.host !== "joint" && items.length > 0) fail("counted as invited");
    }),
};
