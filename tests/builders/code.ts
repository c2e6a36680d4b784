import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { decideCode, proposeCode } from "~/features/coding/codes.commands.server";
import { putCode } from "~/features/coding/codings.commands.server";
import { newId } from "~/platform/ids";
import { mustRun, type Place } from "./place";

/** A code that an admin proposed, and its slug; with `accepted`, in use. */
export async function buildCode(
  { admin, by }: Pick<Place, "admin" | "by">,
  { accepted = false, label = `A market ${newId().slice(-8)}` } = {},
): Promise<{ id: string; slug: string }> {
  const says = "There is a market where there was none.";
  const made = await mustRun(admin, proposeCode, { theme: "change", label, says }, by);
  if (accepted) await mustRun(admin, decideCode, { id: made.id, revision: 1, decision: "accept" }, by);
  return made;
}

/** Puts a code of the first ones on a record. */
export async function buildCoding(
  user: SignedIn,
  id: string,
  by: Circumstances,
  code = "legacy-place",
): Promise<void> {
  await mustRun(user, putCode, { id, code }, by);
}
