import { href } from "react-router";
import { type AccountNotice, wordAccountNotice } from "~/emails/account-notice";
import { wordConfirmEmail, wordEmailChanging } from "~/emails/confirm-email";
import { wordSignInLink } from "~/emails/sign-in-link";
import { findRecipient, isDemonstration } from "~/features/identity/accounts.queries.server";
import { prepareEmailChange } from "~/features/identity/email-change.server";
import { LINK_MINUTES, prepareSignInLink } from "~/features/identity/sign-in-link.server";
import { type Mail, mailIsOn, sendOrShow } from "~/platform/mailer.server";
import { ownAddress } from "~/platform/own-address.server";

/** Whether mail about accounts reaches anybody: it is sent, or in a demonstration shown in the log. */
export async function accountMailIsOn(): Promise<boolean> {
  return mailIsOn() || isDemonstration();
}

async function send(to: { name: string; email: string }, words: Omit<Mail, "to">): Promise<void> {
  const mail = { to: { name: to.name, address: to.email }, ...words };
  await sendOrShow(mail, await isDemonstration());
}

/** Tells somebody of their own account. */
export async function sendNotice(notice: AccountNotice, userId: string): Promise<void> {
  const to = await findRecipient(userId);
  if (to) await send(to, wordAccountNotice(notice, to.name));
}

/** Sends the link somebody asked for, where the address is that of an account. */
export async function sendSignInLink(id: string, now: Date): Promise<void> {
  const made = await prepareSignInLink(id, now);
  if (!made) return;
  const address = ownAddress(href("/sign-in/link/:token", { token: made.token }));
  await send(
    made.to,
    wordSignInLink({ name: made.to.name, address, code: made.code, minutes: LINK_MINUTES }),
  );
}

/** Asks a new address to confirm, and tells the one before. */
export async function sendEmailChange(id: string, now: Date): Promise<void> {
  const change = await prepareEmailChange(id, now);
  if (!change) return;
  const { name, email, before, token } = change;
  const address = ownAddress(href("/account/email/:token", { token }));
  await send({ name, email }, wordConfirmEmail({ name, address }));
  await send({ name, email: before }, wordEmailChanging({ name, email }));
}
