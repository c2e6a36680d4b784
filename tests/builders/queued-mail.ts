import type { Email } from "postal-mime";
import { JOBS } from "~/jobs";
import type { Clock } from "~/platform/clock";
import { asMaintenance } from "./fixtures-records";
import type { MailServer } from "./mail-server";

type Queued = { id: string; task: string; payload: unknown };

/** Carries out every job that waits to send mail, and gives what was sent. */
export async function sendQueued(mail: MailServer, ownerUrl: string, clock: Clock): Promise<Email[]> {
  const queued = await asMaintenance(ownerUrl, async (client) => {
    const { rows } = await client.query<Queued>(
      `select j.id, t.identifier as task, j.payload from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'send-%' order by j.id`,
    );
    return rows;
  });
  for (const { task, payload } of queued) await JOBS.find(({ name }) => name === task)?.run(payload, clock);
  return mail.taken;
}

/** A mail with its headers, as one text. */
export function wordsOfMail({ headers, subject, text, html }: Email): string {
  return [JSON.stringify(headers), subject, text, html].join("\n");
}
