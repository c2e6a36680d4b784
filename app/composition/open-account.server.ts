import { z } from "zod";
import { accountFields } from "~/features/identity/account-fields.server";
import { noteAccountOpened } from "~/features/identity/accounts.commands.server";
import { openAccount } from "~/features/identity/accounts.server";
import { run } from "./request.server";

/** What opening an account asks. */
export const newAccount = z.strictObject(accountFields);

/** Opens an account with a first password and audits it; null where the address already has one. */
export async function openAccountAs(
  context: Parameters<typeof run>[0],
  account: z.output<typeof newAccount>,
): Promise<string | null> {
  // Hashing a password is slow, and accounts are the sign-in library's: neither belongs in the command's transaction.
  const id = await openAccount(account);
  if (id !== null) await run(context, noteAccountOpened, { id });
  return id;
}
