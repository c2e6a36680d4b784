import { z } from "zod";
import { sendEmailChange, sendNotice, sendSignInLink } from "~/composition/account-mail.server";
import { idSchema } from "~/platform/ids";
import { defineJob } from "~/platform/jobs.server";

const payloadSchema = z.discriminatedUnion("what", [
  z.strictObject({ what: z.literal("second-step-reset"), user: idSchema }),
  z.strictObject({ what: z.literal("sign-in-link"), id: idSchema }),
  z.strictObject({ what: z.literal("confirm-email"), id: idSchema }),
]);

/** Sends mail about somebody's own account. What a link is made of is made as it is sent, and kept hashed. */
export const sendAccountMail = defineJob({
  name: "send-account-mail",
  async run(payload, clock) {
    const mail = payloadSchema.parse(payload);
    if (mail.what === "sign-in-link") return sendSignInLink(mail.id, clock.now());
    if (mail.what === "confirm-email") return sendEmailChange(mail.id, clock.now());
    return sendNotice(mail.what, mail.user);
  },
});
