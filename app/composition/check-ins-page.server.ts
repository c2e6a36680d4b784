import { type CheckInSeen, nextOpening } from "~/features/check-ins/check-in";
import { findReleased, findRound, findRounds } from "~/features/check-ins/check-ins.queries.server";
import { findInvitees } from "~/features/check-ins/invitees.queries.server";
import { viewsOf } from "~/features/check-ins/results";
import type { AreaActor } from "~/features/identity/actor";
import { canWrite } from "~/features/records/record.policy";
import { sideNames } from "~/features/records/side-names";
import { currentMethod } from "~/features/scoring/methods";
import { COMPONENT_WORDS } from "~/features/scoring/words";
import { mailIsOn } from "~/platform/mailer.server";
import { chooseRelationship } from "./health.server";
import { notFound, type Reading } from "./request.server";

function toReleased({ id, releasedOn, components }: CheckInSeen) {
  return { id, on: releasedOn, views: viewsOf({ components }, currentMethod) };
}

type Released = ReturnType<typeof toReleased>;

/** The rounds of one relationship: those there were, what they said, and when the next can be opened. */
export async function findCheckInsPage(actor: AreaActor, { tx, today }: Reading, council: string | null) {
  const choice = await chooseRelationship(tx, actor, council);
  if (!choice) return council === null ? null : notFound();
  const { chosen, others } = choice;
  const rounds = await findRounds(tx, actor, chosen.id, today);
  const released = (await findReleased(tx, actor, chosen.id)).map(toReleased);
  const openings = rounds.filter(({ state }) => state !== "called off").map(({ openedOn }) => openedOn);
  const [isOpen, nextOn] = [rounds.some(({ state }) => state === "open"), nextOpening(openings, today)];
  const mayOpen = canWrite(actor) === true;
  return {
    relationship: chosen,
    others,
    names: sideNames(chosen.council),
    rounds: rounds.map(({ ownSide, ...round }) => ({
      ...round,
      ownSide: ownSide && { invited: ownSide.invited, answered: ownSide.answered },
      flagged: flaggedIn(released.find(({ id }) => id === round.id)),
    })),
    released: released.toReversed(),
    // Null: it is now.
    nextOn: !isOpen && nextOn > today ? nextOn : null,
    isOpen,
    canOpen: mayOpen && !isOpen && nextOn <= today,
  };
}

function flaggedIn(round: Released | undefined): string[] {
  const flagged = round?.views.filter(({ gap }) => gap?.flagged) ?? [];
  return flagged.map(({ component }) => COMPONENT_WORDS[component].name.toLowerCase());
}

/** One round: while it is open who of the reader's own side was asked, afterwards what both sides say. */
export async function findRoundPage(actor: AreaActor, { tx, today }: Reading, id: string) {
  const { relationshipId, ...round } = (await findRound(tx, actor, id, today)) ?? notFound();
  const tie = actor.relationships.find((one) => one.id === relationshipId);
  const choice = await chooseRelationship(tx, actor, tie?.councilSlug ?? null);
  const council = choice?.chosen ?? notFound();
  const all = round.state === "released" ? await findReleased(tx, actor, relationshipId) : [];
  const seen = all.find((one) => one.id === id);
  return {
    round,
    council: { slug: council.slug, name: council.council },
    names: sideNames(council.council),
    released: seen
      ? {
          seen: { releasedOn: seen.releasedOn, people: seen.people, means: seen.means },
          views: toReleased(seen).views,
        }
      : null,
    invitees: round.can.invite ? await findInvitees(tx, actor, id, today) : [],
    mail: mailIsOn(),
  };
}
