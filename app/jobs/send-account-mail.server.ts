import { z } from "zod";
import { wordAccountNotice } from "~/emails/account-notice";
import { findRecipient, isDemonstration } from "~/features/identity/accounts.queries.server";
import { idSchema } from "~/platform/ids";
import { defineJob } from "~/platform/jobs.server";
import { sendOrShow } from "~/platform/mailer.server";

const payloadSchema = z.strictObject({ what: z.literal("second-step-reset"), user: idSchema });

/** Sends mail about somebody's own account. */
export const sendAccountMail = defineJob({
  name: "send-account-mail",
  async run(payload) {
    const { what, user } = payloadSchema.parse(payload);
    const to = await findRecipient(user);
    if (!to) return;
    const mail = { to: { name: to.name, address: to.email }, ...wordAccountNotice(what, to.name) };
    await sendOrShow(mail, await isDemonstration());
  },
});
