import { CLOSED_WORDS } from "~/features/areas/lifecycle";
import type { Actor } from "~/features/identity/actor";
import type { CommandContext } from "~/platform/command.server";
import type { Refusable } from "~/platform/command-refusal.server";

/** The only commands that write about a closed area: they say how it goes on, and who looks after it. */
export const WRITES_WHEN_CLOSED: readonly string[] = [
  "areas.reopen",
  "areas.make-legacy",
  "areas.confirm-closing",
  "areas.name-steward",
  "areas.tell-takeover",
];

/**
 * The one place in which a closed area refuses what is new: whatever command it is and however it comes (a form, the
 * API, a link). By what the command is about, so that the words are these and not of a role; and by what it wrote, so
 * that none slips through. Row security refuses the rows besides.
 */
export async function refuseClosed(
  context: CommandContext<Actor>,
  commandId: string,
  about: Refusable,
): Promise<string | null> {
  if (WRITES_WHEN_CLOSED.includes(commandId)) return null;
  const closed =
    "event" in about ? await wroteInClosed(context, about.event.areaId) : isAboutClosed(context, about);
  return closed ? CLOSED_WORDS : null;
}

/** A command's subject says where its actor stands; its input names the area. */
function isAboutClosed(
  { actor }: CommandContext<Actor>,
  about: { subject: unknown; input: unknown },
): boolean {
  const stand = valueIn(about.subject, "actor");
  if (valueIn(stand, "closed") === true) return true;
  const slug = valueIn(about.input, "area");
  return actor.stands.some(({ areaSlug, closed }) => closed === true && areaSlug === slug);
}

function valueIn(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Of an area one stands in the stand knows it; of any other, an admin's say, the database is asked. */
async function wroteInClosed(
  { tx, actor, today }: CommandContext<Actor>,
  areaId: string | null,
): Promise<boolean> {
  if (areaId === null) return false;
  const stand = actor.stands.find((one) => one.areaId === areaId);
  if (stand) return stand.closed === true;
  const [row] = await tx.$queryRaw<{ closed: boolean }[]>`
    SELECT app.is_closed(${areaId}::uuid, ${today}::date) AS closed`;
  return row?.closed === true;
}
