import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authClient, closeDatabase } from "~/platform/db.server";
import { BUILT_AT, buildPlace, type Place } from "../../../tests/builders/place";
import { browserOf, giveApp, givePassword, movingClock } from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { findSignedIn } from "./auth.server";
import { askForLink, findAsked, prepareSignInLink, redeemCode, redeemLink } from "./sign-in-link.server";

let db: TestDatabase;
let place: Place;
const clock = movingClock(BUILT_AT);
type Browser = ReturnType<typeof browserOf>;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  await givePassword(place.community.editor.id);
});
beforeEach(async () => {
  await authClient().rateLimit.deleteMany({});
  await authClient().verification.deleteMany({});
  clock.go(20);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** Asks in that browser; the answer, with its cookies taken. */
async function ask(browser: Browser, email: string) {
  const headers = await askForLink(browser.request(), { email, next: "/account" }, browser.from());
  return headers && browser.take(Promise.resolve({ headers }));
}

/** What the newest mail carries; null: none is sent. */
async function mail() {
  const [row] = await authClient().verification.findMany({ orderBy: { id: "desc" }, take: 1 });
  return row ? prepareSignInLink(row.id, clock.now()) : null;
}

const reader = () => place.community.reader;

describe("a link by mail", () => {
  it("signs in the browser that asked, once, and leads where it was going", async () => {
    const browser = browserOf(clock);
    await ask(browser, reader().email.toUpperCase());
    const { token = "" } = (await mail()) ?? {};
    expect(await findAsked(browser.request(), token, clock.now())).toEqual({ hasAsked: true, isRight: true });
    // Looked at, and nothing has happened.
    expect(await authClient().session.count({ where: { userId: reader().id } })).toBe(0);
    const two = await Promise.all([
      browser.take(redeemLink(browser.request(), token, browser.from())),
      redeemLink(browser.request(), token, browser.from()),
    ]);
    expect(two.map(({ status }) => status).sort()).toEqual(["in", "wrong"]);
    expect(two.find(({ status }) => status === "in")).toMatchObject({ next: "/account" });
    expect(await authClient().session.count({ where: { userId: reader().id } })).toBe(1);
    expect((await redeemLink(browser.request(), token, browser.from())).status).toBe("wrong");
  });

  it("does nothing in another browser, where its code does nothing either", async () => {
    const [asked, thief] = [browserOf(clock), browserOf(clock, "198.51.100.1")];
    await ask(asked, reader().email);
    const { token = "", code = "" } = (await mail()) ?? {};
    expect((await redeemLink(thief.request(), token, thief.from())).status).toBe("wrong");
    expect((await redeemCode(thief.request(), code, thief.from())).status).toBe("gone");
    await ask(thief, reader().email);
    expect((await redeemLink(thief.request(), token, thief.from())).status).toBe("wrong");
    const typed = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect((await asked.take(redeemCode(asked.request(), typed, asked.from()))).status).toBe("in");
    expect(await findSignedIn(asked.request())).toMatchObject({ id: reader().id });
  });

  it("works for ten minutes, and is kept as a hash", async () => {
    const browser = browserOf(clock);
    await ask(browser, reader().email);
    const { token = "", code = "" } = (await mail()) ?? {};
    const kept = JSON.stringify(await authClient().verification.findMany({}));
    for (const secret of [token, code]) expect(kept).not.toContain(secret);
    clock.go(11);
    expect((await redeemLink(browser.request(), token, browser.from())).status).toBe("wrong");
    expect((await redeemCode(browser.request(), code, browser.from())).status).toBe("gone");
  });

  it("is asked for an address nobody has in the same words and the same work, and nothing is sent", async () => {
    const work = async (email: string) => {
      const [jobsBefore, keptBefore] = await counts();
      const answer = await ask(browserOf(clock), email);
      const [jobs, kept] = await counts();
      const names = answer?.headers.getSetCookie().map((line) => line.replace(/=[^;]*/, ""));
      return { names, jobs: jobs - jobsBefore, kept: kept - keptBefore };
    };
    const known = await work(reader().email);
    expect(known).toEqual({
      names: [expect.stringMatching(/^common-ground\.link; .*HttpOnly; SameSite=Lax/)],
      jobs: 1,
      kept: 1,
    });
    expect(await work("nobody@test.example")).toEqual(known);
    expect(await mail()).toBeNull();
  });

  it("leads through the second factor like a password", async () => {
    const editor = place.community.editor;
    await giveApp(editor, clock);
    const browser = browserOf(clock);
    await ask(browser, editor.email);
    const { token = "" } = (await mail()) ?? {};
    const outcome = await browser.take(redeemLink(browser.request(), token, browser.from()));
    expect(outcome).toMatchObject({ status: "step", to: "/sign-in/second-factor" });
    expect(await findSignedIn(browser.request())).toBeNull();
  });

  it("is guessed at a few times only, from everywhere together, and the link itself still opens", async () => {
    const owner = browserOf(clock);
    await ask(owner, reader().email);
    const { token = "" } = (await mail()) ?? {};
    const found: string[] = [];
    for (const address of ["198.51.100.1", "198.51.100.2", "198.51.100.3"]) {
      const thief = browserOf(clock, address);
      await ask(thief, reader().email);
      for (let at = 0; at < 5; at++)
        found.push((await redeemCode(thief.request(), "-", thief.from())).status);
    }
    expect(found.filter((status) => status === "wrong")).toHaveLength(10);
    expect((await owner.take(redeemLink(owner.request(), token, owner.from()))).status).toBe("in");
  });

  it("is not sent on and on from one place", async () => {
    const answers = [];
    for (let at = 0; at < 6; at++) answers.push(await ask(browserOf(clock), reader().email));
    expect(answers.map((answer) => answer === null)).toEqual([false, false, false, false, false, true]);
  });

  it("sends nothing to a closed account", async () => {
    const set = (deactivatedAt: Date | null) =>
      authClient().user.update({ where: { id: reader().id }, data: { deactivatedAt }, select: { id: true } });
    await set(clock.now());
    await ask(browserOf(clock), reader().email);
    expect(await mail()).toBeNull();
    await set(null);
  });
});

async function counts(): Promise<[number, number]> {
  const client = new Client({ connectionString: db.ownerUrl });
  await client.connect();
  const { rows } = await client.query("select count(*)::int as n from graphile_worker._private_jobs");
  await client.end();
  return [rows[0].n, await authClient().verification.count()];
}
