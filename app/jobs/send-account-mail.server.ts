import { href } from "react-router";
import { z } from "zod";
import { ACCOUNT_NOTICES, type AccountNotice, wordAccountNotice } from "~/emails/account-notice";
import { wordBreakGlass } from "~/emails/break-glass";
import { wordConfirmEmail, wordEmailChanging } from "~/emails/confirm-email";
import { wordInvitation } from "~/emails/invitation";
import { wordSignInLink } from "~/emails/sign-in-link";
import { findRecipient, isDemonstration } from "~/features/identity/accounts.queries.server";
import { prepareEmailChange } from "~/features/identity/email-change.server";
import { askedTo, INVITATION_DAYS } from "~/features/identity/invitation";
import { prepareInvitation } from "~/features/identity/invitation-acceptance.server";
import { LINK_MINUTES, prepareSignInLink } from "~/features/identity/sign-in-link.server";
import { idSchema } from "~/platform/ids";
import { defineJob } from "~/platform/jobs.server";
import { type Mail, sendOrShow } from "~/platform/mailer.server";
import { ownAddress } from "~/platform/own-address.server";

const payloadSchema = z.discriminatedUnion("what", [
  z.strictObject({
    what: z.enum(Object.keys(ACCOUNT_NOTICES) as [AccountNotice, ...AccountNotice[]]),
    user: idSchema,
  }),
  z.strictObject({ what: z.literal("invitation"), id: idSchema }),
  z.strictObject({ what: z.literal("break-glass"), area: z.string().max(100), user: idSchema }),
  z.strictObject({ what: z.literal("sign-in-link"), id: idSchema }),
  z.strictObject({ what: z.literal("confirm-email"), id: idSchema }),
]);

/** Sends mail about somebody's own account. What a link is made of is made as it is sent, and kept hashed. */
export const sendAccountMail = defineJob({
  name: "send-account-mail",
  async run(payload, clock, turn) {
    const mail = payloadSchema.parse(payload);
    if (mail.what === "sign-in-link") return sendSignInLink(mail.id, clock.now());
    if (mail.what === "confirm-email") return sendEmailChange(mail.id, clock.now());
    if (mail.what === "invitation") return sendInvitation(mail.id, clock.now());
    const known = turn === undefined ? undefined : `notice-${turn}`;
    if (mail.what === "break-glass") return sendBreakGlass(mail.area, mail.user, known);
    return sendNotice(mail.what, mail.user, known);
  },
});

// `id`: what the mail is known by, the same at every try, so that one that goes twice is one to whoever reads it.
async function send(
  to: { name: string; email: string },
  words: Omit<Mail, "to" | "id">,
  id: string | undefined,
): Promise<void> {
  const mail = { to: { name: to.name, address: to.email }, ...words, ...(id === undefined ? {} : { id }) };
  await sendOrShow(mail, await isDemonstration());
}

// Tells somebody of their own account.
async function sendNotice(notice: AccountNotice, userId: string, known: string | undefined): Promise<void> {
  const to = await findRecipient(userId);
  // Others use a demonstration account too.
  if (to && !to.demo) await send(to, wordAccountNotice(notice, to.name), known);
}

// Tells a lead that the programme was let in to read what both sides of their area share.
async function sendBreakGlass(area: string, userId: string, known: string | undefined): Promise<void> {
  const to = await findRecipient(userId);
  if (!to) return;
  await send(
    to,
    wordBreakGlass({ name: to.name, address: ownAddress(href("/areas/:area/audit", { area })) }),
    known,
  );
}

// Sends the link somebody asked for, where the address is that of an account.
async function sendSignInLink(id: string, now: Date): Promise<void> {
  const made = await prepareSignInLink(id, now);
  if (!made) return;
  const address = ownAddress(href("/sign-in/link/:token", { token: made.token }));
  await send(
    made.to,
    wordSignInLink({ name: made.to.name, address, code: made.code, minutes: LINK_MINUTES }),
    `sign-in-${id}`,
  );
}

// Invites somebody; nothing is sent where it was taken back meanwhile.
async function sendInvitation(id: string, now: Date): Promise<void> {
  const invited = await prepareInvitation(id, now);
  if (!invited) return;
  const { name, email, inviter, token } = invited;
  const address = ownAddress(href("/invitation/:token", { token }));
  const words = { name, inviter, asked: askedTo(invited), address, days: INVITATION_DAYS };
  await send({ name, email }, wordInvitation(words), `invitation-${id}`);
}

// Asks a new address to confirm, and tells the one before.
async function sendEmailChange(id: string, now: Date): Promise<void> {
  const change = await prepareEmailChange(id, now);
  if (!change) return;
  const { name, email, before, token } = change;
  const address = ownAddress(href("/account/email/:token", { token }));
  await send({ name, email }, wordConfirmEmail({ name, address }), `confirm-${id}`);
  await send({ name, email: before }, wordEmailChanging({ name, email }), `changing-${id}`);
}
