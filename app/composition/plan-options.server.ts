import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { type AreaActor, councilNow, isSameTie } from "~/features/identity/actor";
import { findPeopleOf } from "~/features/people/people.queries.server";
import type { MilestoneOptions } from "~/features/projects/milestone-form";
import { findMilestoneChoices } from "~/features/projects/milestones.queries.server";
import type { PersonOption } from "~/features/projects/plan-forms";
import { findProjectChoices } from "~/features/projects/projects.queries.server";
import { audienceWords } from "~/features/records/record";
import { sideNames } from "~/features/records/side-names";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** What the forms of a new project or milestone begin with: the councils to choose from, the people, who will see it. */
export async function newPlanOptions(tx: Tx, actor: AreaActor, today: Day) {
  const { councils } = await getAreaFrame(tx, actor);
  const choose = actor.side === "community" && councils.length > 1;
  const names = choose ? ["the council it is about"] : councils.map(({ name }) => name);
  return {
    councils: choose ? councils : [],
    sides: sideNames(councils.length === 1 ? (councils[0]?.name ?? null) : null),
    people: await findPersonOptions(tx, actor, today, undefined),
    audience: audienceWords("shared", actor, names),
  };
}

/** The people to choose from; of councils, of the one a record is about. Undefined: of any the actor stands with. */
export async function findPersonOptions(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  relationshipId: string | null | undefined,
): Promise<PersonOption[]> {
  const about = actor.relationships.find(({ id }) => id === relationshipId);
  const people = await findPeopleOf(tx, actor, today);
  return people
    .filter(
      ({ side, organisationId }) =>
        side === "community" || !about || organisationId === councilNow(actor, about.councilId),
    )
    .map(({ id, name, organisation, side }) => ({ id, name, organisation, side }));
}

/** What a milestone's form offers. `own`: the milestone that is changed, which cannot be part of itself. */
export async function milestoneOptions(
  tx: Tx,
  actor: AreaActor,
  today: Day,
  own: { id: string; relationshipId: string | null } | null,
): Promise<MilestoneOptions & { audience: string }> {
  const { councils, sides, people, audience } = await newPlanOptions(tx, actor, today);
  const projects = await findProjectChoices(tx, actor);
  const parents = await findMilestoneChoices(tx, actor);
  const fits = ({ relationshipId }: { relationshipId: string | null }) =>
    own === null || isSameTie(actor, relationshipId, own.relationshipId);
  return {
    councils,
    sides,
    audience,
    people: own ? await findPersonOptions(tx, actor, today, own.relationshipId) : people,
    projects: projects.filter(fits).map(({ id, title }) => ({ id, title })),
    parents: parents.filter((one) => fits(one) && one.id !== own?.id).map(({ id, title }) => ({ id, title })),
  };
}
