import { dateToDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import type { AssessmentView, PlanView } from "./assessment";

/** The lines of the actor's own organisation in this area, about people it still sees by name. */
function ownLines({ areaId, organisationId }: AreaActor, people?: readonly string[]) {
  const personId = people ? { personId: { in: [...people] } } : {};
  return { areaId, organisationId, ...personId, person: { erasedAt: null } };
}

/** What the actor's organisation thinks of people, and thought before: newest first, by person. All people where none are named. */
export async function findAssessments(
  tx: Tx,
  actor: AreaActor,
  people?: readonly string[],
): Promise<Map<string, AssessmentView[]>> {
  const rows = await tx.assessment.findMany({
    where: ownLines(actor, people),
    orderBy: [{ assessedOn: "desc" }, { recordedAt: "desc" }, { id: "desc" }],
  });
  const found = new Map<string, AssessmentView[]>();
  for (const { personId, assessedOn, id, interest, influence, stance, ally, wantedDays, note } of rows) {
    const view = { id, on: dateToDay(assessedOn), interest, influence, stance, ally, wantedDays, note };
    found.set(personId, [...(found.get(personId) ?? []), view]);
  }
  return found;
}

/** How often the actor's organisation wants to be in touch with people, in days, by person; and whom it names an ally. */
export async function findWishes(
  tx: Tx,
  actor: AreaActor,
): Promise<{ wantedDays: Record<string, number>; allies: string[] }> {
  const assessed = [...(await findAssessments(tx, actor))];
  const wanted = assessed.flatMap(([id, [now]]) =>
    now && now.wantedDays !== null ? [[id, now.wantedDays] as const] : [],
  );
  const allies = assessed.flatMap(([id, [now]]) => (now?.ally ? [id] : []));
  return { wantedDays: Object.fromEntries(wanted), allies };
}

/** What the actor's organisation means to do next with people, by person: the newest line, unless it says done. */
export async function findPlans(
  tx: Tx,
  actor: AreaActor,
  people?: readonly string[],
): Promise<Map<string, PlanView>> {
  const rows = await tx.engagement.findMany({
    where: ownLines(actor, people),
    orderBy: [{ recordedAt: "desc" }, { id: "desc" }],
    select: { personId: true, next: true, dueOn: true, doneOn: true, byPersonId: true },
  });
  const newest = [...new Map(rows.toReversed().map((row) => [row.personId, row])).values()];
  const open = newest.filter(({ doneOn }) => doneOn === null);
  const names = await findNames(tx, open);
  return new Map(
    open.map(({ personId, next, dueOn, byPersonId }) => {
      const by = names.get(byPersonId ?? "") ?? null;
      return [personId, { next, dueOn: dateToDay(dueOn), by, byPersonId }];
    }),
  );
}

/** Who does what is planned: nothing is asked where nobody is named. */
async function findNames(
  tx: Tx,
  plans: readonly { byPersonId: string | null }[],
): Promise<Map<string, string>> {
  const ids = plans.flatMap(({ byPersonId }) => byPersonId ?? []);
  if (ids.length === 0) return new Map();
  const people = await tx.person.findMany({
    where: { id: { in: ids }, erasedAt: null },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}
