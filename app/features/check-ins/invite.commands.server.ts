import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { idSchema } from "~/platform/ids";
import { enqueue } from "~/platform/jobs.server";
import { mailIsOn } from "~/platform/mailer.server";
import type { Actor, AreaActor } from "../identity/actor";
import { canLead } from "../records/record.policy";
import type { Context } from "../records/recording.server";
import { findInvitees, type Invitee } from "./invitees.queries.server";
import { eventOfRound, type Round, requireOpen, subjectRound } from "./round.server";

const command = defineCommand<Actor>();
const tokenHash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Asks one more of one's own side: an account that came since, or somebody of the register without one. To hand over, the
 * link comes with the hash of its token, which whoever runs this shows once; by mail the token is made when it is sent.
 */
export const inviteToCheckIn = command({
  id: "check-ins.invite",
  input: z.strictObject({
    id: idSchema,
    inviteeId: z.uuid({ error: "Choose who to ask" }),
    way: z.enum(["account", "mail", "hand"], { error: "Choose how they get it" }),
    tokenHash: tokenHash.optional(),
  }),
  subject: (context, { id }) => subjectRound(context, id),
  allow: (_, { actor }) => canLead(actor),
  async run(context, { actor, round }, { inviteeId, way, tokenHash }) {
    const { tx, today } = context;
    requireOpen(round, today);
    const invitees = await findInvitees(tx, actor, round.id, today);
    const invitee = invitees.find(({ id }) => id === inviteeId);
    if (!invitee) throw new Problem({ inviteeId: "Choose somebody of your side who was not asked yet" });
    requireWay(invitee, way, tokenHash);
    const seatId = context.newId();
    const who = invitee.by === "account" ? { userId: inviteeId } : { personId: inviteeId };
    const { organisationId, side } = actor;
    await tx.checkInSeat.create({
      data: { id: seatId, checkInId: round.id, organisationId, side, ...who, invitedOn: dayToDate(today) },
      select: { id: true },
    });
    if (way === "hand" && tokenHash) await addLink(context, seatId, tokenHash);
    if (way === "mail") await enqueue(tx, "send-check-in", { seat: seatId, step: 0 });
    return {
      result: { seatId, name: invitee.name },
      event: eventOfRound(round, actor, "side", { seatId, way }),
    };
  },
  says: (data) =>
    data.way === "mail"
      ? "asked somebody by mail to answer a check-in"
      : "asked somebody to answer a check-in",
});

function requireWay(invitee: Invitee, way: "account" | "mail" | "hand", hash: string | undefined): void {
  if (way === "mail" && !mailIsOn())
    throw new Problem({ way: "This tracker sends no mail. Hand the link over." });
  if (way === "mail" && !invitee.hasEmail)
    throw new Problem({ way: "We have no e-mail address for them. Hand the link over." });
  if (way === "hand" && hash === undefined) throw new Problem({ "": "The link was not made. Try again." });
  if (way === "account" && invitee.by !== "account")
    throw new Problem({ way: "They have no account. Send the link, or hand it over." });
}

/** Makes one more link to a seat of one's own side, to hand over; those made before go on opening it. */
export const handOverSeat = command({
  id: "check-ins.hand-over",
  input: z.strictObject({ id: idSchema, seatId: idSchema, tokenHash }),
  subject: subjectOwnSeat,
  allow: (_, { actor }) => canLead(actor),
  async run(context, { actor, round, seat }, { tokenHash }) {
    requireOpen(round, context.today);
    await addLink(context, seat.id, tokenHash);
    const event = eventOfRound(round, actor, "side", { seatId: seat.id });
    return { result: { seatId: seat.id, name: seat.name }, event };
  },
  says: () => "made a link to a check-in, to hand over",
});

/** Asks somebody no more: their seat goes, with what they began, and their links open nothing. */
export const uninviteFromCheckIn = command({
  id: "check-ins.uninvite",
  input: z.strictObject({ id: idSchema, seatId: idSchema }),
  subject: subjectOwnSeat,
  allow: (_, { actor }) => canLead(actor),
  async run({ tx, today }, { actor, round, seat }) {
    requireOpen(round, today);
    const { count } = await tx.checkInSeat.deleteMany({ where: { id: seat.id, answered: false } });
    if (count === 0)
      throw new Problem({ "": "They have answered. Only they themselves can take their answers back." });
    return { result: { id: round.id }, event: eventOfRound(round, actor, "side", { seatId: seat.id }) };
  },
  says: () => "asked somebody no more to answer a check-in",
});

/** A seat of the actor's own side, with its round; null for one of the other side, and for none. */
async function subjectOwnSeat(context: Context, { id, seatId }: { id: string; seatId: string }) {
  const found = await subjectRound(context, id);
  const seat = found && (await findSeatOfSide(context.tx, found, seatId));
  return seat ? { ...found, seat } : null;
}

async function findSeatOfSide(tx: Tx, { actor, round }: { actor: AreaActor; round: Round }, seatId: string) {
  const seat = await tx.checkInSeat.findFirst({
    where: { id: seatId, checkInId: round.id, organisationId: actor.organisationId },
    select: { id: true, user: { select: { name: true } }, person: { select: { name: true } } },
  });
  return seat && { id: seat.id, name: seat.user?.name ?? seat.person?.name ?? "" };
}

// Nothing is asked back: nobody reads a link.
async function addLink({ tx, newId }: Context, seatId: string, hash: string): Promise<void> {
  await tx.checkInLink.createMany({ data: [{ id: newId(), seatId, tokenHash: hash }] });
}
