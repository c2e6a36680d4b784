import type { Actor } from "~/features/identity/actor";
import type { CommandContext, EventEntry } from "~/platform/command.server";

/** What follows a write, in its transaction: facts of the touched records, then the score of their relationships. */
export async function afterWrite(
  _context: CommandContext<Actor>,
  _entries: readonly EventEntry[],
): Promise<void> {}
