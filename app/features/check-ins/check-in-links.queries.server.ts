import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** The link to a seat that a token's hash names, asked before anybody is entered; null: it opens nothing. */
export async function findCheckInLink(
  tx: Tx,
  hash: string,
  today: Day,
): Promise<{ id: string; isOpen: boolean } | null> {
  const [row] = await tx.$queryRaw<{ id: string; is_open: boolean }[]>`
    SELECT * FROM app.find_check_in_link(${hash}, ${today}::date)`;
  return row ? { id: row.id, isOpen: row.is_open } : null;
}
