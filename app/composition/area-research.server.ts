import { getRelationshipsOf, type RelationshipView } from "~/features/areas/areas.queries.server";
import { type AreaActor, liveTies, type Side } from "~/features/identity/actor";
import { findUserNames } from "~/features/records/user-names.queries.server";
import { CONSENT_SCOPES, type ConsentScope, consentSays, SCOPE_WORDS } from "~/features/releases/consent";
import { canSpeak, offers } from "~/features/releases/consent.policy";
import { findConsents, type GivenConsent } from "~/features/releases/consents.queries.server";
import { nextRelease } from "~/features/releases/quarter";
import { DIMENSION_WORDS } from "~/features/releases/release-words";
import { findStudiesTold } from "~/features/releases/studies.queries.server";
import { addDays, type Day, dateToDay, dayOf } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { findPreview, type Preview } from "./release-preview.server";
import type { Reading } from "./request.server";

/** The next release to go out: drafted already, or to be worked out when the quarter is over. */
export type NextRelease = {
  /** Its quarter, where it is drafted. */
  drafted: string | null;
  asOf: Day;
  draftedOn: Day;
  publishesOn: Day;
};

/** One relationship with what both sides say, and what would be said of it. */
export type ResearchTie = {
  slug: string;
  council: string;
  says: string;
  scopes: {
    scope: ConsentScope;
    name: string;
    says: string;
    partnership: { on: Day; by: string | null } | null;
    council: { on: Day; by: string | null } | null;
    offer: "give" | "withdraw" | null;
  }[];
  preview: Preview;
};

/** Everything an area's page about research shows. */
export async function findAreaResearch(actor: AreaActor, { tx, today }: Reading) {
  const all = await getRelationshipsOf(tx, actor);
  const live = all.filter(({ id, ended }) => !ended && liveTies(actor).some((tie) => tie.id === id));
  const said = await findConsents(
    tx,
    live.map(({ id }) => id),
  );
  const names = await findUserNames(
    tx,
    said.map(({ byId }) => byId),
  );
  const { plan, ...moment } = await findMoment(tx, today);
  const ties: ResearchTie[] = [];
  for (const one of live) {
    const own = said.filter(({ relationshipId }) => relationshipId === one.id);
    ties.push(toTie(one, actor, own, names, await findPreview(tx, one.id, { ...moment, today })));
  }
  const studies = await findStudiesTold(tx, today);
  return {
    why: whyNot(actor),
    next: toNext(plan, today),
    // What the health page is asked for, so that it gives the same figures: it counts the whole of the day it is asked by.
    ask: plan ? { on: moment.asOf, known: addDays(dayOf(plan.knownAt), -1) } : null,
    ties,
    studies: studies.map(({ dimension, ...study }) => ({ ...study, by: DIMENSION_WORDS[dimension].name })),
  };
}

/** Why there is nothing to press for whoever reads the page; null: there is. */
function whyNot(actor: AreaActor): string | null {
  const answer = canSpeak(actor);
  if (answer === true) return null;
  return actor.closed
    ? answer
    : "The leads of each side say yes or no for it. Talk to yours if you see it differently.";
}

type Plan = { id: string; asOf: Date; knownAt: Date; publishesOn: Date };

/** What is shown before it goes out: of the release that is drafted, else as it would be today. */
async function findMoment(
  tx: Tx,
  today: Day,
): Promise<{ plan: Plan | null; asOf: Day; knownAt: Date | null }> {
  const plan = await tx.releasePlan.findFirst({ where: { publishedAt: null }, orderBy: { id: "asc" } });
  return { plan, asOf: plan ? dateToDay(plan.asOf) : today, knownAt: plan?.knownAt ?? null };
}

function toNext(plan: Plan | null, today: Day): NextRelease {
  if (plan) {
    const [asOf, publishesOn] = [dateToDay(plan.asOf), dateToDay(plan.publishesOn)];
    return { drafted: plan.id, asOf, draftedOn: dayOf(plan.knownAt), publishesOn };
  }
  const { draftedOn, publishesOn } = nextRelease(today);
  return { drafted: null, asOf: addDays(draftedOn, -1), draftedOn, publishesOn };
}

function toTie(
  { slug, council }: RelationshipView,
  actor: AreaActor,
  said: readonly GivenConsent[],
  names: ReadonlyMap<string, string>,
  preview: Preview,
): ResearchTie {
  const by = (side: Side, scope: ConsentScope) => {
    const found = said.find((one) => one.side === side && one.scope === scope);
    return found ? { on: dayOf(found.at), by: names.get(found.byId) ?? null } : null;
  };
  return {
    slug,
    council,
    says: consentSays(said),
    scopes: CONSENT_SCOPES.map((scope) => ({
      scope,
      ...SCOPE_WORDS[scope],
      partnership: by("community", scope),
      council: by("council", scope),
      offer: offers(actor, scope, said),
    })),
    preview,
  };
}
