import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  /** What has been taken, oldest first. */
  taken: Email[];
  /** While set, nothing is taken: the sender is told to come back later. */
  refuse: boolean;
  stop: () => Promise<void>;
};

/** A real mail server on this machine, which keeps what it is handed and can be made to refuse. */
export async function startMailServer(): Promise<MailServer> {
  const mail: Omit<MailServer, "url" | "stop"> = { taken: [], refuse: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", async () => {
        if (mail.refuse) return done(Object.assign(new Error("Come back later"), { responseCode: 451 }));
        mail.taken.push(await PostalMime.parse(Buffer.concat(parts)));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(mail, {
    url: `smtp://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  });
}
