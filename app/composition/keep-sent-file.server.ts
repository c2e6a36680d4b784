import { discard, type Incoming, keep } from "~/platform/files.server";
import { isBusyAnswer, isUnavailable } from "~/platform/unavailable.server";

/**
 * Keeps a file that was put aside if `work` wrote its row (and told `written` its id), and lets it go otherwise. Where
 * the database was lost meanwhile nobody knows whether the row is written: the file stays aside, for whoever reads it
 * next or clears up (sweep-files.server.ts).
 */
export async function keepingWith<T>(
  incoming: Incoming,
  work: (written: (id: string) => void) => Promise<T>,
): Promise<T> {
  let row: string | null = null;
  let isKnown = true;
  try {
    return await work((id) => {
      row = id;
    });
  } catch (thrown) {
    isKnown = !isBusyAnswer(thrown) && !isUnavailable(thrown);
    throw thrown;
  } finally {
    if (row !== null) await keep(incoming, { id: row, sha256: incoming.sha256 });
    else if (isKnown) await discard(incoming);
  }
}
