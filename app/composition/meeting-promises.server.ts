import type { z } from "zod";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { type AreaActor, otherSide } from "~/features/identity/actor";
import { noteActions } from "~/features/meetings/edit-meeting.commands.server";
import type { promiseRow } from "~/features/meetings/meeting-fields";
import type { Context } from "~/features/records/recording.server";
import type { Day } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import { resolveDay } from "~/platform/form-days";

type Row = z.output<typeof promiseRow>;
type Meeting = { id: string; on: Day; actor: AreaActor; council: string | undefined };

/**
 * Writes a meeting's action lines. Lines with a side and a day become promises; the others stay lines. A problem of a
 * promise is shown beside its row. Gives how many promises were made.
 */
export async function promisesTyped(
  context: Context,
  meeting: Meeting,
  rows: readonly Row[],
): Promise<number> {
  const lines = [];
  for (const [index, { text, by, due }] of rows.entries()) {
    if (text === null) continue;
    const dueOn = due && resolveDay(due, context.today);
    const side = by && (by === "ours" ? meeting.actor.side : otherSide(meeting.actor.side));
    const commitmentId =
      by !== null && dueOn !== null
        ? await promise(context, meeting, { text, by, dueOn }, `promises[${index}]`)
        : null;
    lines.push({ text, side, dueOn, commitmentId });
  }
  if (lines.length > 0) await context.call(noteActions, { id: meeting.id, lines });
  return lines.filter(({ commitmentId }) => commitmentId !== null).length;
}

type Promised = { text: string; by: "ours" | "theirs"; dueOn: Day };

async function promise(
  context: Context,
  meeting: Meeting,
  { text, by, dueOn }: Promised,
  at: string,
): Promise<string> {
  try {
    const made = await context.call(recordCommitment, {
      area: meeting.actor.areaSlug,
      ...(meeting.council === undefined ? {} : { council: meeting.council }),
      bySide: by,
      title: text,
      dueOn,
      size: "small",
      meetingId: meeting.id,
      madeOn: meeting.on,
    });
    return made.id;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { dueOn: due, ...rest } = error.fields;
    const others = Object.values(rest).flat();
    throw new Problem({
      ...(due ? { [`${at}.due`]: due } : {}),
      ...(others.length > 0 ? { [`${at}.text`]: others } : {}),
    });
  }
}
