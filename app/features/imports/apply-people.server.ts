import { type Day, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { stepsOfKind } from "./apply-councils.server";
import type { CouncillorRow } from "./councillor";
import type { UndoStep } from "./import";
import type { PeoplePlan, PeopleStep } from "./people-plan";
import { column, removing, restoring } from "./undo.server";

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
  for (const step of stepsOfKind(plan.steps, "linked")) undo.push(...(await link(tx, step, target)));
  // Details of a post that goes on are changed before a new post of somebody else's is made, so order is free here.
  for (const step of stepsOfKind(plan.steps, "changed")) undo.push(...(await change(tx, step, target)));
  for (const step of stepsOfKind(plan.steps, "returned", "appointed"))
    undo.push(...(await appoint(tx, [{ ...step, since: step.on }], plan.on, target)));
  for (const step of stepsOfKind(plan.steps, "left")) undo.push(...(await leave(tx, step, target)));
  return [...undo, ...(await noteChecked(tx, plan.on, target))];
}

/** Everybody on the list was in post on its day, unless somebody has seen so on a later one. */
async function noteChecked(
  tx: Tx,
  on: Day,
  { councilId: organisationId, listed }: PeopleTarget,
): Promise<UndoStep[]> {
  const checkedOn = dayToDate(on);
  const person = { externalIds: { some: { organisationId, value: { in: [...listed] } } } };
  const posts = await tx.appointment.findMany({
    where: {
      ...{ organisationId, role: ROLE, person },
      AND: [
        { OR: [{ endsOn: null }, { endsOn: { gt: checkedOn } }] },
        { OR: [{ checkedOn: null }, { checkedOn: { lt: checkedOn } }] },
      ],
    },
  });
  await tx.appointment.updateMany({
    where: { id: { in: posts.map((post) => post.id) } },
    data: { checkedOn, revision: { increment: 1 } },
  });
  return posts.map((post) => restoring("appointment", post, ["checkedOn"]));
}

async function join(
  tx: Tx,
  steps: readonly Step<"joined">[],
  on: Day,
  target: PeopleTarget,
): Promise<UndoStep[]> {
  if (steps.length === 0) return [];
  const { councilId: organisationId, importId, newId } = target;
  const made = steps.map((step) => ({ ...step, personId: newId(), since: step.on }));
  // createMany: an admin sees a person only once the council's id of theirs stands beside them.
  await tx.person.createMany({
    data: made.map(({ personId, councillor }) => ({
      id: personId,
      name: councillor.name,
      email: councillor.email,
      phone: councillor.telephone,
      recordedByOrganisationId: organisationId,
      importId,
    })),
  });
  const ids = made.map(({ personId, councillor }) => ({
    ...{ id: newId(), personId, organisationId, value: councillor.externalId, importId },
  }));
  await tx.personExternalId.createMany({ data: ids });
  const people = made.map(({ personId: id }) => ({ id }));
  const posts = await appoint(tx, made, on, target);
  return [...removing("person", 1, people), ...removing("external-id", null, ids), ...posts];
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
    importId: target.importId,
  }));
  await tx.appointment.createMany({ data });
  return removing("appointment", 1, data);
}

async function link(tx: Tx, step: Step<"linked">, target: PeopleTarget): Promise<UndoStep[]> {
  const { personId, externalId: value } = step;
  const { councilId: organisationId, importId } = target;
  const data = [{ id: target.newId(), personId, organisationId, value, importId }];
  await tx.personExternalId.createMany({ data });
  return removing("external-id", null, data);
}

async function change(tx: Tx, step: Step<"changed">, target: PeopleTarget): Promise<UndoStep[]> {
  const { personId, what, before, after } = step;
  const id = target.newId();
  const on = dayToDate(step.on);
  await tx.personChange.createMany({
    data: [{ id, personId, on, what, before, after, importId: target.importId }],
  });
  const noted = removing("person-change", null, [{ id }]);
  if (what === "party" || what === "ward") {
    const posts = await posted(tx, personId, step.on, target);
    await tx.appointment.updateMany({
      where: { id: { in: posts.map((post) => post.id) } },
      data: { [what]: after, revision: { increment: 1 } },
    });
    return [...noted, ...posts.map((post) => restoring("appointment", post, [what]))];
  }
  const field = what === "telephone" ? "phone" : what;
  const held = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  await tx.person.update({
    where: { id: personId },
    data: { [field]: after, revision: { increment: 1 } },
    select: { id: true },
  });
  return [...noted, restoring("person", held, [field])];
}

async function leave(tx: Tx, step: Step<"left">, target: PeopleTarget): Promise<UndoStep[]> {
  const posts = await posted(tx, step.personId, step.on, target);
  await tx.appointment.updateMany({
    where: { id: { in: posts.map((post) => post.id) } },
    data: { endsOn: dayToDate(step.on), revision: { increment: 1 } },
  });
  return posts.map((post) => restoring("appointment", post, ["endsOn"]));
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
