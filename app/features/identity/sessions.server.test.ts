import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayToDate } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { setConnection } from "~/platform/database/connection.server";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { openAccount } from "./accounts.server";
import { findSignedIn } from "./auth.server";
import { changePassword, endSessions, findSessions } from "./sessions.server";
import { signIn } from "./sign-in.server";
import { hashSent, makeToken } from "./token-secret.server";
import { findLiveToken } from "./tokens.queries.server";

const PASSWORD = "a long enough password";
// Sessions are dated by the library's own clock.
const clock = { now: () => new Date() };
const circumstances = { clock, requestId: null, clientAddress: "203.0.113.9" };
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  setConnection(db.appUrl);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const at = (cookie: string) => new Request("http://localhost:3000/account", { headers: { cookie } });
const cookiesOf = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

async function signedIn(email: string, password = PASSWORD): Promise<Request> {
  const outcome = await signIn(at(""), { email, password }, circumstances);
  if (outcome.status !== "in") throw new Error(outcome.status);
  return at(cookiesOf(outcome.headers));
}

async function owner(name: string, demo = false) {
  const email = `${name}@test.example`;
  return { id: (await openAccount({ name, email, password: PASSWORD, demo })) ?? "", email, demo };
}

const isIn = async (request: Request) => (await findSignedIn(request)) !== null;

describe("sessions of one's own", () => {
  it("are listed with this one marked, and ended one by one", async () => {
    const ada = await owner("ada");
    const [here, there] = [await signedIn(ada.email), await signedIn(ada.email)];
    const listed = await findSessions(here, ada, clock.now());
    expect(listed.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    const other = listed.find(({ isThis }) => !isThis)?.id ?? "";
    expect(await endSessions(here, ada, { id: other }, circumstances)).toBe(true);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);
    expect(await endSessions(here, ada, { id: other }, circumstances)).toBe(false);
  });

  it("end everywhere else at once, and nobody else's with them", async () => {
    const [bea, cat] = [await owner("bea"), await owner("cat")];
    const [here, there, hers] = [
      await signedIn(bea.email),
      await signedIn(bea.email),
      await signedIn(cat.email),
    ];
    const [foreign] = await findSessions(hers, cat, clock.now());
    expect(await endSessions(here, bea, { id: foreign?.id ?? "" }, circumstances)).toBe(false);
    await endSessions(here, bea, "others", circumstances);
    expect([await isIn(here), await isIn(there), await isIn(hers)]).toEqual([true, false, true]);
  });

  it("of a demonstration account are this one alone: strangers share it", async () => {
    const demo = await owner("demo", true);
    const [here, there] = [await signedIn(demo.email), await signedIn(demo.email)];
    expect(await findSessions(here, demo, clock.now())).toHaveLength(1);
    await endSessions(here, demo, "others", circumstances);
    expect(await isIn(there)).toBe(true);
  });
});

describe("changing one's password", () => {
  it("wants the current one, and ends every other session", async () => {
    const dee = await owner("dee");
    const [here, there] = [await signedIn(dee.email), await signedIn(dee.email)];
    const next = "another long password";
    const wrong = await changePassword(here, dee, { current: "not the one at all", next }, circumstances);
    expect([wrong.status, await isIn(there)]).toEqual(["wrong", true]);
    const changed = await changePassword(here, dee, { current: PASSWORD, next }, circumstances);
    if (changed.status !== "done") throw new Error(changed.status);
    expect([await isIn(at(cookiesOf(changed.headers))), await isIn(there)]).toEqual([true, false]);
    await expect(signedIn(dee.email)).rejects.toThrow("refused");
    expect(await isIn(await signedIn(dee.email, next))).toBe(true);
  });

  it("ends every token of one's own, and nobody else's", async () => {
    const [fay, gus] = [await owner("fay"), await owner("gus")];
    const tokenOf = async ({ id }: { id: string }) => {
      const { token, tokenHash, prefix } = makeToken();
      const row = { id: newId(), userId: id, name: "A program", prefix, tokenHash, mayWrite: false };
      const days = { createdAt: clock.now(), lastDay: dayToDate(addDays(todayBy(clock), 30)) };
      await inTransaction(`user:${id}`, todayBy(clock), (tx) =>
        tx.apiToken.createMany({ data: [{ ...row, ...days }] }),
      );
      return hashSent(token) ?? "";
    };
    const opens = async (hash: string) => (await findLiveToken(hash, todayBy(clock))) !== null;
    const [hers, his] = [await tokenOf(fay), await tokenOf(gus)];
    const here = await signedIn(fay.email);
    const next = "another long password";
    await changePassword(here, fay, { current: "not the one at all", next }, circumstances);
    expect([await opens(hers), await opens(his)]).toEqual([true, true]);
    await changePassword(here, fay, { current: PASSWORD, next }, circumstances);
    expect([await opens(hers), await opens(his)]).toEqual([false, true]);
    // With the write itself, whoever writes it: where that is undone, the token opens again.
    const rewrite = (undo: boolean) =>
      authClient().$transaction(async (tx) => {
        await tx.account.updateMany({ where: { userId: gus.id }, data: { password: newId() } });
        if (undo) throw new Error("undone");
      });
    await expect(rewrite(true)).rejects.toThrow("undone");
    expect(await opens(his)).toBe(true);
    await rewrite(false);
    expect(await opens(his)).toBe(false);
  });

  it("cannot be used to guess it", async () => {
    const eve = await owner("eve");
    const here = await signedIn(eve.email);
    const guess = () =>
      changePassword(here, eve, { current: "wrong for certain", next: PASSWORD }, circumstances);
    for (let tries = 0; tries < 10; tries++) expect((await guess()).status).toBe("wrong");
    expect((await guess()).status).toBe("wait");
  });
});
