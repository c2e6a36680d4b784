import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "~/platform/clock";
import { type Access, buildAccess, PASSWORD } from "../builders/fixtures-access.ts";
import { answerOf, asked, fill, type Leaf, leaves, WAYS } from "../builders/fixtures-asking.ts";
import { type BuiltServer, startBuilt } from "../builders/fixtures-server.ts";
import { codeOf } from "../builders/signing-in.ts";
import { findChromium } from "../journeys/support/chromium.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { accessTable } from "./access.table.ts";

let db: TestDatabase;
let server: BuiltServer;
let access: Access;
let all: Leaf[];

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startBuilt(db.appUrl);
  access = await buildAccess(db);
  all = await leaves();
}, 240_000);
afterAll(async () => {
  await server.stop();
  await db.drop();
});

const SET_UP = "/sign-in/set-up";

function signIn(form: { email: string; password?: string; next?: string }, cookie?: string) {
  const sent = { method: "POST", path: "/sign-in", form: { password: PASSWORD, ...form } };
  return server.ask({ ...sent, ...(cookie === undefined ? {} : { cookie }) });
}

/** The cookies of a lead who has shown their password a second time, and nothing more. */
async function halfSignedIn(): Promise<string> {
  const { email } = access.users["community lead"];
  await signIn({ email });
  const answer = await signIn({ email });
  expect([answer.status, answer.headers.location]).toEqual([302, SET_UP]);
  expect(answer.cookies.map((one) => one.replace(/=.*/, ""))).toEqual(["common-ground.step"]);
  return answer.cookies.join("; ");
}

describe("a sign-in half done", () => {
  it("opens no page, in no way of asking: all answer as to nobody", async () => {
    const cookie = await halfSignedIn();
    const problems: string[] = [];
    for (const { address, answers, method } of accessTable()) {
      if (method !== "GET" || address === SET_UP) continue;
      const id = all.find((leaf) => leaf.address === address)?.id ?? "";
      for (const way of WAYS) {
        const got = answerOf(await server.ask({ ...asked(way, fill(address, access), id), cookie }));
        if (got !== answers.nobody)
          problems.push(`${way} ${address}: ${got}, and to nobody ${answers.nobody}`);
      }
    }
    expect(problems).toEqual([]);
  });

  it("shows its own page, and writes nothing anywhere else", async () => {
    const cookie = await halfSignedIn();
    expect((await server.ask({ path: SET_UP, cookie })).status).toBe(200);
    const posts = ["/account", "/account/second-factor", "/account/tokens", "/areas/oakfield/meetings/new"];
    for (const path of posts) {
      const answer = await server.ask({ method: "POST", path, cookie, form: { intent: "end-others" } });
      expect([path, answerOf(answer)]).toEqual([path, "sign-in"]);
    }
  });
});

it("setting up a second step signs in, and shows the recovery codes in that one answer", async () => {
  const cookie = await halfSignedIn();
  const page = await server.ask({ path: SET_UP, cookie });
  const key = /authenticator-key">([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? "";
  const form = { code: codeOf(key, systemClock) };
  const answer = await server.ask({ method: "POST", path: SET_UP, cookie, form });
  expect(answer.status).toBe(200);
  expect(answer.body.match(/<code>[A-Z2-9]{5}-[A-Z2-9]{5}<\/code>/g)).toHaveLength(10);
  const session = answer.cookies.find((one) => one.includes("session_token"));
  expect(answerOf(await server.ask({ path: "/account", cookie: session }))).toBe("page");
  const again = await server.ask({ method: "POST", path: SET_UP, cookie, form });
  expect([again.status, again.headers.location]).toEqual([302, "/sign-in"]);
});

it("a passkey is added and then signs in by itself, in a browser; without a script there is no button", async () => {
  const { email } = access.users["council lead"];
  const browser = await openBrowser();
  try {
    // A number is no name a passkey can be for.
    const baseURL = server.origin.replace("127.0.0.1", "localhost");
    const plain = await browser.newPage({ baseURL, javaScriptEnabled: false });
    await plain.goto("/sign-in");
    expect(await plain.getByRole("button").allInnerTexts()).toEqual(["Sign in"]);

    const page = await browser.newPage({ baseURL });
    const device = await page.context().newCDPSession(page);
    await device.send("WebAuthn.enable");
    await device.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
      },
    });
    await page.goto("/sign-in?next=/account/passkeys");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByLabel("What do you call this device?").fill("A laptop");
    await page.getByLabel("Your password").last().fill(PASSWORD);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Make the passkey" }).click();
    await page.getByText("The passkey is added.").waitFor();
    expect(await page.getByRole("row", { name: /^A laptop .* Never$/ }).count()).toBe(1);

    await page.context().clearCookies();
    await page.goto("/sign-in?next=/account/passkeys");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    // A lead, and asked for nothing more.
    await page.getByRole("heading", { level: 1, name: "Passkeys" }).waitFor();
    await page.getByText("Rename or remove “A laptop”").click();
    await page.getByLabel("Your password").first().fill(PASSWORD);
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByText("The passkey is removed.").waitFor();

    await page.context().clearCookies();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByText("That passkey did not sign you in.").waitFor();
  } finally {
    await browser.close();
  }
}, 120_000);

/** A Chromium: without one this fails, as what it tries can be tried nowhere else. */
async function openBrowser() {
  const executablePath = findChromium();
  const isRoot = process.getuid?.() === 0;
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), chromiumSandbox: !isRoot });
}

describe("cookies of signing in", () => {
  it("are for no script and no other site, and the session's number is new each time", async () => {
    const { email } = access.users["community reader"];
    const first = await signIn({ email });
    const number = (cookies: readonly string[]) => cookies.find((one) => one.includes("session_token"));
    const again = await signIn({ email }, first.cookies.join("; "));
    expect(number(again.cookies)).toBeDefined();
    expect(number(again.cookies)).not.toBe(number(first.cookies));
    // The number before it is worth nothing now.
    const old = await server.ask({ path: "/account", cookie: number(first.cookies) });
    expect(answerOf(old)).toBe("sign-in");
    const lines = [...first.setCookies, ...again.setCookies];
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => !/; HttpOnly/i.test(line) || !/; SameSite=Lax/i.test(line))).toEqual([]);
  });

  it("given by somebody else are not taken over", async () => {
    const { email } = access.users["community editor"];
    const planted = "common-ground.session_token=planted.c2lnbmF0dXJl";
    const answer = await signIn({ email }, planted);
    expect(answer.cookies.some((one) => one.includes("planted"))).toBe(false);
    expect(answerOf(await server.ask({ path: "/account", cookie: planted }))).toBe("sign-in");
  });
});

describe("where signing in leads", () => {
  it.each([
    "//evil.example",
    "/\\evil.example",
    "https://evil.example/",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/%09/evil.example",
    " //evil.example",
  ])("is this site, whatever is asked: %j", async (next) => {
    const { email } = access.users["council reader"];
    const { headers } = await signIn({ email, next });
    expect(new URL(headers.location ?? "", server.origin).origin).toBe(server.origin);
    const page = await server.ask({ path: `/sign-in?${new URLSearchParams({ next })}` });
    expect(page.body).not.toMatch(/name="next" value="(?:[^"/]|\/[/\\])/);
  });
});

describe("what signing in tells", () => {
  // What is another with each request, and is not told by the address.
  const same = (body: string) => body.replaceAll(/value="[^"]*"|[\w-]{36}|[\w+/]{22}==/g, "");

  it("is the same of an address nobody has", async () => {
    const { email } = access.users["council editor"];
    const known = await signIn({ email, password: "not the password at all" });
    const unknown = await signIn({ email: "nobody@test.example", password: "not the password at all" });
    expect(unknown.status).toBe(known.status);
    const blank = (body: string, typed: string) => same(body).replaceAll(typed, "");
    expect(blank(unknown.body, "nobody@test.example")).toBe(blank(known.body, email));
  });
});

it.each([
  "/sign-in",
  "/sign-in/second-factor",
  "/sign-in/set-up",
  "/sign-in/link",
  "/sign-in/link/a-token",
  "/sign-in/code",
  "/sign-in/passkey",
  "/sign-in/passkey/offer",
  "/account/second-factor",
  "/account/passkeys",
  "/account/details",
  "/account/email/a-token",
])("%s takes no form of another site", async (path) => {
  const headers = { Origin: "https://evil.example" };
  const sent = { method: "POST", path, form: { code: "000000" }, cookie: "common-ground.step=x", headers };
  expect((await server.ask(sent)).status).toBe(403);
});
