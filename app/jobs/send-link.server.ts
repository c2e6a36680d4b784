import { z } from "zod";
import { answerAddress } from "~/composition/answer-address.server";
import { findMailOf } from "~/composition/answer-page.server";
import { markSent, prepareLink } from "~/composition/link-mail.server";
import { wordAnswerLink } from "~/emails/answer-link";
import { newToken } from "~/features/links/link-token.server";
import { idSchema } from "~/platform/ids";
import { defineJob } from "~/platform/jobs.server";
import { mailIsOn, sendMail } from "~/platform/mailer.server";
import { formatDay } from "~/ui/format-date";

const payloadSchema = z.strictObject({ link: idSchema, step: z.number().int().min(0) });

/**
 * Sends a link by mail, and asks for the next time (days 0, 14, 25) once it has gone. It is worded as the
 * link itself sees things at that moment: what no longer waits, or has left the contact's sight, is not sent.
 */
export const sendLink = defineJob({
  name: "send-link",
  async run(payload, clock) {
    const { link: firstId, step } = payloadSchema.parse(payload);
    if (!mailIsOn()) return;
    const token = newToken();
    const link = await prepareLink({ firstId, step, token }, clock);
    const words = link && (await findMailOf(link.id, clock));
    if (!link || !words || words.email === null) return;
    const { contact, email, asker, asked, lastDay } = words;
    const address = answerAddress(token);
    const mail = { contact, asker, asked, address, lastDay: formatDay(lastDay), again: step > 0 };
    const id = `link-${firstId}-${step}`;
    await sendMail({ to: { name: contact, address: email }, id, ...wordAnswerLink(mail) });
    await markSent(link, { firstId, step }, clock);
  },
});
