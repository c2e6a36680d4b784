import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { authClient, closeDatabase } from "~/platform/db.server";
import {
  CLIENT,
  type CouncilProvider,
  type Known,
  startProvider,
} from "../../../tests/builders/council-provider";
import { BUILT_AT, buildPlace, mustRun } from "../../../tests/builders/place";
import { browserOf, givePassword, movingClock } from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import type { SignedIn } from "../../composition/execution.server";
import { callbackOf } from "./council-provider.server";
import { askForEmail } from "./email-change.server";
import { findCallback } from "./issuer.server";
import { offerPasskey } from "./passkeys.server";
import { setSingleSignOn } from "./single-sign-on.commands.server";
import { askCouncil, comeBack } from "./single-sign-on.server";

let db: TestDatabase;
let provider: CouncilProvider;
let editor: SignedIn;
const clock = movingClock(BUILT_AT);

type Browser = ReturnType<typeof browserOf>;

beforeAll(async () => {
  db = await createTestDatabase();
  const place = await buildPlace(db);
  provider = await startProvider();
  editor = place.councilSide.editor;
  await givePassword(editor.id);
  const { id: clientId, secret: clientSecret } = CLIENT;
  const of = { organisationId: place.council.id, issuer: provider.issuer, domains: "test.example" };
  await mustRun(place.admin, setSingleSignOn, { ...of, clientId, clientSecret }, place.by);
});
afterAll(async () => {
  await provider.stop();
  await closeDatabase();
  await db.drop();
});

async function begin(browser: Browser): Promise<string> {
  const asking = askCouncil(browser.request(), { email: editor.email, next: "/guide" }, browser.from());
  const asked = await browser.take(asking);
  if (asked.status !== "there") throw new Error(asked.status);
  return asked.to;
}

const back = (browser: Browser, to: URL) =>
  browser.take(comeBack(browser.request(to.pathname + to.search), browser.from()));

const asEditor = (): Known => ({ sub: "77", email: editor.email, email_verified: true });

async function goRound(as: Known, browser: Browser) {
  return back(browser, await provider.signIn(await begin(browser), as));
}

describe("a provider's answer", () => {
  it("is taken at its own address alone: at another's it is nobody's", async () => {
    const browser = browserOf(clock);
    const to = await provider.signIn(await begin(browser), asEditor());
    expect(to.pathname).toBe(callbackOf(provider.issuer));
    to.pathname = callbackOf("https://another.example");
    expect(await back(browser, to)).toEqual({ status: "gone" });
  });
});

describe("the address an admin is shown before a provider is set up", () => {
  it("is the one it sends people back to once it is", async () => {
    const browser = browserOf(clock);
    const to = await provider.signIn(await begin(browser), asEditor());
    const { issuer } = provider;
    expect(findCallback(` ${issuer} `)).toEqual({ issuer, callback: to.pathname });
  });

  it("is none for what is no provider's address", () => {
    expect(findCallback(null)).toBeNull();
    for (const typed of ["", "login", "http://login.council.example", "https://login.council.example/\ud800"])
      expect(findCallback(typed)).toEqual({ issuer: typed, problem: expect.any(String) });
  });
});

describe("who has no password here", () => {
  it("changes how they sign in just after signing in, and not in a session left open", async () => {
    await authClient().account.deleteMany({ where: { userId: editor.id, providerId: "credential" } });
    const browser = browserOf(clock);
    expect(await goRound(asEditor(), browser)).toMatchObject({ status: "in" });
    const proof = { password: "", current: "" };
    const offer = async () => {
      const ask = { request: browser.request(), owner: editor, circumstances: browser.from() };
      return (await offerPasskey(ask, { proof, name: "Phone" })).status;
    };
    expect(await offer()).toBe("offered");
    await authClient().session.updateMany({
      where: { userId: editor.id },
      data: { createdAt: new Date(Date.now() - 11 * 60_000) },
    });
    expect(await offer()).toBe("stale");
    const asking = { request: browser.request(), owner: editor, circumstances: browser.from() };
    expect(await askForEmail(asking, { email: "new@test.example", password: "" })).toBe("stale");
    await givePassword(editor.id);
  });
});
