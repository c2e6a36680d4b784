import { z } from "zod";
import { checkInAddress } from "~/composition/answer-address.server";
import { findMailOfSeat, mailRound, makeMailLink, markReminded } from "~/composition/check-in-mail.server";
import { wordCheckIn } from "~/emails/check-in";
import { newToken } from "~/features/links/link-token.server";
import { idSchema } from "~/platform/ids";
import { defineJob } from "~/platform/jobs.server";
import { mailIsOn, sendMail } from "~/platform/mailer.server";
import { formatDay } from "~/ui/format-date";

const step = z.number().int().min(0);
const payloadSchema = z.union([
  z.strictObject({ round: idSchema, step }),
  z.strictObject({ seat: idSchema, step }),
]);

/**
 * Sends personal links to a check-in: of a round, to everybody who has not answered, each by a job of its own. Worded as
 * the link itself sees things at that moment.
 */
export const sendCheckIn = defineJob({
  name: "send-check-in",
  async run(payload, clock) {
    const asked = payloadSchema.parse(payload);
    if (!mailIsOn()) return;
    if ("round" in asked) return mailRound(asked.round, asked.step, clock);
    const token = newToken();
    const link = await makeMailLink(asked.seat, token, clock);
    const words = link && (await findMailOfSeat(link, clock));
    if (!words) return;
    const { name, email, about, lastDay } = words;
    const again = asked.step > 0;
    const mail = wordCheckIn({
      name,
      about,
      address: checkInAddress(token),
      lastDay: formatDay(lastDay),
      again,
    });
    const id = `check-in-${asked.seat}-${asked.step}`;
    await sendMail({ to: { name, address: email }, id, ...mail });
    if (again) await markReminded(asked.seat, clock);
  },
});
