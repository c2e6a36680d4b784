import { isDemonstration } from "~/features/identity/accounts.queries.server";
import { mailIsOn } from "~/platform/mailer.server";

/** Whether mail about accounts reaches anybody: it is sent, or in a demonstration shown in the log. */
export async function accountMailIsOn(): Promise<boolean> {
  return mailIsOn() || isDemonstration();
}
