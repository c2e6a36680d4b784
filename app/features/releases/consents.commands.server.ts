import { z } from "zod";
import { defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { type Actor, type AreaActor, liveTies, type Tie } from "../identity/actor";
import { type Context, standIn } from "../records/recording.server";
import { CONSENT_SCOPES, type ConsentScope, endsWith, hasSaid } from "./consent";
import { canSpeak, mayGive, mayWithdraw } from "./consent.policy";
import { findConsents, type GivenConsent } from "./consents.queries.server";

const command = defineCommand<Actor>();

const input = z.strictObject({
  area: z.string(),
  council: z.string(),
  scope: z.enum(CONSENT_SCOPES, { error: "Choose what this is about" }),
});

type Subject = { actor: AreaActor; tie: Tie; said: GivenConsent[] };

/** The relationship named, where its own sides stand, with what both of them say. */
async function findSubject(
  context: Context,
  { area, council }: { area: string; council: string },
): Promise<Subject | null> {
  const actor = standIn(context, area);
  const tie = actor && liveTies(actor).find(({ councilSlug }) => councilSlug === council);
  return actor && tie ? { actor, tie, said: await findConsents(context.tx, [tie.id]) } : null;
}

function eventOf({ actor, tie }: Subject, data: Record<string, unknown>): EventEntry {
  return {
    subjectId: tie.id,
    areaId: actor.areaId,
    relationshipId: tie.id,
    organisationId: actor.organisationId,
    side: actor.side,
    level: "shared",
    data: { council: tie.councilSlug, ...data },
    changesNoFact: true,
  };
}

function need(allowed: true | string): void {
  if (allowed !== true) throw new Problem({ "": allowed });
}

/** A side says yes, for one relationship: by a lead of theirs. It counts from the next release once both have said so. */
export const giveConsent = command({
  id: "consents.give",
  input,
  subject: findSubject,
  allow: (_, { actor }) => canSpeak(actor),
  async run({ tx, now, newId }, subject, { scope }) {
    const { actor, tie, said } = subject;
    need(mayGive(actor.side, scope, said));
    const id = newId();
    const organisationId = actor.side === "council" ? tie.councilId : actor.organisationId;
    const { side, userId: givenById } = actor;
    // Two leads at once: the second finds it said.
    const { count } = await tx.researchConsent.createMany({
      data: [{ id, relationshipId: tie.id, organisationId, side, scope, givenById, givenAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) need(mayGive(side, scope, [{ side, scope }]));
    return { result: { id }, event: eventOf(subject, { scope }) };
  },
  says: ({ scope }) =>
    scope === "studies"
      ? "said yes to a row in studies, under a made-up name"
      : "said yes to figures of kinds of areas in research",
});

/** A side takes its yes back: by a lead of theirs, at any time, without a reason. It counts from the next release on. */
export const withdrawConsent = command({
  id: "consents.withdraw",
  input,
  subject: findSubject,
  allow: (_, { actor }) => canSpeak(actor),
  async run({ tx, now }, subject, { scope }) {
    const { actor, tie, said } = subject;
    need(mayWithdraw(actor.side, scope, said));
    const ended = endsWith(scope).filter((one: ConsentScope) => hasSaid(said, actor.side, one));
    const { count } = await tx.researchConsent.updateMany({
      where: { relationshipId: tie.id, side: actor.side, scope: { in: ended }, endedAt: null },
      data: { endedById: actor.userId, endedAt: now },
    });
    if (count === 0) need(mayWithdraw(actor.side, scope, []));
    return { result: { id: tie.id }, event: eventOf(subject, { scope, ended }) };
  },
  says: ({ scope }) =>
    scope === "studies"
      ? "took back the yes to a row in studies"
      : "took back the yes to figures in research: from the next release on they are in none",
});
