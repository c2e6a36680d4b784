import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { column, stepsOfKind } from "./apply-councils.server";
import type { CouncillorRow } from "./councillor";
import type { UndoStep } from "./import";
import type { PeoplePlan, PeopleStep } from "./people-plan";

/** Where a people plan is carried out. */
export interface PeopleTarget {
  readonly councilId: string;
  readonly importId: string;
  /** The council's ids of everybody on the list: their posts were seen to be held on that day. */
  readonly listed: readonly string[];
  readonly newId: () => string;
}

type Step<K extends PeopleStep["kind"]> = Extract<PeopleStep, { kind: K }>;

const ROLE = "councillor";

/** Carries a people plan out; how to take each write back. */
export async function applyPeople(tx: Tx, plan: PeoplePlan, target: PeopleTarget): Promise<UndoStep[]> {
  const undo = await join(tx, stepsOfKind(plan.steps, "joined"), plan.on, target);
  for (const step of stepsOfKind(plan.steps, "linked")) undo.push(await link(tx, step, target));
  // Details of a post that goes on are changed before a new post of somebody else's is made, so order is free here.
  for (const step of stepsOfKind(plan.steps, "changed")) undo.push(...(await change(tx, step, target)));
  for (const step of stepsOfKind(plan.steps, "returned", "appointed"))
    undo.push(...(await appoint(tx, [{ ...step, since: step.on }], plan.on, target)));
  for (const step of stepsOfKind(plan.steps, "left")) undo.push(...(await leave(tx, step, target)));
  await noteChecked(tx, plan.on, target);
  return undo;
}

async function noteChecked(
  tx: Tx,
  on: Day,
  { councilId: organisationId, listed }: PeopleTarget,
): Promise<void> {
  const checkedOn = dayToDate(on);
  const person = { externalIds: { some: { organisationId, value: { in: [...listed] } } } };
  await tx.appointment.updateMany({
    where: { organisationId, role: ROLE, person, OR: [{ endsOn: null }, { endsOn: { gt: checkedOn } }] },
    data: { checkedOn },
  });
}

async function join(
  tx: Tx,
  steps: readonly Step<"joined">[],
  on: Day,
  target: PeopleTarget,
): Promise<UndoStep[]> {
  if (steps.length === 0) return [];
  const { councilId: organisationId, newId } = target;
  const made = steps.map((step) => ({ ...step, personId: newId(), since: step.on }));
  // createMany: an admin sees a person only once the council's id of theirs stands beside them.
  await tx.person.createMany({
    data: made.map(({ personId, councillor }) => ({
      id: personId,
      name: councillor.name,
      email: councillor.email,
      phone: councillor.telephone,
      recordedByOrganisationId: organisationId,
    })),
  });
  const ids = made.map(({ personId, councillor }) => ({
    ...{ id: newId(), personId, organisationId, value: councillor.externalId },
  }));
  await tx.personExternalId.createMany({ data: ids });
  const people: UndoStep[] = made.map(({ personId }) => ({
    ...{ undo: "remove", record: "person", id: personId, revision: 1 },
  }));
  const links: UndoStep[] = ids.map(({ id }) => ({
    undo: "remove",
    record: "external-id",
    id,
    revision: null,
  }));
  return [...people, ...links, ...(await appoint(tx, made, on, target))];
}

type NewPost = { personId: string; councillor: CouncillorRow; since: Day | null };

async function appoint(
  tx: Tx,
  posts: readonly NewPost[],
  on: Day,
  target: PeopleTarget,
): Promise<UndoStep[]> {
  const data = posts.map(({ personId, councillor, since }) => ({
    id: target.newId(),
    personId,
    organisationId: target.councilId,
    role: ROLE,
    level: "elected" as const,
    ward: councillor.ward,
    party: councillor.party,
    startsOn: column(since),
    checkedOn: dayToDate(on),
  }));
  await tx.appointment.createMany({ data });
  return data.map(({ id }) => ({ undo: "remove", record: "appointment", id, revision: 1 }));
}

async function link(tx: Tx, step: Step<"linked">, target: PeopleTarget): Promise<UndoStep> {
  const id = target.newId();
  const { personId, externalId: value } = step;
  await tx.personExternalId.createMany({ data: [{ id, personId, organisationId: target.councilId, value }] });
  return { undo: "remove", record: "external-id", id, revision: null };
}

async function change(tx: Tx, step: Step<"changed">, target: PeopleTarget): Promise<UndoStep[]> {
  const { personId, what, before, after } = step;
  const id = target.newId();
  const on = dayToDate(step.on);
  await tx.personChange.createMany({
    data: [{ id, personId, on, what, before, after, importId: target.importId }],
  });
  const noted: UndoStep = { undo: "remove", record: "person-change", id, revision: null };
  if (what === "party" || what === "ward") {
    const posts = await posted(tx, personId, step.on, target);
    await tx.appointment.updateMany({
      where: { id: { in: posts.map((post) => post.id) } },
      data: { [what]: after, revision: { increment: 1 } },
    });
    const undo = posts.map((post) => restored("appointment", post, { [what]: post[what] }));
    return [noted, ...undo];
  }
  const field = what === "telephone" ? "phone" : what;
  const { revision } = await tx.person.update({
    where: { id: personId },
    data: { [field]: after, revision: { increment: 1 } },
    select: { revision: true },
  });
  return [noted, { undo: "restore", record: "person", id: personId, revision, before: { [field]: before } }];
}

async function leave(tx: Tx, step: Step<"left">, target: PeopleTarget): Promise<UndoStep[]> {
  const posts = await posted(tx, step.personId, step.on, target);
  await tx.appointment.updateMany({
    where: { id: { in: posts.map((post) => post.id) } },
    data: { endsOn: dayToDate(step.on), revision: { increment: 1 } },
  });
  return posts.map((post) => restored("appointment", post, { endsOn: post.endsOn?.toISOString() ?? null }));
}

/** A person's posts as councillor of the council that have not ended by a day, from the earliest. */
async function posted(tx: Tx, personId: string, on: Day, target: PeopleTarget) {
  const date = dayToDate(on);
  return tx.appointment.findMany({
    where: {
      ...{ personId, organisationId: target.councilId, role: ROLE },
      AND: [
        { OR: [{ endsOn: null }, { endsOn: { gt: date } }] },
        { OR: [{ startsOn: null }, { startsOn: { lte: date } }] },
      ],
    },
  });
}

function restored(
  record: "appointment",
  { id, revision }: { id: string; revision: number },
  before: Record<string, string | null>,
): UndoStep {
  return { undo: "restore", record, id, revision: revision + 1, before };
}
