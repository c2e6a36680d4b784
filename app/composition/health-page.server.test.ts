import { spawnSync } from "node:child_process";
import { Client } from "pg";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmCommitment } from "~/features/commitments/commitment-outcomes.commands.server";
import { MethodComparison } from "~/features/scoring/components/method-comparison";
import type { Fact } from "~/features/scoring/facts";
import type { Method } from "~/features/scoring/method";
import { currentMethod } from "~/features/scoring/methods";
import { type Day, toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildDonePromise, buildPromise } from "../../tests/builders/promise";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { findComponent } from "./component-page.server";
import { explain } from "./explanation.server";
import { knownAt } from "./health.server";
import { figuresOf, findGrounds } from "./health-grounds.server";
import { compareMethods, findHealth, unevenness } from "./health-page.server";
import { inputsOf } from "./score-inputs.server";
import { findFacts, findKept } from "./score-store.server";

const DAY = toDay("2026-10-01");
let db: TestDatabase;
let place: Place;
let bare: Client;
let swept: string;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  bare = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await bare.connect();
  const { community, councilSide, council } = place;
  const by = { clock: clockAt("2026-07-01T10:00:00Z") };
  const area = { area: "oakfield", council: council.slug };
  await buildPromise(councilSide.lead, { ...area, title: "Mend the gate", dueOn: "2026-09-01" }, by);
  await buildPromise(councilSide.lead, { ...area, title: "Paint the bench", dueOn: "2026-08-01" }, by);
  swept = await buildDonePromise(
    community.lead,
    { ...area, title: "Sweep the path", dueOn: "2026-10-01" },
    by,
  );
});
afterAll(async () => {
  await bare.end();
  await closeDatabase();
  await db.drop();
});

const NOTHING = { council: null, on: null, known: null, method: null };

function ask(question: Partial<typeof NOTHING | { on: Day; known: Day }>, today = DAY, published?: Method[]) {
  const clock = clockAt(`${today}T21:00:00Z`);
  return readAs(place.community.lead, "oakfield", clock, async (tx, actor) => {
    const asked = { ...NOTHING, ...question };
    const grounds = await findGrounds(tx, actor, asked, today, published);
    const page = await findHealth(tx, actor, asked, today, published);
    if (!grounds || !page) throw new Error("nothing of theirs");
    return { page, grounds, figures: figuresOf(grounds), trust: await explain(tx, actor, grounds, "trust") };
  });
}

describe("the same question, asked later", () => {
  it("has the same answer to the last byte, after further writes, an erased text, and in another process", async () => {
    const question = { on: DAY, known: DAY };
    const first = await ask(question);
    const later = { clock: clockAt("2026-11-20T10:00:00Z") };
    const { community, councilSide, council } = place;
    await mustRun(councilSide.lead, confirmCommitment, { id: swept }, later);
    await buildPromise(
      community.lead,
      { area: "oakfield", council: council.slug, madeOn: "2026-08-01", dueOn: "2026-09-20" },
      later,
    );
    await bare.query("UPDATE record SET title = 'Erased' WHERE id = $1", [swept]);
    const today = toDay("2026-11-20");
    const then = await ask(question, today);
    expect(JSON.stringify(then.figures)).toBe(JSON.stringify(first.figures));
    expect(then.page.provenance).toEqual(first.page.provenance);
    expect(JSON.stringify(then.trust.streams.map(({ says, x, n }) => [says, x, n]))).toBe(
      JSON.stringify(first.trust.streams.map(({ says, x, n }) => [says, x, n])),
    );
    const at = knownAt(DAY)?.toISOString() ?? "";
    const args = [
      "tsx",
      "tests/setup/ask-health.ts",
      db.appUrl,
      community.lead.id,
      council.relationshipId,
      DAY,
      at,
    ];
    const { stdout } = spawnSync("npx", args, { encoding: "utf8" });
    expect(stdout).toBe(JSON.stringify({ figures: first.figures, inputs: inputsOf(first.grounds.facts) }));
    const now = await ask({ on: DAY }, today);
    expect(JSON.stringify(now.figures)).not.toBe(JSON.stringify(first.figures));
    expect(now.page.provenance.inputsHash).not.toBe(first.page.provenance.inputsHash);
  }, 180_000);

  it("has no answer for a day that has not come, or a method that was never published", async () => {
    const read = (question: object) =>
      readAs(place.community.lead, "oakfield", clockAt(`${DAY}T21:00:00Z`), (tx, actor) =>
        findHealth(tx, actor, { ...NOTHING, ...question }, DAY),
      );
    expect(await read({ on: "2026-10-02" })).toBeNull();
    expect(await read({ known: "2026-10-02" })).toBeNull();
    expect(await read({ method: "2020-01" })).toBeNull();
  });
});

describe("a stored score", () => {
  it("carries what it was made by and from: method, parameters, day, instant and the hash of its facts", async () => {
    const id = place.council.relationshipId;
    const { kept, facts } = await inTransaction(`user:${place.community.lead.id}`, DAY, async (tx) => {
      return { kept: await findKept(tx, id), facts: await findFacts(tx, id) };
    });
    expect(kept?.inputs).toBe(inputsOf(facts));
    const found = await bare.query(
      "SELECT method_id, as_of, updated_at, state FROM score_state WHERE relationship_id = $1",
      [id],
    );
    const [row] = found.rows;
    expect(row).toMatchObject({
      method_id: currentMethod.id,
      state: { parameterHash: currentMethod.parameterHash, inputs: inputsOf(facts) },
    });
    expect(row.updated_at).toBeInstanceOf(Date);
    expect(JSON.stringify(row)).not.toMatch(/Mend the gate|Sweep the path|@/);
  });

  it("has a hash that does not know the order of its facts, and knows each of them", async () => {
    const { grounds } = await ask({});
    expect(inputsOf(grounds.facts.toReversed())).toBe(inputsOf(grounds.facts));
    expect(inputsOf(grounds.facts.slice(1))).not.toBe(inputsOf(grounds.facts));
  });
});

describe("the page of a component", () => {
  const open = (question: object = {}) =>
    readAs(place.community.lead, "oakfield", clockAt(`${DAY}T21:00:00Z`), async (tx, actor) => {
      const asked = { question: { ...NOTHING, ...question }, today: DAY };
      const page = await findComponent(tx, actor, "trust", asked);
      if (!page) throw new Error("nothing of theirs");
      return page;
    });

  it("says what its sides' being uneven costs, what changed, and each indicator in counts", async () => {
    const page = await open();
    expect(page.sides?.says).toMatch(
      /^As a partner to the other, Barley Borough stands at [\d.]+ and the partnership at/,
    );
    expect(page.change.records.map(({ title }) => title)).toContain("Mend the gate");
    const kept = page.streams.find(({ id }) => id === "T1-council");
    expect(kept?.says).toBe(
      "2 of 2 promises by Barley Borough since August 2026 are past their day, the oldest by 61 days.",
    );
    expect(kept?.records.map(({ title }) => title).toSorted()).toEqual(["Mend the gate", "Paint the bench"]);
  });

  it("has next steps for today alone", async () => {
    expect((await open()).steps?.length).toBeLessThanOrEqual(3);
    expect((await open({ on: "2026-09-30" })).steps).toBeNull();
    expect((await open({ known: DAY })).steps).toBeNull();
  });
});

describe("what being uneven costs", () => {
  it("is exactly the mean less the figure, for the overall and for each component", async () => {
    const { figures } = await ask({});
    const { mean, costs, components } = unevenness(figures);
    expect(mean - costs).toBeCloseTo(figures.overall, 12);
    for (const one of components) expect(one.mean - one.costs).toBeCloseTo(one.value, 12);
    expect(components.length).toBeGreaterThan(0);
  });
});

describe("old beside new", () => {
  const changed: Method = {
    ...currentMethod,
    id: "2027-11",
    parameters: { ...currentMethod.parameters, h: 1 },
    parameterHash: "0".repeat(64),
  };

  it("shows the same records by both methods, with the shift, on the page and in words", async () => {
    const { grounds } = await ask({});
    const both = compareMethods(grounds, [currentMethod, changed]);
    const by = (method: Method) => figuresOf({ ...grounds, method }).components.trust.value;
    const trust = both.map(({ components }) => components.find(({ id }) => id === "trust"));
    expect(both.map(({ id }) => id)).toEqual(["2026-11", "2027-11"]);
    expect(by(changed)).not.toBe(by(currentMethod));
    const html = renderToStaticMarkup(createElement(MethodComparison, { methods: both }));
    for (const words of ["Method 2026-11", "Method 2027-11", "Old beside new"]) expect(html).toContain(words);
    for (const one of trust) if (one?.value) expect(html).toContain(one.value);
    expect(trust[1]?.shift).toMatch(/^[+−]\d/);
    expect(html).toContain(`(${trust[1]?.shift})`);
  });

  it("answers by the method asked for, and is not shown while there is one", async () => {
    const asked = await ask({ method: "2027-11" } as never, DAY, [currentMethod, changed]);
    expect(asked.page.provenance).toMatchObject({ methodId: "2027-11", parameterHash: "0".repeat(12) });
    expect(asked.page.methods).toHaveLength(2);
    const alone = await ask({});
    expect(alone.page.methods).toEqual([]);
    expect(renderToStaticMarkup(createElement(MethodComparison, { methods: [] }))).toBe("");
  });
});

describe("answers to a check-in", () => {
  const answers = (who: number): Fact => ({
    type: "check-in",
    id: `0000000${who}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`,
    who: `somebody-${who}`,
    side: "community",
    date: "2026-09-21",
    items: { trust: [who, who, who] },
  });

  it("open to how many and their mean: no person’s answer, effect, id or day", async () => {
    const { grounds } = await ask({});
    const facts = [...grounds.facts, ...[1, 2, 3, 4, 5].map(answers)];
    const found = await readAs(place.councilSide.lead, "oakfield", clockAt(`${DAY}T21:00:00Z`), (tx, actor) =>
      explain(tx, actor, { ...grounds, facts }, "trust"),
    );
    const told = found.streams.filter(({ indicator }) => indicator === "P");
    expect(told.map(({ says, records, more, items }) => [says, records, more, items])).toEqual([
      [`5 people of the partnership answered about ${place.council.name}: a mean of 3.0 of 5.`, [], 0, 5],
    ]);
    expect(found.change.records.filter(({ title }) => title.includes("check-in"))).toHaveLength(1);
    const said = JSON.stringify({ ...found, figures: null });
    expect(said).not.toMatch(/somebody|aaaa-4aaa|2026-09-21/);
  });
});
