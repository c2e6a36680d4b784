import type { Tx } from "~/platform/db.server";
import { ROLES } from "../people/person";
import { type Making, stepsOfKind } from "./apply-councils.server";
import type { ContactStep, NewPost } from "./contacts-plan";
import type { UndoStep } from "./import";
import { removing, restoring } from "./undo.server";

/** Where a contacts plan is carried out: by whom, in which area. */
export type ContactsTarget = Making & { readonly areaId: string; readonly organisationId: string };

/** Carries a contacts plan out; how to take each write back. */
export async function applyContacts(
  tx: Tx,
  steps: readonly ContactStep[],
  target: ContactsTarget,
): Promise<UndoStep[]> {
  const { importId, newId, organisationId: recordedByOrganisationId } = target;
  const added = stepsOfKind(steps, "add-person").map((step) => ({ ...step, personId: newId() }));
  const people = added.map(({ personId: id, name, email, phone }) => ({
    ...{ id, name, email, phone, recordedByOrganisationId, importId },
  }));
  // createMany: somebody is seen only once their post stands beside them.
  await tx.person.createMany({ data: people });
  const posts = await appoint(tx, [...added, ...stepsOfKind(steps, "add-post")], target);
  const filled: UndoStep[] = [];
  for (const step of stepsOfKind(steps, "fill-contact")) filled.push(await fill(tx, step));
  return [...removing("person", 1, people), ...posts, ...filled];
}

async function appoint(
  tx: Tx,
  posts: readonly { personId: string; post: NewPost }[],
  { areaId, importId, newId }: ContactsTarget,
): Promise<UndoStep[]> {
  const data = posts.map(({ personId, post: { organisation: _, ...post } }) => ({
    ...{ ...post, id: newId(), personId, areaId, importId, level: ROLES[post.role].level },
  }));
  await tx.appointment.createMany({ data });
  return removing("appointment", 1, data);
}

type Fill = Extract<ContactStep, { kind: "fill-contact" }>;

async function fill(tx: Tx, { personId, what, after }: Fill): Promise<UndoStep> {
  const held = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  await tx.person.updateMany({
    where: { id: personId, [what]: null },
    data: { [what]: after, revision: { increment: 1 } },
  });
  return restoring("person", held, [what]);
}
