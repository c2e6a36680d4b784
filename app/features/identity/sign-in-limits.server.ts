import { createHmac } from "node:crypto";
import { authClient } from "~/platform/db.server";
import { getSessionSecret } from "~/platform/environment.server";
import { newId } from "~/platform/ids";
import { WAIT_MINUTES } from "./sign-in-wait";

/** Who tries: the address typed, where from, and the browser if it has signed in to this account before. */
export type Trier = { email: string; address: string | null; browser: string | null };

/** Go on; go on after a pause; or come back later. */
export type Verdict = "go" | "slow" | "wait";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Limit = { key: string; most: number; windowMs: number; beyond: Exclude<Verdict, "go"> };

/**
 * What a try counts against. Nobody can lock somebody else out: an account is closed to one address at a time, and its
 * owner comes in from any other, or with a browser that has been in before, which counts for itself alone. Over all
 * addresses an account is only slowed. Keys are hashed: the table names nobody.
 */
function limitsOf({ email, address, browser }: Trier): Limit[] {
  const account = email.trim().toLowerCase();
  const windowMs = WAIT_MINUTES * MINUTE_MS;
  if (browser !== null)
    return [{ key: keyOf("browser", account, browser), most: 10, windowMs, beyond: "wait" }];
  const network = networkOf(address);
  return [
    { key: keyOf("pair", account, network), most: 10, windowMs, beyond: "wait" },
    { key: keyOf("address", network), most: 100, windowMs, beyond: "wait" },
    { key: keyOf("account", account), most: 50, windowMs: 60 * MINUTE_MS, beyond: "slow" },
  ];
}

/** Counts a try before it is made, so that many at once are as many; says whether it may be. */
export async function countTry(trier: Trier, now: Date): Promise<Verdict> {
  const counts = await count(limitsOf(trier), now);
  const beyond = counts.filter(({ limit, tries }) => tries > limit.most).map(({ limit }) => limit.beyond);
  return beyond.includes("wait") ? "wait" : (beyond[0] ?? "go");
}

/** The try was right: it does not count, and the account is open from here again. */
export async function forgiveTry(trier: Trier): Promise<void> {
  const [own, ...others] = limitsOf(trier).map(({ key }) => key);
  await forgive(own ?? "", others);
}

async function forgive(own: string, others: string[]): Promise<void> {
  await authClient().rateLimit.deleteMany({ where: { key: own } });
  await authClient().rateLimit.updateMany({
    where: { key: { in: others }, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  });
}

/** Whether somebody signed in may try their own password again: a session left open must not be used to guess it. */
export async function countPasswordTry(userId: string, now: Date): Promise<boolean> {
  const key = keyOf("password", userId);
  return isWithin({ key, most: 10, windowMs: WAIT_MINUTES * MINUTE_MS, beyond: "wait" }, now);
}

/**
 * Counts a try at a code of somebody who has shown one thing already; whether it may be made. From everywhere together an
 * account takes few, as its codes are short: its owner still comes in with a browser known to it, or with a key.
 */
export async function countCodeTry(trier: CodeTrier, now: Date): Promise<boolean> {
  const counted = await count(codeLimits(trier), now);
  return counted.every(({ limit, tries }) => tries <= limit.most);
}

/** The code was right: tries from here count no longer. */
export async function forgiveCodeTry(trier: CodeTrier): Promise<void> {
  const [own, ...others] = codeLimits(trier).map(({ key }) => key);
  await forgive(own ?? "", others);
}

/**
 * Tries from one place in a quarter of an hour, and from everywhere in an hour. Whoever guesses at a mail's code needs no
 * password before it, so those are fewer: its link is not guessed, and opens all the same. `ask`: mails asked for.
 */
const CODES_MOST = { app: [10, 30], mail: [5, 10], ask: [5, 20] } as const;

/** Whose code of what kind is tried, from where, and by which browser if it has signed in to this account before. */
type CodeTrier = {
  kind: keyof typeof CODES_MOST;
  account: string;
  address: string | null;
  browser: string | null;
};

function codeLimits({ kind, account, address, browser }: CodeTrier): Limit[] {
  const windowMs = WAIT_MINUTES * MINUTE_MS;
  const [few, many] = CODES_MOST[kind];
  const name = `code-${kind}`;
  if (browser !== null)
    return [{ key: keyOf(`${name}-browser`, account, browser), most: few, windowMs, beyond: "wait" }];
  return [
    { key: keyOf(`${name}-pair`, account, networkOf(address)), most: few, windowMs, beyond: "wait" },
    { key: keyOf(name, account), most: many, windowMs: 60 * MINUTE_MS, beyond: "wait" },
  ];
}

/** What a guess at a link counts against: where it comes from, as wide as one subscriber has it. */
function guessesFrom(address: string | null): Limit {
  const windowMs = WAIT_MINUTES * MINUTE_MS;
  return { key: keyOf("guess", networkOf(address)), most: 100, windowMs, beyond: "wait" };
}

/** Counts the opening of a link before it is looked for; whether it may be. A right one is forgiven. */
export async function countGuess(address: string | null, now: Date): Promise<boolean> {
  return isWithin(guessesFrom(address), now);
}

/** The link was a right one: opening it does not count. */
export async function forgiveGuess(address: string | null): Promise<void> {
  const { key } = guessesFrom(address);
  const where = { key, count: { gt: 0 } };
  await authClient().rateLimit.updateMany({ where, data: { count: { decrement: 1 } } });
}

/** Where a passkey is asked for, and the browser if somebody has signed in with it before. */
type KeyAsker = { address: string | null; browser: string | null };

/** What asking for a passkey counts against. Each question is answered once, so these bound the answers too. */
function keyLimit({ address, browser }: KeyAsker): Limit {
  const [key, most] =
    browser === null ? [keyOf("key", networkOf(address)), 200] : [keyOf("key-browser", browser), 30];
  return { key, most, windowMs: WAIT_MINUTES * MINUTE_MS, beyond: "wait" };
}

/** Counts a question for a passkey before it is asked; whether it may be. A right answer is forgiven. */
export async function countKeyTry(asker: KeyAsker, now: Date): Promise<boolean> {
  return isWithin(keyLimit(asker), now);
}

/** The passkey was a right one: asking for it does not count. */
export async function forgiveKeyTry(asker: KeyAsker): Promise<void> {
  await forgive("", [keyLimit(asker).key]);
}

/** What a program's requests count against: its token, or, with none of ours, the network it comes from. */
type Program = { token: string } | { address: string | null };

/** Requests a minute with one token, and wrong tokens a minute from one network. */
const PROGRAM_MOST = { token: 600, address: 60 };

/** Counts a program's request; false: it has to wait for the next minute. */
export async function countProgram(program: Program, now: Date): Promise<boolean> {
  const key =
    "token" in program ? keyOf("token", program.token) : keyOf("no-token", networkOf(program.address));
  const most = "token" in program ? PROGRAM_MOST.token : PROGRAM_MOST.address;
  return isWithin({ key, most, windowMs: MINUTE_MS, beyond: "wait" }, now);
}

async function isWithin(limit: Limit, now: Date): Promise<boolean> {
  const [counted] = await count([limit], now);
  return counted !== undefined && counted.tries <= limit.most;
}

async function count(limits: readonly Limit[], now: Date): Promise<{ limit: Limit; tries: number }[]> {
  const counted = await Promise.all(
    limits.map(async (limit) => ({ limit, tries: await countOne(limit, BigInt(now.getTime())) })),
  );
  if (counted.some(({ tries }) => tries === 1)) await forgetOld(now);
  return counted;
}

/** One statement: however many come at once, each gets a number of its own. A window begins with its first try. */
async function countOne({ key, windowMs }: Limit, at: bigint): Promise<number> {
  const over = at - BigInt(windowMs);
  const [row] = await authClient().$queryRaw<{ count: number }[]>`
    INSERT INTO rate_limit AS kept (id, key, count, last_request) VALUES (${newId()}::uuid, ${key}, 1, ${at})
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN kept.last_request <= ${over} THEN 1 ELSE kept.count + 1 END,
      last_request = CASE WHEN kept.last_request <= ${over} THEN ${at} ELSE kept.last_request END
    RETURNING count`;
  return row?.count ?? 0;
}

async function forgetOld(now: Date): Promise<void> {
  await authClient().rateLimit.deleteMany({ where: { lastRequest: { lt: BigInt(now.getTime() - DAY_MS) } } });
}

function keyOf(kind: string, ...parts: readonly string[]): string {
  const hash = createHmac("sha256", getSessionSecret()).update(JSON.stringify([kind, ...parts]));
  return `${kind}:${hash.digest("hex")}`;
}

/** Where a request came from, as wide as one subscriber has it: an IPv4 address, or the half of an IPv6 one. */
export function networkOf(address: string | null): string {
  if (address === null) return "unknown";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped || !address.includes(":")) return mapped ?? address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array(gap).fill("0"), ...last].slice(0, 4).join(":");
}
