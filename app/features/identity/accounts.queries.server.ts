import { authClient } from "~/platform/db.server";
import { DEMO_ACCOUNTS } from "./demo-accounts";

/** The accounts of the demonstration that are in this database: empty outside a demonstration place. */
export async function findDemoAccounts() {
  const rows = await authClient().user.findMany({
    where: { demo: true, deactivatedAt: null, email: { in: DEMO_ACCOUNTS.map((a) => a.email) } },
    select: { email: true },
  });
  const there = new Set(rows.map((row) => row.email));
  return DEMO_ACCOUNTS.filter((account) => there.has(account.email));
}
