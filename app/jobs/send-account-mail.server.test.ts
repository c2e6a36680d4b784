import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { resetSecondFactor } from "~/features/identity/accounts.commands.server";
import { askForEmail } from "~/features/identity/email-change.server";
import { changePassword } from "~/features/identity/sessions.server";
import { askForLink, redeemCode, redeemLink } from "~/features/identity/sign-in-link.server";
import { authClient, closeDatabase } from "~/platform/db.server";
import { type MailServer, startMailServer } from "../../tests/builders/mail-server";
import { BUILT_AT, buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { browserOf, givePassword, movingClock, PASSWORD } from "../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { sendAccountMail } from "./send-account-mail.server";

let db: TestDatabase;
let place: Place;
let mail: MailServer;
let client: Client;
const clock = movingClock(BUILT_AT);

beforeAll(async () => {
  mail = await startMailServer();
  process.env.SMTP_URL = mail.url;
  db = await createTestDatabase();
  place = await buildPlace(db);
  client = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await client.connect();
});
beforeEach(async () => {
  mail.taken.splice(0);
  mail.refuse = false;
  await authClient().verification.deleteMany({});
});
afterAll(async () => {
  await client.end();
  await closeDatabase();
  await db.drop();
  await mail.stop();
});

/** Sends what waits under that name, as the queue would. */
async function send(what: "sign-in-link" | "confirm-email"): Promise<void> {
  const { id } = await authClient().verification.findFirstOrThrow({ select: { id: true } });
  await sendAccountMail.run({ what, id }, clock);
}

const lastText = () => mail.taken.at(-1)?.text ?? "";

it("what was sent twice, as nobody knew whether it went, is one mail with one link to whoever reads it", async () => {
  const { email } = place.community.reader;
  const browser = browserOf(clock);
  await askForLink(browser.request(), { email, next: "/" }, browser.from());
  mail.hangUp = true;
  await expect(send("sign-in-link")).rejects.toThrow();
  mail.hangUp = false;
  await send("sign-in-link");
  const [first, again] = mail.taken;
  expect(first?.messageId).toMatch(/^<sign-in-[0-9a-f-]{36}@/);
  expect(again?.messageId).toBe(first?.messageId);
  expect(again?.text).toBe(first?.text);
  const notice = { what: "second-step-reset", user: place.community.reader.id };
  for (const turn of ["7-1", "7-1", "8-1"]) await sendAccountMail.run(notice, clock, turn);
  const ids = mail.taken.slice(2).map(({ messageId }) => messageId?.split("@")[0]);
  expect(ids).toEqual(["<notice-7-1", "<notice-7-1", "<notice-8-1"]);
});

it("a link asked for arrives with a code, and signs in", async () => {
  const { email } = place.community.reader;
  const browser = browserOf(clock);
  const headers = await askForLink(browser.request(), { email, next: "/" }, browser.from());
  await browser.take(Promise.resolve({ headers: headers ?? new Headers() }));
  mail.refuse = true;
  await expect(send("sign-in-link")).rejects.toThrow();
  mail.refuse = false;
  await send("sign-in-link");
  expect(mail.taken).toHaveLength(1);
  expect(mail.taken[0]?.to?.[0]?.address).toBe(email);
  const token = /\/sign-in\/link\/(\S+)/.exec(lastText())?.[1] ?? "";
  const code = /that browser: (\d{6})/.exec(lastText())?.[1] ?? "";
  expect(
    (await redeemCode(browser.request(), code === "000000" ? "000001" : "000000", browser.from())).status,
  ).toBe("wrong");
  expect((await browser.take(redeemLink(browser.request(), token, browser.from()))).status).toBe("in");
  expect((await redeemCode(browser.request(), code, browser.from())).status).toBe("gone");
});

it("to an address nobody has nothing is sent", async () => {
  const browser = browserOf(clock);
  await askForLink(browser.request(), { email: "nobody@test.example", next: "/" }, browser.from());
  await send("sign-in-link");
  expect(mail.taken).toEqual([]);
});

it("another address is asked to confirm, and the one before is told", async () => {
  const user = place.community.editor;
  await givePassword(user.id);
  const browser = browserOf(clock);
  const asking = { owner: user, circumstances: browser.from(), request: browser.request() };
  await askForEmail(asking, { email: "another@test.example", password: PASSWORD });
  await send("confirm-email");
  expect(mail.taken.map(({ to }) => to?.[0]?.address)).toEqual(["another@test.example", user.email]);
  expect(mail.taken[0]?.text).toMatch(/\/account\/email\/\S+/);
  expect(mail.taken[1]?.text).not.toMatch(/\/account\/email\//);
});

it("who lost their second step to an admin is told, unless the account is closed", async () => {
  const { id, email } = place.councilSide.lead;
  await mustRun(place.admin, resetSecondFactor, { id }, place.by);
  await sendAccountMail.run({ what: "second-step-reset", user: id }, clock);
  expect(mail.taken.map(({ to, subject }) => [to?.[0]?.address, subject])).toEqual([
    [email, "Your second step was taken off"],
  ]);
  await authClient().user.update({
    where: { id },
    data: { deactivatedAt: clock.now() },
    select: { id: true },
  });
  await sendAccountMail.run({ what: "second-step-reset", user: id }, clock);
  expect(mail.taken).toHaveLength(1);
});

describe("what somebody is told of their own account", () => {
  /** What waits in the queue of mails about accounts, and is gone from it then. */
  const waiting = async () => {
    const { rows } = await client.query<{ payload: { what: string; user: string } }>(
      "delete from graphile_worker._private_jobs returning payload",
    );
    return rows.map(({ payload }) => payload);
  };

  it("a changed password, by mail to its owner", async () => {
    const user = place.councilSide.reader;
    await givePassword(user.id);
    const browser = browserOf(clock);
    await browser.signIn(user.email);
    await waiting();
    const owner = { id: user.id, demo: false };
    const passwords = { current: PASSWORD, next: "another password for tests" };
    await browser.take(changePassword(browser.request("/account"), owner, passwords, browser.from()));
    const [told, ...more] = await waiting();
    expect([told, more]).toEqual([{ what: "password-changed", user: user.id }, []]);
    await sendAccountMail.run(told, clock);
    expect(mail.taken.map(({ to, subject }) => [to?.[0]?.address, subject])).toEqual([
      [user.email, "Your password was changed"],
    ]);
  });

  it("a browser that is new to the account; not the first of all, nor one that was in before", async () => {
    const user = place.community.editor;
    const first = browserOf(clock);
    await waiting();
    await first.signIn(user.email);
    await first.signIn(user.email);
    expect(await waiting()).toEqual([]);
    await browserOf(clock, "198.51.100.7").signIn(user.email);
    const told = await waiting();
    expect(told).toEqual([{ what: "new-browser", user: user.id }]);
    await sendAccountMail.run(told[0], clock);
    expect(mail.taken.at(-1)?.subject).toMatch(/new browser/);
  });

  it("nothing where many use one account", async () => {
    const { id } = place.community.reader;
    await authClient().user.update({ where: { id }, data: { demo: true }, select: { id: true } });
    await sendAccountMail.run({ what: "new-browser", user: id }, clock);
    expect(mail.taken).toEqual([]);
  });
});
