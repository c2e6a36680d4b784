import { describe, expect, test } from "vitest";
import { findFacts, findFigures } from "~/composition/score-store.server";
import { findTakeover } from "~/features/areas/takeover.queries.server";
import { findReleased } from "~/features/check-ins/check-ins.queries.server";
import { DEMO_ACCOUNTS } from "~/features/identity/demo-accounts";
import { visibleTo } from "~/features/records/record.queries.server";
import { COMPONENTS } from "~/features/scoring/facts";
import { systemClock, todayBy } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { seedIfEmpty } from "../../prisma/seed";
import { readAs } from "../builders/reading";
import { testServer, withDatabase } from "../setup/database";
import { ownDatabase } from "../setup/own-database";
import { describeSmallAreas } from "./small-areas";
import { TOLD, type ToldIn } from "./told";

const name = ownDatabase();
const ownerUrl = () => withDatabase(testServer().ownerUrl, name());

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

/** The areas an account stands in. */
function stoodIn(user: Awaited<ReturnType<typeof signedIn>>): Promise<(string | null)[]> {
  return inTransaction(`user:${user.id}`, todayBy(systemClock), async (_, stands) =>
    stands.map(({ area_slug }) => area_slug),
  );
}

/** What somebody reads of an area: the titles of its records, what scores, and the figures. */
async function readOf(area: ToldIn["area"], email: string) {
  return readAs(await signedIn(email), area, systemClock, async (tx, actor) => {
    const records = await tx.record.findMany({ where: visibleTo(actor), select: { title: true } });
    const [relationship] = actor.relationships;
    if (!relationship) throw new Error(`${email} has no relationship`);
    const facts = await findFacts(tx, relationship.id);
    const figures = await findFigures(tx, relationship.id, todayBy(systemClock));
    const rounds = await findReleased(tx, actor, relationship.id);
    return { titles: new Set(records.map(({ title }) => title)), facts, figures, rounds };
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

function wasSaid({ rounds }: Read, { by, question, most }: NonNullable<ToldIn["said"]>): boolean {
  return rounds.some(({ means }) => (means[by][question]?.mean ?? most + 1) <= most);
}

describe("the demonstration", () => {
  const read = new Map<string, Read[]>();

  test("loads, and both areas have enough evidence for every component", async () => {
    await seedIfEmpty({ ownerUrl: ownerUrl(), log: () => undefined });
    for (const area of ["millbrook-rise", "harbour-end"] as const)
      read.set(area, await Promise.all(READERS[area].map((email) => readOf(area, email))));
    // The council's reader has one relationship; the partnership of Millbrook Rise has two.
    const [warm, strained] = ["millbrook-rise", "harbour-end"].map((area) => read.get(area)?.[1]?.figures);
    for (const figures of [warm, strained]) {
      expect(figures?.status).toBe("scored");
      expect(figures?.missing).toEqual([]);
    }
    expect(["strong", "steady"]).toContain(warm?.band);
    expect(strained?.band).toBe("strained");
    for (const component of COMPONENTS)
      expect(warm?.components[component].value).toBeGreaterThan(strained?.components[component].value ?? 100);
  }, 600_000);

  test.each(Object.entries(TOLD))("tells %s to both sides", (_, { area, titles, answered, said }) => {
    for (const one of read.get(area) ?? []) {
      expect(titles.filter((title) => !one.titles.has(title))).toEqual([]);
      if (answered) expect(wasAnswered(one, answered)).toBe(true);
      if (said) expect(wasSaid(one, said)).toBe(true);
    }
    expect(read.get(area)).toHaveLength(2);
  });
});

describeSmallAreas(ownerUrl);

test("a third, thin area tells of a council that another took over from, to an admin alone", async () => {
  const admin = await signedIn("admin@programme.example");
  const today = todayBy(systemClock);
  const seen = await inTransaction(`user:${admin.id}`, today, async (tx) => {
    const found = await tx.organisation.findFirst({
      where: { shortName: "Aldermoor District" },
      select: { id: true },
    });
    return found && (await findTakeover(tx, found.id, today));
  });
  expect(seen).toMatchObject({
    ties: [{ area: "Alder Vale", takenOverBy: "Aldershire Council" }],
    successors: [{ name: "Aldershire Council" }],
  });
  for (const email of ["chair@millbrook.example", "liaison@unitary.example"])
    expect(await stoodIn(await signedIn(email))).not.toContain("alder-vale");
});

test("the demonstration's readers are accounts of it", () => {
  const emails: readonly string[] = DEMO_ACCOUNTS.map(({ email }) => email);
  expect(
    Object.values(READERS)
      .flat()
      .filter((email) => !emails.includes(email)),
  ).toEqual([]);
});
