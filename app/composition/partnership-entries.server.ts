import { href } from "react-router";
import { evidenceSelect, toEntry } from "~/features/evidence/evidence-rows.server";
import type { EvidenceKind } from "~/features/evidence/kind";
import { influencingActivity } from "~/features/evidence/kinds/influencing-activity";
import { legacyStep } from "~/features/evidence/kinds/legacy-step";
import type { AreaActor } from "~/features/identity/actor";
import {
  type Influencing,
  judgeInfluencing,
  type Leverage,
  sumLeverage,
} from "~/features/partnership/balance";
import type { Member } from "~/features/partnership/line";
import type { Programme } from "~/features/partnership/programme";
import { roleLabel } from "~/features/people/person";
import { baseSelect, toBase, visibleTo } from "~/features/records/record.queries.server";
import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

const YEAR = 365;

async function findEntries(tx: Tx, actor: AreaActor, kind: string) {
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "evidence", evidence: { kind } }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: { ...baseSelect, evidence: { select: evidenceSelect } },
  });
  return rows.flatMap(({ evidence, ...row }) => {
    if (evidence === null) return [];
    const base = toBase(row);
    return [{ base, values: toEntry(evidence, base).values }];
  });
}

/** An answer of a choice in words. */
function wordOf({ fields }: EvidenceKind, name: string, value: unknown): string {
  const field = fields[name];
  return field?.type === "choice" ? (field.options[String(value)] ?? "") : "";
}

/** What the partnership did to change decisions, among all that it wrote down that it did. */
export async function findInfluencing(tx: Tx, actor: AreaActor, programme: Programme, today: Day) {
  const entries = await findEntries(tx, actor, influencingActivity.id);
  const own = entries.filter(({ base }) => base.organisationId === actor.organisationId);
  const done: Influencing[] = own.map(({ base: { id, title, occurredOn }, values }) => ({
    id,
    title,
    on: occurredOn,
    inPlan: values.inPlan === true,
    manner: wordOf(influencingActivity, "manner", values.manner),
  }));
  const from = dayToDate(addDays(today, -programme.influencing.days));
  const activities = await tx.record.findMany({
    where: {
      AND: [
        visibleTo(actor),
        {
          organisationId: actor.organisationId,
          kind: { in: ["evidence", "meeting"] },
          occurredOn: { gte: from },
        },
      ],
    },
    select: { occurredOn: true },
  });
  const days = activities.map(({ occurredOn }) => dateToDay(occurredOn));
  return judgeInfluencing(done, days, programme, today);
}

const numberOr = (value: unknown) => (typeof value === "number" ? value : null);

/** Money that drew in more and steps towards what lasts: what both sides wrote down of them. */
export async function findLegacy(tx: Tx, actor: AreaActor) {
  const toHref = (id: string) => href("/areas/:area/evidence/:id", { area: actor.areaSlug, id });
  const money = await findEntries(tx, actor, "leverage");
  const leverage: (Leverage & { href: string })[] = money.map(
    ({ base: { id, title, occurredOn }, values }) => ({
      id,
      title,
      on: occurredOn,
      own: numberOr(values.own),
      drawn: numberOr(values.drawn),
      from: typeof values.from === "string" ? values.from : null,
      href: toHref(id),
    }),
  );
  const steps = (await findEntries(tx, actor, legacyStep.id)).map(({ base, values }) => ({
    id: base.id,
    title: base.title,
    on: base.occurredOn,
    form: wordOf(legacyStep, "form", values.form),
    href: toHref(base.id),
  }));
  return { leverage, sums: sumLeverage(leverage), steps };
}

/** In which capacity members with a public office came to meetings of the last year. */
export async function findCapacities(tx: Tx, actor: AreaActor, members: readonly Member[], today: Day) {
  const holders = members.filter(({ publicOffice }) => publicOffice !== null);
  const ids = holders.flatMap(({ personId }) => personId ?? []);
  const meetings = ids.length === 0 ? [] : await findMeetingsOf(tx, actor, ids, today);
  return holders.map(({ name, publicOffice, personId }) => ({
    member: name,
    publicOffice: publicOffice ?? "",
    linked: personId !== null,
    meetings: meetings.filter((one) => one.personId === personId),
  }));
}

async function findMeetingsOf(tx: Tx, actor: AreaActor, people: string[], today: Day) {
  const came = { personId: { in: people }, attendance: "attended" as const };
  const days = { gte: dayToDate(addDays(today, -YEAR)), lte: dayToDate(today) };
  const held = { status: "held" as const, attendances: { some: came } };
  const rows = await tx.record.findMany({
    where: { AND: [visibleTo(actor), { kind: "meeting", occurredOn: days, meeting: held }] },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: {
      id: true,
      title: true,
      occurredOn: true,
      meeting: {
        select: { attendances: { where: came, select: { personId: true, capacity: true, side: true } } },
      },
    },
  });
  return rows.flatMap(({ id, title, occurredOn, meeting }) =>
    (meeting?.attendances ?? []).map(({ personId, capacity, side }) => ({
      id,
      title,
      personId,
      on: dateToDay(occurredOn),
      capacity: roleLabel(capacity),
      forUs: side === "community",
      href: href("/areas/:area/meetings/:id", { area: actor.areaSlug, id }),
    })),
  );
}
