import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { setConnection } from "~/platform/database/connection.server";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { openAccountWithoutPassword } from "./accounts.server";
import { findSignedIn, getAuth } from "./auth.server";

const TODAY = toDay("2026-10-01");
const PASSWORD = "a password of the tests";
const EMAIL = "ash@test.example";
const DAY_MS = 86_400_000;
let db: TestDatabase;
let cookie: string;
let id: string;

beforeAll(async () => {
  vi.stubEnv("SESSION_SECRET", "a secret for tests alone, of no use to anybody");
  db = await createTestDatabase();
  setConnection(db.appUrl);
  id = (await openAccountWithoutPassword({ name: "Ash", email: EMAIL })) ?? "";
  const { password } = await getAuth().$context;
  await authClient().account.create({
    data: {
      id: crypto.randomUUID(),
      userId: id,
      accountId: id,
      providerId: "credential",
      password: await password.hash(PASSWORD),
    },
  });
  const { headers } = await getAuth().api.signInEmail({
    body: { email: EMAIL, password: PASSWORD },
    returnHeaders: true,
  });
  cookie = headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const asked = (sent: string) => findSignedIn(new Request("http://localhost/", { headers: { cookie: sent } }));
const endsIn = (days: number) =>
  authClient().session.updateMany({ data: { expiresAt: new Date(Date.now() + days * DAY_MS) } });

describe("who is signed in", () => {
  it("is found in one statement", async () => {
    const sent = vi.spyOn(pg.Client.prototype, "query");
    expect(await asked(cookie)).toEqual({ id, name: "Ash", email: EMAIL, demo: false });
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it("is nobody by a token of another signature, or none", async () => {
    const [name = "", value = ""] = cookie.split("=");
    const [token = ""] = decodeURIComponent(value).split(".");
    for (const forged of [
      token,
      `${token}.`,
      `${token}.AAAA`,
      `.${token}`,
      "%",
      `${token}x.${decodeURIComponent(value).split(".")[1]}`,
    ])
      expect(await asked(`${name}=${encodeURIComponent(forged)}`), forged).toBeNull();
    expect(await asked(`${name}=%`)).toBeNull();
  });

  it("is prolonged by the library when it is due, and nobody once it has ended", async () => {
    await endsIn(5);
    expect(await asked(cookie)).toMatchObject({ id });
    const [session] = await authClient().session.findMany();
    expect(session?.expiresAt.getTime()).toBeGreaterThan(Date.now() + 13 * DAY_MS);
    await endsIn(-1);
    expect(await asked(cookie)).toBeNull();
  });

  it("is nobody once the account is closed", async () => {
    const { headers } = await getAuth().api.signInEmail({
      body: { email: EMAIL, password: PASSWORD },
      returnHeaders: true,
    });
    const again = headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    expect(await asked(again)).toMatchObject({ id });
    await inTransaction("auth", TODAY, (tx) =>
      tx.user.updateMany({ where: { id }, data: { deactivatedAt: new Date() } }),
    );
    expect(await asked(again)).toBeNull();
  });
});
