import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What the way to a mail server does with whoever comes. */
export type MailFrontWay = "through" | "silent" | "garbage" | "lost midway";

export type MailFront = { url: string; way: MailFrontWay; stop: () => Promise<void> };

/** The way to a mail server: open, or as bad as a network and a stranger at the other end can make it. */
export async function startMailFront(to: string): Promise<MailFront> {
  const sockets = new Set<Socket>();
  const front: Pick<MailFront, "way"> = { way: "through" };
  const server = createServer((socket) => {
    keep(socket, sockets);
    if (front.way === "garbage")
      socket.write(Buffer.from("\0\u00ff\u00fe{not mail}\r\n<html>\r\n", "latin1"));
    if (front.way === "through" || front.way === "lost midway") {
      const isLost = front.way === "lost midway";
      passOn(socket, keep(connect(Number(new URL(to).port), "127.0.0.1"), sockets), isLost);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(front, {
    url: `smtp://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
}

function keep(socket: Socket, sockets: Set<Socket>): Socket {
  sockets.add(socket);
  return socket.on("error", () => undefined).once("close", () => sockets.delete(socket));
}

// Each end is lost with the other; `isLost`: both are, once the letter itself is to come.
function passOn(sender: Socket, server: Socket, isLost: boolean): void {
  sender.once("close", () => server.destroy());
  server.once("close", () => sender.destroy());
  server.pipe(sender);
  sender.on("data", (part) => {
    if (isLost && /^DATA\b/m.test(part.toString("latin1"))) sender.destroy();
    else server.write(part);
  });
}
