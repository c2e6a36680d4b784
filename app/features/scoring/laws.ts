import fc from "fast-check";
import {
  AS_OF,
  dayBetween,
  FACT_TYPES,
  factAmong,
  factOf,
  historyOf,
  panel,
  side,
} from "./arbitrary-facts.ts";
import { dayOf, dayText } from "./day.ts";
import { COMPONENTS, type Fact, type FactType, lastDayIn, otherSide } from "./facts.ts";
import type { Score } from "./score.ts";

// The laws of scoring.md 11, each a property over random records, for any way of scoring: they must hold for the
// real one and fail for a broken one (laws.test.ts). Used by tests only.

export type ScoreFacts = (facts: readonly Fact[], asOf: number) => Score;
export type Law = {
  readonly id: string;
  readonly says: string;
  readonly about: (score: ScoreFacts) => fc.IProperty<unknown>;
};

const EPSILON = 1e-9;
const only = (...out: FactType[]) => FACT_TYPES.filter((type) => !out.includes(type));
const RESIDENTS: FactType[] = ["residents-lead", "councillor-steps-back", "decision"];
const today = dayText(AS_OF);

function fail(message: string): never {
  throw new Error(message);
}

/** Values of overall and components; `a` must not lie below `b` in any of them. */
function notBelow(a: Score, b: Score, components: readonly (typeof COMPONENTS)[number][] = COMPONENTS): void {
  for (const one of components) {
    const [x, y] = [a.components[one].value, b.components[one].value];
    if (x < y - EPSILON) fail(`${one}: ${x} < ${y}`);
  }
  if (components === COMPONENTS && a.overall < b.overall - EPSILON)
    fail(`overall: ${a.overall} < ${b.overall}`);
}

function same(a: unknown, b: unknown): void {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  if (x !== y) fail(`${x} is not ${y}`);
}

const figuresOf = ({ items: _, ...figures }: Score) => figures;

const bounded: Law = {
  id: "1",
  says: "every value is bounded and lies in its range",
  about: (score) =>
    fc.property(historyOf(), panel, fc.integer({ min: -900, max: 900 }), (facts, voices, shift) => {
      const found = score([...facts, ...voices], AS_OF + shift);
      const parts = COMPONENTS.flatMap((one) => {
        const { council, community, ...whole } = found.components[one];
        return [whole, council, community];
      });
      for (const { value, lo, hi, se } of [{ ...found, value: found.overall }, ...parts]) {
        if (!(lo >= 0 && lo <= value && value <= hi && hi <= 100 && se > 0)) fail(`${lo} ${value} ${hi}`);
      }
    }),
};

const unordered: Law = {
  id: "2",
  says: "the order of records is irrelevant, bit for bit",
  about: (score) =>
    fc.property(
      historyOf(FACT_TYPES, { min: 12, max: 20 }).chain((facts) =>
        fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
      ),
      ([facts, shuffled]) => same(score(facts, AS_OF), score(shuffled, AS_OF)),
    ),
};

const silentFact: fc.Arbitrary<Fact> = fc.oneof(
  factOf("nothing-to-report"),
  factOf("rhythm"),
  factOf("appointment").map((fact) => ({ ...fact, lead: false })),
  factOf("residents-lead").map((fact) => ({ ...fact, agreed: null })),
  factOf("meeting").map((fact) => ({ ...fact, status: "no reply" as const })),
  fc.record({
    type: fc.constant("commitment" as const),
    id: fc.constant("x"),
    by: side,
    due: dayBetween(0, 90),
  }),
);

const empty: Law = {
  id: "3",
  says: "no evidence is 50 and not scored",
  about: (score) =>
    fc.property(fc.array(silentFact, { maxLength: 6 }), (facts) => {
      const found = score(
        facts.map((fact, i) => ({ ...fact, id: `s${i}` })),
        AS_OF,
      );
      const values = [found.overall, ...COMPONENTS.map((one) => found.components[one].value)];
      if (values.some((value) => Math.abs(value - 50) > EPSILON)) fail(values.join(" "));
      if (found.status !== "not scored") fail(found.status);
    }),
};

const openPromise = fc.record({
  type: fc.constant("commitment" as const),
  id: fc.constant("new"),
  by: side,
  due: dayBetween(-400, 30),
  told: fc.option(dayBetween(-420, 0), { nil: null }),
  renegotiated: fc.array(fc.record({ agreed: dayBetween(-420, 0), due: dayBetween(-400, 60) }), {
    maxLength: 2,
  }),
});

const keeping: Law = {
  id: "4",
  says: "keeping a promise, however late, confirmed or not, lowers nothing",
  about: (score) =>
    fc.property(historyOf(), panel, openPromise, fc.boolean(), (facts, voices, promise, confirmed) => {
      const rest = [...facts, ...voices];
      const kept = { ...promise, done: today, confirmed: confirmed ? today : null };
      notBelow(score([...rest, kept], AS_OF), score([...rest, promise], AS_OF));
    }),
};

const inTime: Law = {
  id: "5",
  says: "adding an on-time confirmed promise lowers nothing",
  about: (score) =>
    fc.property(historyOf(), panel, side, fc.nat(40), fc.nat(30), (facts, voices, by, ago, early) => {
      const [done, due] = [dayText(AS_OF - ago), dayText(AS_OF - ago + early)];
      const rest = [...facts, ...voices];
      const promise: Fact = { type: "commitment", id: "new", by, due, done, confirmed: done };
      notBelow(score([...rest, promise], AS_OF), score(rest, AS_OF));
    }),
};

const asked = dayBetween(-300, 0);
const answerable: fc.Arbitrary<{ open: Fact; done: Fact }> = fc.oneof(
  fc
    .record({ to: side, asked, target: dayBetween(-300, 30), holding: fc.option(asked, { nil: null }) })
    .chain((body) =>
      fc.constantFrom("straight" as const, null).map((judged) => {
        const open = { type: "request" as const, id: "new", ...body };
        return { open, done: { ...open, answered: today, judged } };
      }),
    ),
  fc.record({ of: side, on: asked }).chain((body) =>
    fc.constantFrom("strength-named" as const, "insight-offered" as const).map((type) => {
      const open = { type, id: "new", ...body };
      return { open, done: { ...open, answered: today, outcome: "used" as const } };
    }),
  ),
  fc.record({ of: side, on: asked }).chain((body) =>
    fc
      .constantFrom("dropped" as const, "simplified" as const, "legal requirement" as const)
      .map((outcome) => {
        const open = { type: "procedure-barrier" as const, id: "new", ...body };
        return { open, done: { ...open, resolved: today, outcome } };
      }),
  ),
  fc.record({ by: side, opened: asked }).chain((body) =>
    fc.constantFrom("settled" as const, "adapted" as const).map((outcome) => {
      const open = { type: "disagreement" as const, id: "new", ...body };
      return { open, done: { ...open, closed: today, outcome } };
    }),
  ),
);

const answering: Law = {
  id: "6",
  says: "answering, using, dropping, explaining and settling lower nothing against leaving it open",
  about: (score) =>
    fc.property(historyOf(), panel, answerable, (facts, voices, { open, done }) => {
      const rest = [...facts, ...voices];
      notBelow(score([...rest, done], AS_OF), score([...rest, open], AS_OF));
    }),
};

const overdue: Law = {
  id: "7",
  says: "adding an overdue promise raises nothing",
  about: (score) =>
    fc.property(historyOf(), panel, side, dayBetween(-400, -1), (facts, voices, by, due) => {
      const rest = [...facts, ...voices];
      notBelow(score(rest, AS_OF), score([...rest, { type: "commitment", id: "new", by, due }], AS_OF));
    }),
};

const punctual: Law = {
  id: "8",
  says: "on time is worth at least as much as late, for Trust",
  about: (score) =>
    fc.property(
      fc.tuple(historyOf(), side, fc.boolean()),
      fc.tuple(fc.nat(300), fc.nat(60), fc.integer({ min: 1, max: 200 })),
      ([facts, by, told], [ago, early, late]) => {
        const day = (days: number) => dayText(AS_OF - ago + days);
        const kept = {
          type: "commitment" as const,
          id: "new",
          by,
          done: day(0),
          confirmed: told ? day(0) : null,
        };
        const on = score([...facts, { ...kept, due: day(early) }], AS_OF);
        notBelow(on, score([...facts, { ...kept, due: day(-late) }], AS_OF), ["trust"]);
      },
    ),
};

const swapped = (value: unknown): unknown => {
  if (value === "council" || value === "community") return otherSide(value);
  if (Array.isArray(value)) return value.map(swapped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [swapped(key), swapped(one)]));
};

const mirrored: Law = {
  id: "9",
  says: "the sides can be swapped, A7 apart",
  about: (score) =>
    fc.property(historyOf(only(...RESIDENTS)), panel, (facts, voices) => {
      const all = [...facts, ...voices];
      const [here, there] = [score(all, AS_OF), score(swapped(all) as Fact[], AS_OF)];
      for (const one of COMPONENTS) {
        const [a, b] = [here.components[one], there.components[one]];
        const gaps = [
          a.value - b.value,
          a.council.value - b.community.value,
          a.community.value - b.council.value,
        ];
        if (gaps.some((gap) => Math.abs(gap) > EPSILON)) fail(`${one}: ${gaps.join(" ")}`);
      }
    }),
};

const kinder: Law = {
  id: "10",
  says: "raising an answer lowers nothing",
  about: (score) =>
    fc.property(
      historyOf(),
      panel,
      fc.nat(6),
      fc.constantFrom(...COMPONENTS),
      fc.nat(2),
      (facts, voices, who, component, question) => {
        const raised = voices.map((voice, i) => {
          const old = voice.items[component] ?? [null, null, null];
          const answers = old.map((answer, q) =>
            q === question && answer !== null ? Math.min(5, answer + 1) : answer,
          );
          return i === who ? ({ ...voice, items: { ...voice.items, [component]: answers } } as Fact) : voice;
        });
        notBelow(score([...facts, ...raised], AS_OF), score([...facts, ...voices], AS_OF));
      },
    ),
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const mapDays = (value: unknown, key: string, to: (text: string, key: string) => string | null): unknown => {
  if (typeof value === "string") return DAY.test(value) ? to(value, key) : value;
  if (Array.isArray(value)) return value.map((one) => mapDays(one, key, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapDays(one, name, to)]));
};

const present: Law = {
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

const gradual: Law = {
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

const fading: Law = {
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

const surer: Law = {
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

const halved: Law = {
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
const blunted: Law = {
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
      // Losing an old contact can end a silence that counted (scoring.md 11, limits): so for fresh facts, or apart from Dialogue.
      if (own.every((item) => item.s === 1)) notBelow(whole, half, fresh(clean) ? COMPONENTS : aside);
      if (own.every((item) => item.s === 0)) notBelow(half, whole, aside);
    }),
};

const reopened: Law = {
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

const residents: Law = {
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

const rhythm: Law = {
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

const informed: Law = {
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

export const laws: readonly Law[] = [
  bounded,
  unordered,
  empty,
  keeping,
  inTime,
  answering,
  overdue,
  punctual,
  mirrored,
  kinder,
  present,
  gradual,
  fading,
  surer,
  halved,
  blunted,
  reopened,
  residents,
  rhythm,
  informed,
];
