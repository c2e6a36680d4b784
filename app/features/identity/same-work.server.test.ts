import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runAs } from "~/composition/execution.server";
import { closeDatabase } from "~/platform/db.server";
import { BUILT_AT, buildPlace, type Place } from "../../../tests/builders/place";
import { browserOf, givePassword, movingClock } from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { getAuth } from "./auth.server";
import { inviteToSide } from "./invitations.commands.server";
import { askForLink } from "./sign-in-link.server";

// How long an answer takes must not tell whether an address has an account. Clocks are no judge of that on a busy
// machine, so what is counted is the work: statements to the database, and passwords tried.
let db: TestDatabase;
let place: Place;
const clock = movingClock(BUILT_AT);

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  await givePassword(place.councilSide.editor.id);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const textOf = (query: unknown) =>
  typeof query === "string" ? query : String((query as { text?: unknown } | null)?.text ?? "");

/** What something sends to the database, and how often it works a password out, and how. */
async function workOf(work: () => Promise<unknown>) {
  const { password } = await getAuth().$context;
  const sent = vi.spyOn(pg.Client.prototype, "query");
  const verify = vi.spyOn(password, "verify");
  const hash = vi.spyOn(password, "hash");
  await work();
  const done = {
    statements: sent.mock.calls.map(([query]) => textOf(query)),
    verified: verify.mock.calls.length,
    hashed: hash.mock.calls.length,
  };
  vi.restoreAllMocks();
  return done;
}

const addresses = () => ({
  known: place.councilSide.editor.email,
  "known, without a password": place.councilSide.lead.email,
  unknown: "nobody.at.all@test.example",
});

/** The same for each kind of address, each after the first try of all, which opens connections. */
async function compare(work: (email: string) => Promise<unknown>) {
  await work("first.of.all@test.example");
  const found = [];
  for (const email of Object.values(addresses())) found.push(await workOf(() => work(email)));
  const [first, ...others] = found;
  for (const other of others) expect(other).toEqual(first);
  return first;
}

it("a wrong password is worked out once, whoever has the address, with the same statements", async () => {
  let tries = 0;
  const done = await compare((email) =>
    browserOf(clock, `203.0.113.${++tries}`).signIn(email, "not the password of anybody"),
  );
  expect(done).toMatchObject({ verified: 1, hashed: 0 });
  expect(done?.statements.length).toBeGreaterThan(3);
});

it("a link by mail is asked for with the same statements, and no password", async () => {
  let tries = 20;
  const done = await compare((email) => {
    const browser = browserOf(clock, `203.0.113.${++tries}`);
    return askForLink(browser.request(), { email, next: "/" }, browser.from());
  });
  expect(done).toMatchObject({ verified: 0, hashed: 0 });
});

it("somebody is invited with the same statements, and the same is said", async () => {
  const { community, by } = place;
  const done = await compare((email) => {
    const asked = { area: "oakfield", name: "Nia", email, role: "reader" };
    return runAs(community.lead, inviteToSide, asked, by);
  });
  expect(done).toMatchObject({ verified: 0, hashed: 0 });
});
