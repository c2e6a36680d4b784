/** This machine: the database, and this server itself. */
const OWN_MACHINE = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether a request stays on this machine. */
export function isOwnMachine(url: string): boolean {
  return OWN_MACHINE.has(new URL(url).hostname);
}
