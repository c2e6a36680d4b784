import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { setConnection } from "~/platform/database/connection.server";
import { authClient, closeDatabase } from "~/platform/db.server";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { openAccount } from "./accounts.server";
import { signIn } from "./sign-in.server";
import { countPasswordTry, countTry, networkOf } from "./sign-in-limits.server";
import { WAIT_MINUTES } from "./sign-in-wait";

const OWNER = { name: "Olu Owner", email: "olu@test.example", password: "a long enough password" };
const [ATTACKER, HOME] = ["198.51.100.7", "203.0.113.9"];
const clock = stoppedClock();
let db: TestDatabase;

beforeAll(async () => {
  db = await createTestDatabase();
  setConnection(db.appUrl);
  await openAccount(OWNER);
});
beforeEach(() => authClient().rateLimit.deleteMany({}));
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

type Try = { email?: string; password?: string; from: string; cookie?: string };

async function tries({ email = OWNER.email, password = OWNER.password, from, cookie }: Try) {
  const request = new Request("http://localhost:3000/sign-in", {
    method: "POST",
    headers: cookie ? { cookie } : {},
  });
  const circumstances = { clock, requestId: null, clientAddress: from };
  return signIn(request, { email, password }, circumstances);
}

const wrong = { password: "not the password at all" };

async function guess(times: number, one: Try): Promise<string[]> {
  const found: string[] = [];
  for (let at = 0; at < times; at++) found.push((await tries({ ...wrong, ...one })).status);
  return found;
}

describe("too many tries", () => {
  it("close an account to the address they come from, and to no other", async () => {
    expect(new Set(await guess(10, { from: ATTACKER }))).toEqual(new Set(["refused"]));
    expect((await tries({ from: ATTACKER })).status).toBe("wait");
    expect((await tries({ from: HOME })).status).toBe("in");
  });

  it("leave the owner in who has signed in with this browser before, from the very same address", async () => {
    const first = await tries({ from: ATTACKER });
    const cookie = (first.status === "in" ? first.headers.getSetCookie() : [])
      .map((one) => one.split(";")[0])
      .join("; ");
    await guess(12, { from: ATTACKER });
    expect((await tries({ from: ATTACKER })).status).toBe("wait");
    expect((await tries({ from: ATTACKER, cookie })).status).toBe("in");
  });

  it("are for an address nobody has answered as for one somebody has", async () => {
    const unknown = { email: "nobody@test.example", from: ATTACKER };
    expect(await guess(12, unknown)).toEqual(await guess(12, { from: ATTACKER }));
  });

  it("end with the time, and a right one clears those before", async () => {
    await guess(11, { from: ATTACKER });
    clock.set(new Date(clock.now().getTime() + WAIT_MINUTES * 60_000).toISOString());
    await guess(9, { from: ATTACKER });
    expect((await tries({ from: ATTACKER })).status).toBe("in");
    expect(new Set(await guess(10, { from: ATTACKER }))).toEqual(new Set(["refused"]));
  });

  it("over many accounts close the address, over many addresses slow the account and no more", async () => {
    const now = clock.now();
    const spray = Array.from({ length: 101 }, (_, at) =>
      countTry({ email: `a${at}@test.example`, address: ATTACKER, browser: null }, now),
    );
    expect((await Promise.all(spray)).filter((one) => one === "wait")).toHaveLength(1);
    const spread = Array.from({ length: 60 }, (_, at) =>
      countTry({ email: OWNER.email, address: `192.0.2.${at}`, browser: null }, now),
    );
    const verdicts = await Promise.all(spread);
    expect(verdicts.filter((one) => one === "slow")).toHaveLength(10);
    expect(verdicts).not.toContain("wait");
  });

  it("are counted one by one however many come at once, and name nobody in the table", async () => {
    const same = { email: OWNER.email, address: HOME, browser: null };
    const together = await Promise.all(Array.from({ length: 25 }, () => countTry(same, clock.now())));
    expect(together.filter((one) => one === "go")).toHaveLength(10);
    const rows = await authClient().rateLimit.findMany();
    expect(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? 0 : value))).not.toMatch(
      /olu|203\.0/,
    );
  });

  it("of one's own password end too", async () => {
    const id = "00000000-0000-7000-8000-000000000001";
    const found = await Promise.all(Array.from({ length: 12 }, () => countPasswordTry(id, clock.now())));
    expect(found.filter(Boolean)).toHaveLength(10);
  });
});

describe("a closed account", () => {
  it("is refused with its right password, and keeps no session", async () => {
    const closed = { ...OWNER, email: "closed@test.example" };
    const userId = (await openAccount(closed)) ?? "";
    await authClient().user.update({
      where: { id: userId },
      data: { deactivatedAt: clock.now() },
      select: { id: true },
    });
    expect((await tries({ email: closed.email, from: HOME })).status).toBe("refused");
    expect(await authClient().session.count({ where: { userId } })).toBe(0);
  });
});

describe("where a request comes from", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    [null, "unknown"],
  ])("%s counts as %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
