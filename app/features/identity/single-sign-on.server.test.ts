import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authClient, closeDatabase } from "~/platform/db.server";
import {
  CLIENT,
  type CouncilProvider,
  type Known,
  startProvider,
} from "../../../tests/builders/council-provider";
import { asMaintenance } from "../../../tests/builders/fixtures-records";
import { BUILT_AT, buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { browserOf, giveApp, givePassword, movingClock } from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { runAs, type SignedIn } from "../../composition/execution.server";
import { deactivateUser, endMembership } from "./accounts.commands.server";
import { findSignedIn } from "./auth.server";
import { endSingleSignOn, setSingleSignOn } from "./single-sign-on.commands.server";
import { askCouncil, comeBack } from "./single-sign-on.server";

let db: TestDatabase;
let place: Place;
let provider: CouncilProvider;
let lead: SignedIn;
let editor: SignedIn;
const clock = movingClock(BUILT_AT);

type Browser = ReturnType<typeof browserOf>;

const good = () => ({
  organisationId: place.council.id,
  issuer: provider.issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  domains: "@Test.example, other.example",
});
const set = (changed: object = {}) =>
  runAs(place.admin, setSingleSignOn, { ...good(), ...changed }, place.by);

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  provider = await startProvider();
  ({ lead, editor } = place.councilSide);
  for (const user of [lead, editor]) await givePassword(user.id);
});
beforeEach(async () => {
  await authClient().rateLimit.deleteMany({});
  await authClient().account.deleteMany({ where: { providerId: { not: "credential" } } });
  await asMaintenance(db.ownerUrl, (client) => client.query("delete from single_sign_on"));
  await mustRun(place.admin, setSingleSignOn, good(), place.by);
  clock.go(10);
});
afterAll(async () => {
  await provider.stop();
  await closeDatabase();
  await db.drop();
});

/** Begins in this browser; the address at the provider. */
async function begin(browser: Browser, email = editor.email): Promise<string> {
  const asked = await browser.take(askCouncil(browser.request(), { email, next: "/guide" }, browser.from()));
  if (asked.status !== "there") throw new Error(asked.status);
  return asked.to;
}

const back = (browser: Browser, to: URL) =>
  browser.take(comeBack(browser.request(to.pathname + to.search), browser.from()));

async function goRound(as: Known, browser = browserOf(clock)) {
  return back(browser, await provider.signIn(await begin(browser), as));
}

const asEditor = (): Known => ({ sub: "77", email: editor.email, email_verified: true });
const asLead = (): Known => ({ sub: "78", email: lead.email, email_verified: true });

describe("signing in with one's council", () => {
  it("opens a session of the account with the address it has verified, and later by its own number", async () => {
    const browser = browserOf(clock);
    expect(await goRound(asEditor(), browser)).toMatchObject({ status: "in", next: "/guide" });
    expect(await findSignedIn(browser.request())).toMatchObject({ id: editor.id });
    // Renamed there: still the same person.
    const renamed = { sub: "77", email: "renamed@elsewhere.example", email_verified: false };
    expect(await goRound(renamed)).toMatchObject({ status: "in" });
    // The address was given on to somebody else.
    expect(await goRound({ ...asEditor(), sub: "79" })).toEqual({ status: "stranger" });
  });

  it("asks a lead for the second step, unless the council's sign-in has asked for two things", async () => {
    await giveApp(lead, clock);
    expect(await goRound(asLead())).toMatchObject({ status: "step", to: "/sign-in/second-factor" });
    expect(await goRound({ ...asLead(), amr: ["pwd", "mfa"] })).toMatchObject({ status: "in" });
    expect(await goRound({ ...asLead(), amr: ["pwd"] })).toMatchObject({ status: "step" });
  });

  it.each([
    ["an address it has not verified", { email_verified: false }],
    ["an address of no account", { email: "nobody@test.example" }],
    ["an address outside what its people have", { email: "council.editor@elsewhere.example" }],
  ])("makes no account, and is no way in, by %s", async (_, changed) => {
    const users = await authClient().user.count();
    expect(await goRound({ ...asEditor(), ...changed })).toEqual({ status: "stranger" });
    expect(await authClient().user.count()).toBe(users);
    expect(await authClient().account.count({ where: { providerId: provider.issuer } })).toBe(0);
  });

  it("lets in no account of another side, none without a role any more, and none that is closed", async () => {
    const theirs = { sub: "80", email: place.community.lead.email, email_verified: true };
    expect(await goRound(theirs)).toEqual({ status: "stranger" });

    const reader = place.councilSide.reader;
    const asReader = { sub: "81", email: reader.email, email_verified: true };
    expect(await goRound(asReader)).toMatchObject({ status: "in" });
    const member = await asMaintenance(db.ownerUrl, (client) =>
      client.query<{ id: string }>("select id from membership where user_id = $1", [reader.id]),
    );
    await mustRun(place.admin, endMembership, { id: member.rows[0]?.id ?? "" }, place.by);
    expect(await goRound(asReader)).toEqual({ status: "stranger" });

    expect(await goRound(asEditor())).toMatchObject({ status: "in" });
    await mustRun(place.admin, deactivateUser, { id: editor.id }, place.by);
    expect(await goRound(asEditor())).toEqual({ status: "stranger" });
    const data = { deactivatedAt: null };
    await authClient().user.update({ where: { id: editor.id }, data, select: { id: true } });
  });
});

describe("coming back", () => {
  it("counts once, in the browser that went, within ten minutes", async () => {
    const browser = browserOf(clock);
    const to = await provider.signIn(await begin(browser), asEditor());
    const other = browserOf(clock);
    expect(await back(other, to)).toEqual({ status: "gone" });
    await begin(other);
    // Another browser's state.
    expect(await back(other, to)).toEqual({ status: "away" });
    expect(await back(browser, to)).toMatchObject({ status: "in" });
    expect(await back(browser, to)).toEqual({ status: "gone" });

    const late = browserOf(clock);
    const slow = await provider.signIn(await begin(late), asEditor());
    clock.go(10.1);
    expect(await back(late, slow)).toEqual({ status: "gone" });
  });

  it("is refused with a code used before, another nonce, another provider's name, and no code at all", async () => {
    const changed = async (change: (to: URL, first: URL) => void, nonce?: string) => {
      const first = browserOf(clock);
      const used = await provider.signIn(await begin(first), asEditor());
      await back(first, used);
      const browser = browserOf(clock);
      const address = new URL(await begin(browser));
      if (nonce) address.searchParams.set("nonce", nonce);
      const to = await provider.signIn(address.href, asEditor());
      change(to, used);
      return (await back(browser, to)).status;
    };
    expect(await changed(() => undefined)).toBe("in");
    expect(
      await changed((to, used) => to.searchParams.set("code", used.searchParams.get("code") ?? "")),
    ).toBe("away");
    expect(await changed(() => undefined, "a-nonce-of-somebody-else")).toBe("away");
    expect(await changed((to) => to.searchParams.set("iss", "https://evil.example"))).toBe("away");
    expect(await changed((to) => to.searchParams.delete("code"))).toBe("away");
    expect(await changed((to) => to.searchParams.set("state", "another"))).toBe("away");
  });
});

describe("a provider that", () => {
  const answering = async (listener: RequestListener) => {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    const stop = () => {
      server.closeAllConnections();
      server.close();
    };
    return { issuer, stop };
  };
  const asked = async (issuer: string) => {
    const [kept] = await asMaintenance(
      db.ownerUrl,
      async (client) => (await client.query<{ id: string }>("select id from single_sign_on")).rows,
    );
    await mustRun(place.admin, setSingleSignOn, { ...good(), id: kept?.id, issuer }, place.by);
    const browser = browserOf(clock);
    return askCouncil(browser.request(), { email: editor.email, next: "/" }, browser.from());
  };

  it.each<[string, RequestListener]>([
    ["says nothing", () => undefined],
    ["says nonsense", (_, response) => response.end("<h1>Welcome</h1>")],
    ["fails", (_, response) => response.writeHead(500).end()],
    ["leads elsewhere", (_, response) => response.writeHead(302, { Location: "http://localhost:1/" }).end()],
    [
      "has another name",
      (_, response) =>
        response
          .writeHead(200, { "Content-Type": "application/json" })
          .end(
            JSON.stringify({ issuer: "http://localhost:1", authorization_endpoint: "http://localhost:1/a" }),
          ),
    ],
    [
      "sends browsers to a script",
      ({ headers }, response) =>
        response.writeHead(200, { "Content-Type": "application/json" }).end(
          JSON.stringify({
            issuer: `http://${headers.host}`,
            authorization_endpoint: "javascript:alert(1)",
          }),
        ),
    ],
  ])("%s is away, within seconds", async (_, listener) => {
    const { issuer, stop } = await answering(listener);
    const began = Date.now();
    expect(await asked(issuer)).toEqual({ status: "away" });
    expect(Date.now() - began).toBeLessThan(10_000);
    stop();
    expect(await asked(issuer)).toEqual({ status: "away" });
  });

  it("tells the address in its list of facts alone is asked there", async () => {
    const other = await startProvider({ inToken: false });
    const outcome = await asked(other.issuer);
    expect(outcome.status).toBe("there");
    const browser = browserOf(clock);
    const to = await other.signIn(await begin(browser), asEditor());
    expect(await back(browser, to)).toMatchObject({ status: "in" });
    await other.stop();
  });
});

describe("what an admin sets", () => {
  it("is theirs alone to set, and keeps the secret sealed", async () => {
    expect(await runAs(lead, setSingleSignOn, good(), place.by)).not.toMatchObject({ status: "done" });
    const rows = await asMaintenance(db.ownerUrl, async (client) => {
      const kept = await client.query("select * from single_sign_on");
      const log = await client.query("select * from event where command like '%single-sign-on'");
      return [...kept.rows, ...log.rows];
    });
    expect(rows).toHaveLength(2 + (await countEvents()) - 1);
    expect(JSON.stringify(rows)).not.toContain(CLIENT.secret);
  });

  const countEvents = () =>
    asMaintenance(db.ownerUrl, async (client) => {
      const { rows } = await client.query("select 1 from event where command like '%single-sign-on'");
      return rows.length;
    });

  it.each([
    ["issuer", "http://login.council.example"],
    ["issuer", "https://10.0.0.1"],
    ["issuer", "https://login.council.example/?a=1"],
    ["issuer", "no address"],
    ["issuer", "https://login.council.example/\0"],
    ["domains", "localhost"],
    ["domains", ""],
    ["domains", "a b c/d.example"],
    ["clientId", ""],
  ])("is refused beside the field: %s as %j", async (field, value) => {
    expect(await set({ [field]: value })).toMatchObject({
      status: "invalid",
      fields: { [field]: [expect.any(String)] },
    });
  });

  it("is refused of domains another council has, and of what is no council", async () => {
    const other = { organisationId: place.outside.council.id };
    expect(await set(other)).toMatchObject({ status: "invalid", fields: { domains: [expect.any(String)] } });
    expect(await set({ organisationId: place.area.partnershipId })).toMatchObject({ status: "absent" });
  });

  it("may be that its people come in there alone, until it is taken away", async () => {
    const [kept] = await asMaintenance(
      db.ownerUrl,
      async (client) => (await client.query<{ id: string }>("select id from single_sign_on")).rows,
    );
    const id = kept?.id ?? "";
    const { clientSecret: _, ...without } = good();
    await mustRun(place.admin, setSingleSignOn, { ...without, id, required: "on" }, place.by);
    const step = { status: "step", to: "/sign-in/single-sign-on" };
    const browser = browserOf(clock);
    expect(await browser.signIn(editor.email)).toMatchObject(step);
    expect(await findSignedIn(browser.request())).toBeNull();
    expect(await goRound(asEditor())).toMatchObject({ status: "in" });
    await mustRun(place.admin, endSingleSignOn, { organisationId: place.council.id, id }, place.by);
    expect(await browserOf(clock).signIn(editor.email)).toMatchObject({ status: "in" });
    const nobody = browserOf(clock);
    const asked = askCouncil(nobody.request(), { email: editor.email, next: "/" }, nobody.from());
    expect(await asked).toEqual({ status: "unknown" });
  });
});
