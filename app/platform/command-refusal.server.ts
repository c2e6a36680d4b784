import type { EventEntry } from "./command-log.server";

/** A command was refused, in words for the page. */
export class Forbidden extends Error {}

/** Throws the words of a command that does not allow itself. */
export function requireAllowed(allowed: true | string): void {
  if (allowed !== true) throw new Forbidden(allowed);
}

/** What a command is about to do, or has done. */
export type Refusable = { subject: unknown; input: unknown } | { event: EventEntry };

/**
 * What no command may do, whatever it allows itself: why, in words, or null. Asked of each command twice: with what it is
 * about, before its own permission, and with what it wrote. Refused, nothing is written.
 */
export type Refuse<C> = (context: C, commandId: string, about: Refusable) => Promise<string | null>;

/** Asks, and throws where it is refused. */
export function refusing<C>(refuse: Refuse<C> | undefined, context: C) {
  return async (commandId: string, about: Refusable): Promise<void> => {
    const why = (await refuse?.(context, commandId, about)) ?? null;
    if (why !== null) throw new Forbidden(why);
  };
}
