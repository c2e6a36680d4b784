import { describe, expect, test } from "vitest";
import { findFacts, findFigures } from "~/composition/score-store.server";
import { DEMO_ACCOUNTS } from "~/features/identity/demo-accounts";
import { visibleTo } from "~/features/records/record.queries.server";
import { COMPONENTS } from "~/features/scoring/facts";
import { systemClock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { seedIfEmpty } from "../../prisma/seed";
import { readAs } from "../builders/reading";
import { ownDatabase } from "../setup/own-database";
import { TOLD, type ToldIn } from "./told";

ownDatabase();

const READERS = {
  "millbrook-rise": ["resident@millbrook.example", "clerk@borough.example"],
  "harbour-end": ["chair@harbour.example", "liaison@unitary.example"],
} as const;

/** A demonstration account, as signed in. */
async function signedIn(email: string) {
  const row = await inTransaction("auth", todayBy(systemClock), (tx) =>
    tx.user.findFirstOrThrow({ where: { email }, select: { id: true, name: true } }),
  );
  return { ...row, email, demo: true };
}

/** What somebody reads of an area: the titles of its records, what scores, and the figures. */
async function readOf(area: ToldIn["area"], email: string) {
  return readAs(await signedIn(email), area, systemClock, async (tx, actor) => {
    const records = await tx.record.findMany({ where: visibleTo(actor), select: { title: true } });
    const [relationship] = actor.relationships;
    if (!relationship) throw new Error(`${email} has no relationship`);
    const facts = await findFacts(tx, relationship.id);
    const figures = await findFigures(tx, relationship.id, todayBy(systemClock));
    return { titles: new Set(records.map(({ title }) => title)), facts, figures };
  });
}

type Read = Awaited<ReturnType<typeof readOf>>;

function wasAnswered({ facts }: Read, answered: NonNullable<ToldIn["answered"]>): boolean {
  const { by, component, most } = answered;
  return facts.some((fact) => {
    if (fact.type !== "check-in" || fact.side !== by) return false;
    return fact.items[component]?.some((answer) => answer !== null && answer <= most);
  });
}

describe("the demonstration", () => {
  const read = new Map<string, Read[]>();

  test("loads, and both areas have enough evidence for every component", async () => {
    await seedIfEmpty({ log: () => undefined });
    for (const area of ["millbrook-rise", "harbour-end"] as const)
      read.set(area, await Promise.all(READERS[area].map((email) => readOf(area, email))));
    // The council's reader has one relationship; the partnership of Millbrook Rise has two.
    const [warm, strained] = ["millbrook-rise", "harbour-end"].map((area) => read.get(area)?.[1]?.figures);
    for (const figures of [warm, strained]) {
      expect(figures?.status).toBe("scored");
      expect(figures?.missing).toEqual([]);
    }
    expect(["strong", "steady"]).toContain(warm?.band);
    expect(["strained", "at risk"]).toContain(strained?.band);
    for (const component of COMPONENTS)
      expect(warm?.components[component].value).toBeGreaterThan(strained?.components[component].value ?? 100);
  }, 600_000);

  test.each(Object.entries(TOLD))("tells %s to both sides", (_, { area, titles, answered }) => {
    for (const one of read.get(area) ?? []) {
      expect(titles.filter((title) => !one.titles.has(title))).toEqual([]);
      if (answered) expect(wasAnswered(one, answered)).toBe(true);
    }
    expect(read.get(area)).toHaveLength(2);
  });
});

test("the demonstration's readers are accounts of it", () => {
  const emails: readonly string[] = DEMO_ACCOUNTS.map(({ email }) => email);
  expect(
    Object.values(READERS)
      .flat()
      .filter((email) => !emails.includes(email)),
  ).toEqual([]);
});
