import {
  acceptProposal,
  declineProposal,
  withdrawProposal,
} from "~/features/agreements/answer-proposal.commands.server";
import { makeProposal } from "~/features/agreements/make-proposal.commands.server";
import type { ProposalSubject } from "~/features/agreements/proposal-rows.server";
import {
  agreeNewDay,
  declineNewDay,
  proposeNewDay,
  withdrawNewDay,
} from "~/features/commitments/commitment-days.commands.server";
import { findCommitment } from "~/features/commitments/commitment-page.queries.server";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { agreeMove, declineMove, moveDay, withdrawMove } from "~/features/projects/day-moves.commands.server";
import { getMilestonePage } from "~/features/projects/milestone.queries.server";
import { getProjectPage } from "~/features/projects/project.queries.server";
import { findBase } from "~/features/records/record.queries.server";
import { type Context, standIn } from "~/features/records/recording.server";
import type { Day } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { type FormDay, optionalDayField } from "~/platform/form-days";
import { idSchema } from "~/platform/ids";

const command = defineCommand<Actor>();

/** The day a promise, a milestone or a project has, and the move of it that waits for this actor's side, if any. */
type MovableDay = {
  id: string;
  kind: "commitment" | "milestone" | "project";
  on: Day;
  canMove: boolean;
  waiting: { id: string; newDueOn: Day } | null;
  /** The move this actor's own side put to the other, and that waits. */
  put: { id: string; reason: string } | null;
};

type Move = { id: string; newDueOn: Day; reason: string } | null | undefined;

/** What a record's day can be put to; null where it has none that moves, or this actor sees no such record. */
export async function findMovableDay(
  tx: Tx,
  actor: AreaActor,
  id: string | null,
  today: Day,
): Promise<MovableDay | null> {
  const kind = id && (await findBase(tx, actor, id))?.kind;
  const seen = (of: MovableDay["kind"], on: Day, can: readonly string[], move: Move): MovableDay => ({
    ...{ id: id ?? "", kind: of, on, canMove: can.includes("propose-day") || can.includes("move-day") },
    waiting: move && can.includes("agree-day") ? { id: move.id, newDueOn: move.newDueOn } : null,
    // What waits is for the other side of whoever put it.
    put: move && !can.includes("agree-day") ? { id: move.id, reason: move.reason } : null,
  });
  if (kind === "commitment") {
    const page = await findCommitment(tx, actor, id ?? "", today);
    const move = page?.redatings.find((one) => one.id === page.proposalId);
    return page && seen(kind, page.lookedForOn, page.can, move);
  }
  if (kind === "milestone") {
    const page = await getMilestonePage(tx, actor, id ?? "", today);
    return page && seen(kind, page.dueOn, page.can, page.proposal);
  }
  if (kind !== "project") return null;
  const page = await getProjectPage(tx, actor, id ?? "", today);
  return page?.endpoint ? seen(kind, page.endpoint.agreed, page.can, page.endpoint.waiting) : null;
}

/** Puts a new day to the other side, on the record whose day it is. What is said against it belongs to the form's day. */
async function putDay(context: Context, { kind, id }: MovableDay, newDay: FormDay, reason: string) {
  try {
    if (kind === "commitment") await context.call(proposeNewDay, { id, newDueOn: newDay, reason });
    else await context.call(moveDay, { id, toOn: newDay, reason, how: "ask" });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { newDueOn, toOn, ...rest } = error.fields;
    const words = newDueOn ?? toOn;
    throw words ? new Problem({ ...rest, newDay: words }) : error;
  }
}

/** Puts a change to the other side; one of a day goes to the record whose day it is too, which moves when they accept. */
export const proposeChange = command({
  ...makeProposal,
  input: makeProposal.input.extend({ newDay: optionalDayField() }),
  subject: async (context, { area }) => standIn(context, area),
  async run(context, actor, { newDay, ...typed }) {
    const day =
      typed.about === "date" &&
      (await findMovableDay(context.tx, actor, typed.aboutId ?? null, context.today));
    if (day && day.canMove === true) {
      if (newDay === null) throw new Problem({ newDay: "Enter the day you propose" });
      await putDay(context, day, newDay, typed.detail ?? typed.title);
    }
    return makeProposal.run(context, actor, typed);
  },
});

/** The move an answer to a proposal is also the answer to, as its reader saw it; refused where it changed meanwhile. */
async function answeredMove(
  context: Context,
  { actor, row }: ProposalSubject,
  seen: string | null | undefined,
) {
  const day =
    row.about === "date" ? await findMovableDay(context.tx, actor, row.aboutId, context.today) : null;
  if (!day?.waiting || row.toSide !== actor.side) return null;
  if (seen !== day.waiting.id)
    throw new Problem({ "": "Another day was put forward meanwhile. Look at it, and answer again" });
  return { kind: day.kind, id: day.id, moveId: day.waiting.id };
}

const moveId = idSchema.nullish();

/** Accepts a proposal; one of a day moves it. */
export const acceptChange = command({
  ...acceptProposal,
  input: acceptProposal.input.extend({ moveId }),
  async run(context, subject, { moveId: seen, ...typed }) {
    const move = await answeredMove(context, subject, seen);
    const outcome = await acceptProposal.run(context, subject, typed);
    if (move?.kind === "commitment")
      await context.call(agreeNewDay, { id: move.id, redatingId: move.moveId });
    else if (move) await context.call(agreeMove, { id: move.id, moveId: move.moveId });
    return outcome;
  },
});

/** Declines a proposal, with reasons; one of a day leaves it as it is. */
export const declineChange = command({
  ...declineProposal,
  input: declineProposal.input.extend({ moveId }),
  async run(context, subject, { moveId: seen, ...typed }) {
    const move = await answeredMove(context, subject, seen);
    const outcome = await declineProposal.run(context, subject, typed);
    const answer = move && { id: move.id, reason: typed.text };
    if (answer && move.kind === "commitment")
      await context.call(declineNewDay, { ...answer, redatingId: move.moveId });
    else if (answer) await context.call(declineMove, { ...answer, moveId: move.moveId });
    return outcome;
  },
});

/** Takes a proposal back; one of a day takes back the day it put on the record, where that still waits. */
export const withdrawChange = command({
  ...withdrawProposal,
  async run(context, subject, typed) {
    const { row, record, actor } = subject;
    const outcome = await withdrawProposal.run(context, subject, typed);
    const day =
      row.about === "date" ? await findMovableDay(context.tx, actor, row.aboutId, context.today) : null;
    if (day?.put && day.put.reason === (row.detail ?? record.title)) {
      if (day.kind === "commitment")
        await context.call(withdrawNewDay, { id: day.id, redatingId: day.put.id });
      else await context.call(withdrawMove, { id: day.id, moveId: day.put.id });
    }
    return outcome;
  },
});
