import { createHash, createHmac } from "node:crypto";
import { symmetricDecrypt, symmetricEncrypt } from "better-auth/crypto";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { authClient, inTransaction, type Tx } from "~/platform/db.server";
import { getSessionSecret } from "~/platform/environment.server";
import { CALLBACK, domainOf, type ProviderView } from "./single-sign-on";

/** Where a council's people sign in, with the secret by which this tracker is known there. */
export type Provider = {
  id: string;
  organisationId: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  domains: string[];
};

const view = { id: true, issuer: true, clientId: true, domains: true, required: true } as const;

/** What an admin's page shows of the providers of a council. After a merging there can be two. */
export async function findProviders(tx: Tx, organisationId: string): Promise<ProviderView[]> {
  const rows = await tx.singleSignOn.findMany({
    where: { organisationId },
    orderBy: { id: "asc" },
    select: view,
  });
  return rows.map((row) => ({ ...row, callback: callbackOf(row.issuer) }));
}

/**
 * The address a provider sends people back to. Each has its own, so that what one answers is not taken for an answer of
 * another that was asked (RFC 9700, 4.4.2); where a provider names itself in its answer (RFC 9207), that is held to too.
 */
export function callbackOf(issuer: string): string {
  return `${CALLBACK}/${createHash("sha256").update(issuer).digest("hex").slice(0, 16)}`;
}

/** Whether any council has its own sign-in here. */
export async function hasProviders(): Promise<boolean> {
  return (await authClient().singleSignOn.count({ take: 1 })) > 0;
}

/** Seals the secret a provider gave. */
export function sealSecret(secret: string): Promise<string> {
  return symmetricEncrypt({ key: sealKey(), data: secret });
}

/** The provider for addresses that end so; null: there is none. */
export async function findProviderFor(email: string): Promise<Provider | null> {
  const row = await authClient().singleSignOn.findFirst({
    where: { domains: { has: domainOf(email) } },
    orderBy: { id: "asc" },
    select: { ...view, organisationId: true, clientSecret: true },
  });
  return row && unseal(row);
}

/** The same by its number. */
export async function findProvider(id: string): Promise<Provider | null> {
  const select = { ...view, organisationId: true, clientSecret: true };
  const row = await authClient().singleSignOn.findUnique({ where: { id }, select });
  return row && unseal(row);
}

async function unseal(row: Provider): Promise<Provider | null> {
  try {
    return { ...row, clientSecret: await symmetricDecrypt({ key: sealKey(), data: row.clientSecret }) };
  } catch {
    // Sealed with a session secret that is no longer: an admin types it in anew.
    return null;
  }
}

type Account = { id: string; email: string; demo: boolean };

/** Whether the account is of a council whose people sign in with its own sign-in alone. */
export async function signsInElsewhere(account: Account, today: Day): Promise<boolean> {
  return (await findBinding(account, today)).length > 0;
}

/** Whether the account may have this address: whose council lets its people in by its own sign-in alone keeps one it gave. */
export async function mayHaveAddress(userId: string, email: string, today: Day): Promise<boolean> {
  const select = { id: true, email: true, demo: true };
  const account = await authClient().user.findUnique({ where: { id: userId }, select });
  const binding = account ? await findBinding(account, today) : [];
  return binding.length === 0 || binding.some(({ domains }) => domains.includes(domainOf(email)));
}

/**
 * The providers in which alone somebody signs in: of the councils they are a member of, those that gave them their
 * address, and those they have signed in with before, whatever their address is now.
 */
async function findBinding(account: Account, today: Day): Promise<{ domains: string[] }[]> {
  if (account.demo) return [];
  const ties = await authClient().account.findMany({
    where: { userId: account.id },
    select: { providerId: true },
  });
  const issuers = ties.map(({ providerId }) => providerId);
  const rows = await authClient().singleSignOn.findMany({
    where: {
      required: true,
      OR: [{ domains: { has: domainOf(account.email) } }, { issuer: { in: issuers } }],
    },
    select: { organisationId: true, domains: true },
  });
  const binding = [];
  for (const { organisationId, domains } of rows)
    if (await isMember({ userId: account.id, organisationId }, today)) binding.push({ domains });
  return binding;
}

/** Whether the account has a role in the organisation that day. */
export function isMember(of: { userId: string; organisationId: string }, today: Day): Promise<boolean> {
  const on = dayToDate(today);
  return inTransaction(`user:${of.userId}`, today, async (tx) => {
    const running = { startsOn: { lte: on }, OR: [{ endsOn: null }, { endsOn: { gt: on } }] };
    return (await tx.membership.count({ where: { ...of, ...running } })) > 0;
  });
}

function sealKey(): string {
  return createHmac("sha256", getSessionSecret()).update("single sign-on secrets").digest("hex");
}
