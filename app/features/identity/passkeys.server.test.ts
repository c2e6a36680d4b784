import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deactivateUser, resetSecondFactor } from "~/features/identity/accounts.commands.server";
import { authClient, closeDatabase } from "~/platform/db.server";
import { authenticatorOf } from "../../../tests/builders/authenticator";
import { BUILT_AT, buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import {
  browserOf,
  codeOf,
  giveApp,
  givePassword,
  movingClock,
  PASSWORD,
} from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import type { SignedIn } from "../../composition/execution.server";
import { findSignedIn } from "./auth.server";
import { PASSKEYS_MOST } from "./passkey";
import { askForPasskey, signInByPasskey } from "./passkey-sign-in.server";
import { addPasskey, findPasskeys, offerPasskey, removePasskey, renamePasskey } from "./passkeys.server";

let db: TestDatabase;
let place: Place;
let lead: SignedIn;
let editor: SignedIn;
const clock = movingClock(BUILT_AT);
const SITE = { id: "localhost", origin: "http://localhost:3000" };
const PROOF = { password: PASSWORD, current: "" };

type Browser = ReturnType<typeof browserOf>;
type Device = ReturnType<typeof authenticatorOf>;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  lead = place.community.lead;
  editor = place.community.editor;
  for (const user of [lead, editor, place.councilSide.editor]) await givePassword(user.id);
});
beforeEach(async () => {
  await authClient().rateLimit.deleteMany({});
  await authClient().passkey.deleteMany({});
  clock.go(10);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const askOf = (browser: Browser, owner: SignedIn) => ({
  request: browser.request("/account/passkeys"),
  owner: { id: owner.id, email: owner.email },
  circumstances: browser.from(),
});

async function offered(browser: Browser, owner: SignedIn, proof = PROOF) {
  const offer = await browser.take(offerPasskey(askOf(browser, owner), { proof, name: "My phone" }));
  if (offer.status !== "offered") throw new Error(offer.status);
  return offer.options;
}

/** Adds what the device makes to the account; whether it was kept. */
async function add(browser: Browser, owner: SignedIn, device: Device, odd?: Parameters<Device["make"]>[1]) {
  const made = device.make(await offered(browser, owner), odd);
  return addPasskey(askOf(browser, owner), made);
}

/** A device with a passkey of the account. */
async function givePasskey(owner: SignedIn): Promise<Device> {
  const device = authenticatorOf(SITE);
  expect(await add(browserOf(clock), owner, device)).toBe(true);
  return device;
}

async function askedBy(browser: Browser) {
  const asked = await askForPasskey(browser.request(), browser.from());
  if (!asked) throw new Error("asked too often");
  await browser.take(Promise.resolve(asked));
  return asked.options;
}

const showBy = (browser: Browser, answer: string) =>
  browser.take(signInByPasskey(browser.request(), { answer, next: "/guide" }, browser.from()));

async function signInBy(device: Device, odd?: Parameters<Device["show"]>[1]) {
  const browser = browserOf(clock);
  return (await showBy(browser, device.show(await askedBy(browser), odd))).status;
}

describe("signing in with a passkey", () => {
  it("opens a session, and asks a lead for nothing more", async () => {
    await browserOf(clock).signIn(lead.email);
    const device = await givePasskey(lead);
    const browser = browserOf(clock);
    const options = await askedBy(browser);
    expect(options).toMatchObject({ rpId: "localhost", userVerification: "required" });
    expect(options.allowCredentials ?? []).toEqual([]);
    expect(await showBy(browser, device.show(options))).toMatchObject({ status: "in", next: "/guide" });
    expect(await findSignedIn(browser.request())).toMatchObject({ id: lead.id });
    expect(await findPasskeys(lead.id)).toMatchObject([{ name: "My phone", lastUsedAt: clock.now() }]);
    // A password alone still asks for the rest.
    expect(await browserOf(clock).signIn(lead.email)).toMatchObject({ status: "step" });
  });

  it.each([
    ["signed for another site's address", { origin: "https://evil.example" }],
    ["signed for another site's name", { rpId: "evil.example" }],
    ["signed without asking who holds the device", { isVerified: false }],
    ["of another account by what it says itself", { userHandle: "AAAA" }],
  ])("refuses what is %s", async (_, odd) => {
    const device = await givePasskey(editor);
    expect(await signInBy(device, odd)).toBe("refused");
    expect(await signInBy(device)).toBe("in");
  });

  it("takes an answer once, within five minutes, from the browser that was asked", async () => {
    const device = await givePasskey(editor);
    const browser = browserOf(clock);
    const answer = device.show(await askedBy(browser));
    const other = browserOf(clock);
    await askedBy(other);
    expect((await showBy(other, answer)).status).toBe("refused");
    expect((await showBy(browserOf(clock), answer)).status).toBe("refused");
    expect((await showBy(browser, answer)).status).toBe("in");
    expect((await showBy(browser, answer)).status).toBe("refused");

    const late = browserOf(clock);
    const options = await askedBy(late);
    clock.go(5.1);
    expect((await showBy(late, device.show(options))).status).toBe("refused");
    // What was asked to add a passkey signs nobody in.
    const adding = browserOf(clock);
    const toAdd = await offered(adding, editor);
    expect((await showBy(adding, device.show(toAdd))).status).toBe("refused");
  });

  it("refuses a count that goes back, and of two answers with one count lets one in", async () => {
    const device = await givePasskey(editor);
    expect(await signInBy(device, { counter: 7 })).toBe("in");
    expect(await signInBy(device, { counter: 7 })).toBe("refused");
    expect(await signInBy(device, { counter: 3 })).toBe("refused");
    const browsers = [browserOf(clock), browserOf(clock)];
    const answers: string[] = [];
    for (const browser of browsers) answers.push(device.show(await askedBy(browser), { counter: 8 }));
    const shown = await Promise.all(browsers.map((browser, at) => showBy(browser, answers[at] ?? "")));
    expect(shown.map(({ status }) => status).sort()).toEqual(["in", "refused"]);
  });

  it("refuses a removed key, one nobody added, and what is no answer at all", async () => {
    const device = await givePasskey(editor);
    const [kept] = await findPasskeys(editor.id);
    const own = { id: kept?.id ?? "", proof: PROOF };
    expect(await removePasskey(askOf(browserOf(clock), editor), own)).toEqual({ status: "done" });
    expect(await signInBy(device)).toBe("refused");
    expect(await signInBy(authenticatorOf(SITE))).toBe("refused");
    for (const answer of ["", "{}", "null", '{"id":"\\u0000"}', "[".repeat(50_000)]) {
      const browser = browserOf(clock);
      await askedBy(browser);
      expect((await showBy(browser, answer)).status).toBe("refused");
    }
  });

  it("ends with the account, and with the second step an admin takes off", async () => {
    const user = place.councilSide.editor;
    const device = await givePasskey(user);
    await mustRun(place.admin, resetSecondFactor, { id: user.id }, place.by);
    expect(await signInBy(device)).toBe("refused");
    const next = await givePasskey(user);
    await mustRun(place.admin, deactivateUser, { id: user.id }, place.by);
    expect(await authClient().passkey.count({ where: { userId: user.id } })).toBe(0);
    expect(await signInBy(next)).toBe("refused");
    // Opened again, the account has none of the keys it had.
    const data = { deactivatedAt: null };
    await authClient().user.update({ where: { id: user.id }, data, select: { id: true } });
    expect(await signInBy(next)).toBe("refused");
  });

  it("is asked for so often from one place and no more; whoever has been in before asks on", async () => {
    const device = await givePasskey(editor);
    const own = browserOf(clock, "203.0.113.9");
    await showBy(own, device.show(await askedBy(own)));
    const stranger = browserOf(clock, "203.0.113.9");
    for (let at = 0; at < 200; at++) await askForPasskey(stranger.request(), stranger.from());
    expect(await askForPasskey(stranger.request(), stranger.from())).toBeNull();
    expect((await showBy(own, device.show(await askedBy(own)))).status).toBe("in");
  });
});

describe("one's own passkeys", () => {
  it("are added after the password and the app's code, and asked of the device as they must be", async () => {
    const { key } = await giveApp(editor, clock);
    const browser = browserOf(clock);
    const offer = (proof: typeof PROOF) => offerPasskey(askOf(browser, editor), { proof, name: "Key" });
    expect(await offer({ password: "not it", current: "" })).toMatchObject({ field: "password" });
    expect(await offer(PROOF)).toMatchObject({ status: "wrong", field: "current" });
    const options = await offered(browser, editor, { password: PASSWORD, current: codeOf(key, clock) });
    expect(options).toMatchObject({
      rp: { id: "localhost" },
      user: { name: editor.email },
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    await authClient().secondFactor.deleteMany({ where: { userId: editor.id } });
  });

  it.each([
    ["made for another site's address", { origin: "https://evil.example" }],
    ["made for another site's name", { rpId: "evil.example" }],
    ["made without asking who holds the device", { isVerified: false }],
  ])("are not kept where one is %s", async (_, odd) => {
    expect(await add(browserOf(clock), editor, authenticatorOf(SITE), odd)).toBe(false);
    expect(await findPasskeys(editor.id)).toEqual([]);
  });

  it("are added to the account that was asked alone, once, by the browser that was", async () => {
    const browser = browserOf(clock);
    const device = authenticatorOf(SITE);
    const made = device.make(await offered(browser, editor));
    expect(await addPasskey(askOf(browserOf(clock), editor), made)).toBe(false);
    expect(await addPasskey(askOf(browser, lead), made)).toBe(false);
    // That took the question: it is asked anew.
    const again = device.make(await offered(browser, editor));
    expect(await addPasskey(askOf(browser, editor), again)).toBe(true);
    expect(await addPasskey(askOf(browser, editor), again)).toBe(false);
    expect(await add(browserOf(clock), lead, device)).toBe(false);
    expect(await findPasskeys(lead.id)).toEqual([]);
  });

  it("are renamed and removed by their owner alone", async () => {
    await givePasskey(editor);
    const [kept] = await findPasskeys(editor.id);
    const id = kept?.id ?? "";
    const browser = browserOf(clock);
    expect(await renamePasskey(askOf(browser, lead), { id, name: "Mine" })).toBe(false);
    expect(await removePasskey(askOf(browser, lead), { id, proof: PROOF })).toEqual({ status: "absent" });
    const wrong = { id, proof: { password: "not it", current: "" } };
    expect(await removePasskey(askOf(browser, editor), wrong)).toMatchObject({ field: "password" });
    expect(await renamePasskey(askOf(browser, editor), { id, name: "Office" })).toBe(true);
    expect(await findPasskeys(editor.id)).toMatchObject([{ name: "Office", lastUsedAt: null }]);
    await removePasskey(askOf(browser, editor), { id, proof: PROOF });
    expect(await findPasskeys(editor.id)).toEqual([]);
  });

  it("are so many and no more", async () => {
    const one = (at: number) => ({
      id: crypto.randomUUID(),
      userId: editor.id,
      name: `Key ${at}`,
      credentialId: `key-${at}`,
      publicKey: new Uint8Array([1]),
      counter: 0,
      addedAt: clock.now(),
    });
    await authClient().passkey.createMany({
      data: Array.from({ length: PASSKEYS_MOST }, (_, at) => one(at)),
    });
    const asked = offerPasskey(askOf(browserOf(clock), editor), { proof: PROOF, name: "One more" });
    expect(await asked).toEqual({ status: "full" });
  });
});
