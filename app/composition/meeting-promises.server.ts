import type { z } from "zod";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { type AreaActor, otherSide, type Side } from "~/features/identity/actor";
import { noteActions } from "~/features/meetings/edit-meeting.commands.server";
import type { promiseRow } from "~/features/meetings/meeting-fields";
import { type Typed, whoIsTyped } from "~/features/meetings/people-typed";
import type { Context } from "~/features/records/recording.server";
import type { Day } from "~/platform/calendar/day";
import { Problem } from "~/platform/command.server";
import { resolveDay } from "~/platform/form-days";
import { findKnownPeople } from "./meeting-people.server";

type Row = z.output<typeof promiseRow>;
type Meeting = { id: string; on: Day; actor: AreaActor; council: string | undefined };

/**
 * Writes a meeting's action lines. Lines with a side, or a person of one, and a day become promises; the others stay
 * lines. A problem is shown beside its row. Gives how many promises were made.
 */
export async function promisesTyped(
  context: Context,
  meeting: Meeting,
  rows: readonly Row[],
): Promise<number> {
  const owners = await ownersOf(context, meeting, rows);
  const lines = [];
  for (const [index, { text, due }] of rows.entries()) {
    if (text === null) continue;
    const dueOn = due && resolveDay(due, context.today);
    const { side, personId } = owners[index] ?? NOBODY;
    const commitmentId =
      side !== null && dueOn !== null
        ? await promise(context, meeting, { text, side, personId, dueOn }, `promises[${index}]`)
        : null;
    lines.push({ text, side, personId, dueOn, commitmentId });
  }
  if (lines.length > 0) await context.call(noteActions, { id: meeting.id, lines });
  return lines.filter(({ commitmentId }) => commitmentId !== null).length;
}

type Owner = { side: Side | null; personId: string | null };
const NOBODY: Owner = { side: null, personId: null };

/** Who each line is down to, in the order of the lines; throws Problem beside every row whose person cannot be. */
async function ownersOf(context: Context, { on, actor }: Meeting, rows: readonly Row[]): Promise<Owner[]> {
  // Asked for after the people of the form were written: who came for the first time can be named here as well.
  const named = rows.some(({ text, person }) => text !== null && person !== null);
  const known = named ? await findKnownPeople(context.tx, actor, { today: context.today, on }) : [];
  const problems: Record<string, string> = {};
  const owners = rows.map(({ text, by, person }, index) => {
    const side = by && (by === "ours" ? actor.side : otherSide(actor.side));
    if (text === null || person === null) return { side, personId: null };
    const who = whoIsTyped(known, person);
    const problem = ownerProblem(who, side);
    if (problem !== null) problems[`promises[${index}].person`] = problem;
    return "found" in who ? { side: side ?? who.found.side, personId: who.found.id } : NOBODY;
  });
  if (Object.keys(problems).length > 0) throw new Problem(problems);
  return owners;
}

function ownerProblem(who: Typed, side: Side | null): string | null {
  if ("severalCalled" in who)
    return `There are several people called ${who.severalCalled}. Choose one from the list`;
  if ("newName" in who)
    return `${who.newName} is not known here yet. Say that they came, or leave this empty`;
  const own = who.found.side;
  return side !== null && own !== null && own !== side
    ? `${who.found.name} is of the other side. Choose who promised it again`
    : null;
}

type Promised = { text: string; side: Side; personId: string | null; dueOn: Day };

async function promise(
  context: Context,
  meeting: Meeting,
  { text, side, personId, dueOn }: Promised,
  at: string,
): Promise<string> {
  try {
    const made = await context.call(recordCommitment, {
      area: meeting.actor.areaSlug,
      ...(meeting.council === undefined ? {} : { council: meeting.council }),
      bySide: side === meeting.actor.side ? "ours" : "theirs",
      byPersonId: personId,
      title: text,
      dueOn,
      size: "small",
      meetingId: meeting.id,
      madeOn: meeting.on,
    });
    return made.id;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { dueOn: due, byPersonId: person, ...rest } = error.fields;
    const others = Object.values(rest).flat();
    throw new Problem({
      ...(due ? { [`${at}.due`]: due } : {}),
      ...(person ? { [`${at}.person`]: person } : {}),
      ...(others.length > 0 ? { [`${at}.text`]: others } : {}),
    });
  }
}
