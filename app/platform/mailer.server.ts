import type { Transporter } from "nodemailer";
import { getEnvironment } from "./environment.server";
import { getLog } from "./log.server";

/** One mail: as text for everybody, and as a page for those who would rather. */
export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /**
   * What it is known by, the same at every try: where the mail server took it and its word was lost, it is sent again,
   * and a mail program that has it already can tell.
   */
  id?: string;
};

const PATIENCE_MS = 10_000;

let current: { url: string; transport: Transporter } | null = null;

/** Whether this installation sends mail: SMTP_URL says through whom. */
export function mailIsOn(): boolean {
  return getEnvironment().SMTP_URL !== undefined;
}

/** Hands a mail to the mail server; throws where that does not take it. */
export async function sendMail({ to, id, ...mail }: Mail): Promise<void> {
  const url = getEnvironment().SMTP_URL;
  if (url === undefined) throw new Error("SMTP_URL is not set");
  if (current?.url !== url) current = { url, transport: await open(url) };
  const from = senderOf(url);
  const known = id === undefined ? {} : { messageId: `<${id}@${from.address.split("@").at(-1)}>` };
  await current.transport.sendMail({ ...mail, ...known, to, from });
}

/**
 * The same, but where no mail is sent: in a demonstration it is shown in the log instead, for whoever tries it out on
 * their own machine. Anywhere else nothing is done: a log must not hold what opens an account.
 */
export async function sendOrShow(mail: Mail, isDemonstration: boolean): Promise<void> {
  if (mailIsOn()) return sendMail(mail);
  const { to, subject, text } = mail;
  if (isDemonstration) getLog().info({ to: to.address, subject, text }, "mail of the demonstration");
}

/** The address mail comes from: `from` in SMTP_URL, or nobody's at the name this tracker goes by. */
function senderOf(url: string): { name: string; address: string } {
  const host = new URL(getEnvironment().APP_ORIGIN ?? "http://localhost").hostname;
  const given = new URL(url).searchParams.get("from");
  return { name: "Common Ground", address: given ?? `no-reply@${host}` };
}

/** A server that does not answer is given up: the job that asked tries again later. */
async function open(url: string): Promise<Transporter> {
  const { createTransport } = await import("nodemailer");
  const server = new URL(url);
  server.searchParams.delete("from");
  return createTransport({
    url: server.toString(),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
}
