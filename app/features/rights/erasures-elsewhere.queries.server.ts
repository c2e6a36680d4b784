import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import type { AreaActor } from "../identity/actor";
import { peopleVisibleTo } from "../people/people.queries.server";
import { ANSWER_DAYS, type Answered, answeredOf } from "./erasure";

/** An area that was told of an erasure another area asked for, and what it answered: for admins. */
export type ToldArea = {
  id: string;
  area: string;
  toldOn: Day;
  answered: Answered;
  /** The day of its answer, or that the time was over. */
  answeredOn: Day | null;
};

/** The areas that were told, those that have not answered first, then the newest. */
export async function findToldAreas(tx: Tx, take: number): Promise<ToldArea[]> {
  const rows = await tx.erasure.findMany({
    where: { toldOn: { not: null } },
    orderBy: [{ toldOn: "desc" }, { id: "asc" }],
    select: {
      ...{ id: true, toldOn: true, askedOn: true, askedById: true, keptFor: true },
      ...{ doneOn: true, declinedOn: true, area: { select: { name: true } } },
    },
    take,
  });
  const all = rows.flatMap(({ id, area, toldOn, askedOn, ...row }): ToldArea[] => {
    const answered = answeredOf(row);
    const on = answered === "waits" ? null : answered === "silent" ? row.declinedOn : askedOn;
    return toldOn
      ? [
          {
            ...{ id, area: area?.name ?? "An area", answered },
            ...{ toldOn: dateToDay(toldOn), answeredOn: on && dateToDay(on) },
          },
        ]
      : [];
  });
  return all.toSorted((a, b) => Number(b.answered === "waits") - Number(a.answered === "waits"));
}

/** How many areas still have days to answer in about somebody: until then nothing is carried out. */
export function countAnswersDue(tx: Tx, personId: string, today: Day): Promise<number> {
  const since = { gt: dayToDate(addDays(today, -ANSWER_DAYS)) };
  const where = { personId, toldOn: since, askedById: null, doneOn: null, declinedOn: null };
  return tx.erasure.count({ where });
}

/** Somebody to be erased, as the leads of an area find it on its page. */
export type ErasureHere = { id: string; personId: string; name: string; on: Day; waits: boolean };

/** Whose erasure the leads of an area have words to look through for; nobody else is told. */
export async function findErasuresHere(tx: Tx, actor: AreaActor): Promise<ErasureHere[]> {
  if (actor.role !== "lead") return [];
  const rows = await tx.$queryRaw<{ id: string; person_id: string; on_day: Date; waits: boolean }[]>`
    SELECT * FROM app.erasures_in(${actor.areaId}::uuid)`;
  if (rows.length === 0) return [];
  const people = await tx.person.findMany({
    where: { AND: [{ id: { in: rows.map(({ person_id: id }) => id) } }, peopleVisibleTo(actor)] },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.flatMap(({ id, person_id: personId, on_day: on, waits }) => {
    const name = names.get(personId);
    return name === undefined ? [] : [{ id, personId, name, on: dateToDay(on), waits }];
  });
}
