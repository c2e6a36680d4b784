import { describe, expect, it } from "vitest";
import { COMPONENTS, type Component, SIDES } from "./facts.ts";
import { streamKey, streamsOf, weightInDirection } from "./method.ts";
import { currentMethod } from "./methods/index.ts";
import { perceptionGap } from "./pool.ts";
import { figures } from "./score.ts";
import { addItems, emptyTally, filledStreams, type ScoredItem, type Tally } from "./tally.ts";

// Figures from sums put together by hand: what is said at each border, and what each stream pulls.

const TODAY = 1000;
const { parameters } = currentMethod;

/** Sums with w of one worth in every stream of some components; pairs as many as are asked for. */
function tallyOf(
  filled: Partial<Record<Component, { n: number; s: number; pairs?: number }>>,
  latest = TODAY,
) {
  const tally: Tally = emptyTally(latest);
  for (const { component, rule, side } of streamsOf(currentMethod)) {
    const part = filled[component];
    if (!part || part.n === 0) continue;
    tally.streams.set(streamKey(component, rule.id, side), { items: 1, n: part.n, S: part.n * part.s });
    tally.pairs[component] = part.pairs ?? 9;
  }
  return tally;
}
const made = (tally: Tally) => figures(tally, currentMethod, TODAY);
const all = (n: number, s: number) =>
  Object.fromEntries(COMPONENTS.map((one) => [one, { n, s }])) as Record<Component, { n: number; s: number }>;
// Streams’ weights add up to 1, so that evidence is Z alone: n / (n + 3).
const nFor = (evidence: number) => (3 * evidence) / (1 - evidence);

describe("a component", () => {
  it.each([
    [0.0999, 9, "not enough evidence"],
    [0.1001, 9, "limited"],
    [0.1001, 3, "limited"],
    [0.1001, 2, "not enough evidence"],
    [0.2499, 9, "limited"],
    [0.2501, 9, "moderate"],
    [0.4499, 9, "moderate"],
    [0.4501, 9, "good"],
  ])("with evidence %d of %d records has %s", (evidence, pairs, status) => {
    expect(made(tallyOf({ trust: { n: nFor(evidence), s: 0.5, pairs } })).components.trust.status).toBe(
      status,
    );
  });

  it("with exactly the least evidence has enough", () => {
    const tally = tallyOf({ trust: { n: 1, s: 0.5 } });
    const E_min = made(tally).components.trust.evidence;
    const method = { ...currentMethod, parameters: { ...parameters, E_min } };
    expect(figures(tally, method, TODAY).components.trust.status).not.toBe("not enough evidence");
  });

  it("is pulled by each stream as far as it lies away, by its weight there", () => {
    const tally = tallyOf(all(2, 1));
    tally.streams.set(streamKey("trust", "T1", "council"), { items: 3, n: 4, S: 1 });
    const { components } = made(tally);
    const { streams } = components.trust;
    expect(streams.map(({ indicator, side }) => `${indicator} ${side}`)).toEqual(
      streamsOf(currentMethod)
        .filter(({ component }) => component === "trust")
        .map(({ rule, side }) => `${rule.id} ${side}`),
    );
    for (const stream of streams) {
      for (const side of SIDES) {
        const weight = weightInDirection(stream, side);
        const { value, evidence } = components.trust[side];
        const pull = (weight * stream.Z * (100 * stream.x - value)) / (parameters.b + evidence);
        if (weight === 0) expect(stream.contributions[side]).toBeNull();
        else expect(stream.contributions[side]).toBeCloseTo(pull, 9);
      }
    }
    expect(streams.find(({ indicator }) => indicator === "T1")).toMatchObject({ items: 3, n: 4, x: 0.25 });
  });

  it("has a mean within 0 and 1, however its sums were rounded", () => {
    const tally = tallyOf({ trust: { n: 2, s: 1.000001 }, dialogue: { n: 2, s: -0.000001 } });
    const { trust, dialogue } = made(tally).components;
    expect(trust.streams.every(({ x }) => x === 1)).toBe(true);
    expect(dialogue.streams.every(({ x }) => x === 0)).toBe(true);
  });

  it("is borderline only where a band is shown", () => {
    const { trust } = made(tallyOf({ trust: { n: 1, s: 0.5 } })).components;
    expect([trust.band, trust.borderline]).toEqual(["steady", true]);
    const few = made(tallyOf({ trust: { n: 1, s: 0.5, pairs: 1 } })).components.trust;
    expect([few.band, few.borderline]).toEqual([null, false]);
    const sure = made(tallyOf({ trust: { n: 1000, s: 0.62 } })).components.trust;
    expect([sure.band, sure.borderline]).toEqual(["steady", false]);
  });
});

describe("the overall figure", () => {
  const some = (names: readonly Component[]) =>
    Object.fromEntries(names.map((one) => [one, { n: 9, s: 0.9 }])) as Parameters<typeof tallyOf>[0];

  it.each([
    [5, "scored"],
    [4, "provisional"],
    [3, "provisional"],
    [2, "not scored"],
    [0, "not scored"],
  ])("of %d components with evidence is %s", (count, status) => {
    const found = made(tallyOf(some(COMPONENTS.slice(0, count))));
    expect(found.status).toBe(status);
    expect(found.missing).toEqual(COMPONENTS.slice(count));
    expect(found.band === null).toBe(status === "not scored");
    if (status === "not scored") expect(found.borderline).toBe(false);
  });

  it("is held back by the weakest component that has evidence, and by no other", () => {
    const [few, many] = [
      { n: 0.08, s: 0, pairs: 1 },
      { n: 200, s: 0.2 },
    ].map((ownership) => made(tallyOf({ ...all(200, 0.98), ownership })));
    expect(few?.components.ownership.value).toBeLessThan(35);
    expect(few?.overall).toBeGreaterThan(50);
    expect([few?.status, few?.band]).toEqual(["provisional", "steady"]);
    expect(many?.components.ownership.value).toBeLessThan(35);
    expect(many?.overall).toBeGreaterThan(50);
    expect([many?.status, many?.band]).toEqual(["scored", "strained"]);
  });

  it("has no band once nothing was recorded for more than 120 days", () => {
    expect(made(tallyOf(all(9, 0.9), TODAY - 120))).toMatchObject({ stale: false, daysSinceLastRecord: 120 });
    const stale = made(tallyOf(all(9, 0.9), TODAY - 121));
    expect(stale).toMatchObject({ stale: true, band: null, borderline: false, daysSinceLastRecord: 121 });
    for (const one of COMPONENTS)
      expect(stale.components[one]).toMatchObject({ band: null, borderline: false });
  });

  it("of nothing at all is in the middle, and neither stale nor fresh", () => {
    const found = figures(emptyTally(null), currentMethod, TODAY);
    expect(found).toMatchObject({
      overall: 50,
      status: "not scored",
      stale: false,
      daysSinceLastRecord: null,
    });
    expect(found.components.trust).toMatchObject({ coverage: 0, evidence: 0, streams: [], gap: null });
  });
});

describe("the gap", () => {
  const view = (side: "council" | "community", n: number, x: number) => {
    const place = streamsOf(currentMethod).find(
      (one) => one.component === "trust" && one.rule.id === "P" && one.side === side,
    );
    if (!place) throw new Error("no check-in stream");
    return { place, weight: place.weight, sums: { items: 3, n, S: n * x }, x, Z: n / (n + 3) };
  };
  const gap = (council: number, community: number, n = 1000) =>
    perceptionGap([view("council", n, council), view("community", n, community)], parameters);

  it.each([
    [0.75, 0.5, 1000, true],
    [0.5, 0.75, 1000, true],
    [0.75, 0.5625, 1000, false],
    // Twenty points exactly, and certain.
    [0.2, 0, 100_000, true],
    // Large, and not certain.
    [0.75, 0.5, 3, false],
  ])("of %d against %d in %d answers: pointed out %s", (council, community, n, flag) => {
    const found = gap(council, community, n);
    expect(found.gap).toBeCloseTo(100 * (council - community), 9);
    expect(found.gapFlag).toBe(flag);
  });

  it("is not pointed out at exactly as many standard errors as it takes", () => {
    const { gap: points, gapSe } = gap(0.75, 0.5, 40);
    const z = (points ?? 0) / (gapSe ?? 1);
    const views = [view("council", 40, 0.75), view("community", 40, 0.5)];
    expect(perceptionGap(views, { ...parameters, z }).gapFlag).toBe(Math.abs(points ?? 0) > z * (gapSe ?? 0));
    expect(perceptionGap(views, { ...parameters, z: z * 1.0001 }).gapFlag).toBe(false);
    expect(perceptionGap(views, { ...parameters, z: z * 0.9999 }).gapFlag).toBe(true);
  });

  it("is not known from one side alone", () => {
    expect(perceptionGap([view("council", 9, 1)], parameters)).toEqual({
      gap: null,
      gapSe: null,
      gapFlag: false,
    });
    expect(perceptionGap([view("community", 9, 1)], parameters).gap).toBeNull();
  });
});

describe("sums", () => {
  const item = (part: Partial<ScoredItem> = {}): ScoredItem => ({
    ...{ record: "a", indicator: "T1", component: "trust", side: "council", s: 0.5, w: 2, disputed: false },
    ...part,
  });

  it("grow by each item, and count a record once for each indicator of a component", () => {
    const tally = emptyTally(null);
    addItems(tally, [item(), item({ s: 1 }), item({ indicator: "T4" }), item({ record: "b" })]);
    expect(tally.pairs).toEqual({ recognition: 0, trust: 3, dialogue: 0, flexibility: 0, ownership: 0 });
    expect(tally.streams.get("trust/T1/council")).toEqual({ items: 3, n: 6, S: 4 });
  });

  it("give back what was put in, and an emptied stream is none", () => {
    const tally = emptyTally(null);
    addItems(tally, [item(), item({ record: "b" })]);
    addItems(tally, [item(), item({ record: "b" })], -1);
    expect(tally.pairs.trust).toBe(0);
    expect(tally.streams.get("trust/T1/council")).toEqual({ items: 0, n: 0, S: 0 });
    const left = (sums: { items: number; n: number; S: number }) =>
      filledStreams({ ...tally, streams: new Map([["trust/T1/council", sums]]) }, currentMethod).length;
    expect(left({ items: 0, n: 1e-17, S: 0 })).toBe(0);
    expect(left({ items: 1, n: 0, S: 0 })).toBe(0);
    expect(left({ items: 1, n: 1, S: 0 })).toBe(1);
  });
});
