import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { resetSecondFactor } from "~/features/identity/accounts.commands.server";
import { authClient, closeDatabase } from "~/platform/db.server";
import { BUILT_AT, buildPlace, type Place } from "../../../tests/builders/place";
import { browserOf, codeOf, giveApp, givePassword, movingClock } from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { runAs, type SignedIn } from "../../composition/execution.server";
import { findStep } from "./admission.server";
import { findSignedIn } from "./auth.server";
import { offerAuthenticator } from "./second-factor.server";
import { passSecondFactor, passSetUp } from "./sign-in-step.server";

let db: TestDatabase;
let place: Place;
let lead: SignedIn;
let editor: SignedIn;
const clock = movingClock(BUILT_AT);

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  lead = place.community.lead;
  editor = place.community.editor;
  for (const user of [lead, editor, place.councilSide.lead]) await givePassword(user.id);
});
beforeEach(async () => {
  await authClient().rateLimit.deleteMany({});
  clock.go(10);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

describe("signing in with an authenticator app set up", () => {
  it("opens no session before the code, and one after it; a code counts once", async () => {
    const { key } = await giveApp(editor, clock);
    const browser = browserOf(clock);
    expect(await browser.signIn(editor.email)).toMatchObject({
      status: "step",
      to: "/sign-in/second-factor",
    });
    expect(await findSignedIn(browser.request())).toBeNull();
    expect(await authClient().session.count({ where: { userId: editor.id } })).toBe(0);

    expect((await passSecondFactor(browser.request(), "000000", browser.from())).status).toBe("wrong");
    const code = codeOf(key, clock);
    const passed = await browser.take(passSecondFactor(browser.request(), code, browser.from()));
    expect(passed.status).toBe("in");
    expect(await findSignedIn(browser.request())).toMatchObject({ id: editor.id });
    // The step is over, so neither it nor its code opens a second session.
    expect((await passSecondFactor(browser.request(), code, browser.from())).status).toBe("gone");

    const other = browserOf(clock);
    await other.signIn(editor.email);
    expect((await passSecondFactor(other.request(), code, other.from())).status).toBe("wrong");
    clock.go(0.5);
    expect((await passSecondFactor(other.request(), codeOf(key, clock), other.from())).status).toBe("in");
  });

  it("of two that send the same code at once lets one in", async () => {
    const { key } = await giveApp(editor, clock);
    const browsers = [browserOf(clock), browserOf(clock)];
    for (const browser of browsers) await browser.signIn(editor.email);
    const code = codeOf(key, clock);
    const passed = await Promise.all(
      browsers.map((browser) => passSecondFactor(browser.request(), code, browser.from())),
    );
    expect(passed.map(({ status }) => status).sort()).toEqual(["in", "wrong"]);
  });

  it("takes each recovery code once, however it is typed, and nobody else's", async () => {
    const { codes } = await giveApp(editor, clock);
    const theirs = await giveApp(place.councilSide.lead, clock);
    const tries = async (code: string) => {
      const browser = browserOf(clock);
      await browser.signIn(editor.email);
      return (await passSecondFactor(browser.request(), code, browser.from())).status;
    };
    expect(await tries((codes[0] ?? "").toLowerCase().replace("-", " "))).toBe("in");
    expect(await tries(codes[0] ?? "")).toBe("wrong");
    expect(await tries(theirs.codes[0] ?? "")).toBe("wrong");
    expect(await tries(codes[1] ?? "")).toBe("in");
    const kept = await authClient().recoveryCode.findMany({ where: { userId: editor.id } });
    expect(JSON.stringify(kept)).not.toContain((codes[2] ?? "").replace("-", ""));
  });

  it("is over after ten minutes, and for an account closed meanwhile", async () => {
    const { key } = await giveApp(editor, clock);
    const browser = browserOf(clock);
    await browser.signIn(editor.email);
    clock.go(11);
    expect((await passSecondFactor(browser.request(), codeOf(key, clock), browser.from())).status).toBe(
      "gone",
    );
    await browser.signIn(editor.email);
    const set = (deactivatedAt: Date | null) =>
      authClient().user.update({ where: { id: editor.id }, data: { deactivatedAt }, select: { id: true } });
    await set(clock.now());
    expect((await passSecondFactor(browser.request(), codeOf(key, clock), browser.from())).status).toBe(
      "gone",
    );
    await set(null);
  });

  it("lets nobody guess on, and lets the owner in with a browser that has been in before", async () => {
    const { key } = await giveApp(editor, clock);
    const own = browserOf(clock, "203.0.113.9");
    await own.signIn(editor.email);
    await own.take(passSecondFactor(own.request(), codeOf(key, clock), own.from()));
    const found: string[] = [];
    for (const address of ["198.51.100.1", "198.51.100.2", "198.51.100.3", "198.51.100.4"]) {
      const attacker = browserOf(clock, address);
      await attacker.signIn(editor.email);
      for (let at = 0; at < 10; at++)
        found.push((await passSecondFactor(attacker.request(), "111111", attacker.from())).status);
    }
    expect(found.filter((status) => status === "wrong")).toHaveLength(30);
    expect(found.at(-1)).toBe("wait");
    clock.go(1);
    await own.signIn(editor.email);
    expect((await passSecondFactor(own.request(), codeOf(key, clock), own.from())).status).toBe("in");
  });
});

describe("leads and admins", () => {
  it("are let in by their password once, and then set up a second factor before they are", async () => {
    const browser = browserOf(clock);
    expect((await browser.signIn(lead.email)).status).toBe("in");
    const again = browserOf(clock);
    expect(await again.signIn(lead.email)).toMatchObject({ status: "step", to: "/sign-in/set-up" });
    expect(await findSignedIn(again.request())).toBeNull();
    const step = await findStep(again.request(), clock.now());
    const { key } = await offerAuthenticator(lead, step?.name ?? "");
    // The page for those who have an app opens nothing here.
    expect((await passSecondFactor(again.request(), codeOf(key, clock), again.from())).status).toBe("gone");
    expect((await passSetUp(again.request(), "000000", again.from())).status).toBe("wrong");
    const passed = await again.take(passSetUp(again.request(), codeOf(key, clock), again.from()));
    expect(passed).toMatchObject({ status: "in", codes: expect.arrayContaining([expect.any(String)]) });
    expect(await findSignedIn(again.request())).toMatchObject({ id: lead.id });
    const third = browserOf(clock);
    expect(await third.signIn(lead.email)).toMatchObject({ to: "/sign-in/second-factor" });
  });

  it("lose it by an admin alone, who is no more than asked, and are signed out and told", async () => {
    const user = place.councilSide.lead;
    await giveApp(user, clock);
    const { by, admin } = place;
    expect(await runAs(lead, resetSecondFactor, { id: user.id }, by)).toMatchObject({ status: "forbidden" });
    expect(await runAs(admin, resetSecondFactor, { id: admin.id }, by)).toMatchObject({
      status: "forbidden",
    });
    expect(await runAs(admin, resetSecondFactor, { id: user.id }, by)).toMatchObject({ status: "done" });
    expect(await authClient().secondFactor.findMany({ where: { userId: user.id } })).toMatchObject([
      { secret: null, confirmedAt: null },
    ]);
    expect(await authClient().recoveryCode.count({ where: { userId: user.id } })).toBe(0);
    expect(await authClient().session.count({ where: { userId: user.id } })).toBe(0);
  });
});

it("signing in again in the same browser gives a session another number, and ends the one before", async () => {
  const browser = browserOf(clock);
  const reader = place.community.reader;
  await givePassword(reader.id);
  await browser.signIn(reader.email);
  const before = await authClient().session.findMany({ where: { userId: reader.id } });
  await browser.signIn(reader.email);
  const after = await authClient().session.findMany({ where: { userId: reader.id } });
  expect(after).toHaveLength(1);
  expect(after[0]?.token).not.toBe(before[0]?.token);
});
