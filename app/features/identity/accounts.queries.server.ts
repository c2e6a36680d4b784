import { type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { authClient, type Tx } from "~/platform/db.server";
import { DEMO_ACCOUNTS } from "./demo-accounts";
import { roleWords } from "./role-words";

/** The accounts of the demonstration that are in this database: empty outside a demonstration place. */
export async function findDemoAccounts() {
  const rows = await authClient().user.findMany({
    where: { demo: true, deactivatedAt: null, email: { in: DEMO_ACCOUNTS.map((a) => a.email) } },
    select: { email: true },
  });
  const there = new Set(rows.map((row) => row.email));
  return DEMO_ACCOUNTS.filter((account) => there.has(account.email));
}

/** Whether this is a demonstration place: it has accounts that say so. */
export async function isDemonstration(): Promise<boolean> {
  return (await authClient().user.count({ where: { demo: true }, take: 1 })) > 0;
}

/** To whom mail about an account goes; null: it is closed. */
export function findRecipient(userId: string) {
  return authClient().user.findFirst({
    where: { id: userId, deactivatedAt: null },
    select: { name: true, email: true, demo: true },
  });
}

export const USERS_A_PAGE = 50;

/** Accounts by name, with how many memberships each has today. For admins: row security shows others only their own. */
export async function findUsers(tx: Tx, { q, page }: { q: string; page: number }, today: Day) {
  const found = { contains: q, mode: "insensitive" as const };
  const where = q === "" ? {} : { OR: [{ name: found }, { email: found }] };
  const count = await tx.user.count({ where });
  const pages = Math.max(1, Math.ceil(count / USERS_A_PAGE));
  const at = Math.min(page, pages);
  const rows = await tx.user.findMany({
    where,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    skip: (at - 1) * USERS_A_PAGE,
    take: USERS_A_PAGE,
    select: {
      id: true,
      name: true,
      email: true,
      deactivatedAt: true,
      memberships: { where: runningOn(today), select: membershipSelect },
    },
  });
  const users = rows.map(({ deactivatedAt, memberships, ...user }) => ({
    ...user,
    closed: deactivatedAt !== null,
    memberships: memberships.map(({ role, organisation }) => `${roleWords(role)}, ${organisation.shortName}`),
  }));
  return { users, count, page: at, pages };
}

/** One account with its memberships, those that ended included; null where there is none. */
export async function findUser(tx: Tx, id: string, today: Day) {
  const row = await tx.user.findUnique({
    where: { id },
    select: {
      id: true,
      name: true,
      email: true,
      deactivatedAt: true,
      memberships: { orderBy: [{ startsOn: "desc" }, { id: "desc" }], select: membershipSelect },
    },
  });
  if (!row) return null;
  const { deactivatedAt, memberships, ...user } = row;
  return {
    ...user,
    closed: deactivatedAt !== null,
    memberships: memberships.map(({ organisation, area, startsOn, endsOn, ...membership }) => ({
      ...membership,
      organisation: organisation.shortName,
      area: area?.name ?? null,
      startsOn: dateToDay(startsOn),
      endsOn: endsOn && dateToDay(endsOn),
      running: endsOn === null || dateToDay(endsOn) > today,
    })),
  };
}

const membershipSelect = {
  id: true,
  role: true,
  startsOn: true,
  endsOn: true,
  organisation: { select: { shortName: true } },
  area: { select: { name: true } },
} as const;

function runningOn(today: Day) {
  const date = dayToDate(today);
  return { startsOn: { lte: date }, OR: [{ endsOn: null }, { endsOn: { gt: date } }] };
}
