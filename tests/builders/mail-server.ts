import type { AddressInfo, Socket } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

export type MailServer = {
  url: string;
  /** What has been taken, oldest first. */
  taken: Email[];
  /** While set, nothing is taken: the sender is told to come back later. */
  refuse: boolean;
  /** While set, mail is taken and the connection lost before its sender is told so. */
  hangUp: boolean;
  stop: () => Promise<void>;
};

/** A real mail server on this machine, which keeps what it is handed and can be made to refuse. */
export async function startMailServer(): Promise<MailServer> {
  const mail: Omit<MailServer, "url" | "stop"> = { taken: [], refuse: false, hangUp: false };
  const sockets = new Set<Socket>();
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
        if (mail.hangUp) for (const socket of sockets) socket.destroy();
        done();
      });
    },
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
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
