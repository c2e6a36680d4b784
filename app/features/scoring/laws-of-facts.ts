import fc from "fast-check";
import { AS_OF, dayBetween, FACT_TYPES, factOf, historyOf, panel, side } from "./arbitrary-facts.ts";
import { dayText } from "./day.ts";
import { COMPONENTS, type Fact, otherSide } from "./facts.ts";
import { EPSILON, fail, type Law, notBelow, only, RESIDENTS, same, today } from "./laws-kit.ts";

export const bounded: Law = {
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

export const unordered: Law = {
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

export const empty: Law = {
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

export const keeping: Law = {
  id: "4",
  says: "keeping a promise, however late, confirmed or not, lowers nothing",
  about: (score) =>
    fc.property(historyOf(), panel, openPromise, fc.boolean(), (facts, voices, promise, confirmed) => {
      const rest = [...facts, ...voices];
      const kept = { ...promise, done: today, confirmed: confirmed ? today : null };
      notBelow(score([...rest, kept], AS_OF), score([...rest, promise], AS_OF));
    }),
};

export const inTime: Law = {
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

export const answering: Law = {
  id: "6",
  says: "answering, using, dropping, explaining and settling lower nothing against leaving it open",
  about: (score) =>
    fc.property(historyOf(), panel, answerable, (facts, voices, { open, done }) => {
      const rest = [...facts, ...voices];
      notBelow(score([...rest, done], AS_OF), score([...rest, open], AS_OF));
    }),
};

export const overdue: Law = {
  id: "7",
  says: "adding an overdue promise raises nothing",
  about: (score) =>
    fc.property(historyOf(), panel, side, dayBetween(-400, -1), (facts, voices, by, due) => {
      const rest = [...facts, ...voices];
      notBelow(score(rest, AS_OF), score([...rest, { type: "commitment", id: "new", by, due }], AS_OF));
    }),
};

export const punctual: Law = {
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

export const mirrored: Law = {
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

export const kinder: Law = {
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
