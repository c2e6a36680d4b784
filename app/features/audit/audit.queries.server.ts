import { addDays, type Day, startOfDay } from "~/platform/calendar/day";
import type { Prisma, Tx } from "~/platform/db.server";
import { resolveDay } from "~/platform/form-days";
import { type AreaActor, ownOrganisations } from "../identity/actor";
import { COMMANDS_OF } from "./audit";
import type { AuditFilter } from "./audit-filter";

export const ENTRIES_A_PAGE = 50;
/** As many as one spreadsheet takes: the newest. */
export const ENTRIES_A_FILE = 5_000;

const select = {
  id: true,
  at: true,
  principal: true,
  actorId: true,
  command: true,
  areaId: true,
  organisationId: true,
  level: true,
  subjectId: true,
  data: true,
  clientAddress: true,
  browser: true,
  via: true,
} satisfies Prisma.EventSelect;

export type AuditRow = Prisma.EventGetPayload<{ select: typeof select }>;

/** The log of an area as its reader may see it: of their relationships and of all, what is shared, their side's, and their own. */
export function ofArea(actor: AreaActor): Prisma.EventWhereInput {
  return {
    areaId: actor.areaId,
    AND: {
      OR: [{ relationshipId: null }, { relationshipId: { in: actor.relationships.map(({ id }) => id) } }],
    },
    OR: [
      { level: "shared" },
      { level: "side", organisationId: { in: ownOrganisations(actor) } },
      { level: "personal", actorId: actor.userId },
    ],
  };
}

/** What of the log is an admin's to read: what is of no area, and what happened to areas and around them. */
export function ofPlace(): Prisma.EventWhereInput {
  const starts = (startsWith: string) => ({ command: { startsWith } });
  return { OR: [{ areaId: null }, starts("access."), starts("areas."), starts("break-glass.")] };
}

function narrowed(filter: AuditFilter, today: Day): Prisma.EventWhereInput[] {
  const { what, who, kind, record, from, to } = filter;
  const found: Prisma.EventWhereInput[] = [];
  if (what) found.push({ OR: COMMANDS_OF[what].map((command) => ({ command })) });
  if (who) found.push({ actorId: who });
  if (kind) found.push({ data: { path: ["kind"], equals: kind } });
  if (record) found.push({ subjectId: record });
  const [first, last] = [from, to].map((day) => day && resolveDay(day, today));
  // Nothing was written before, and no instant of the database is as early as the first days there are.
  if (first && first > "1900-01-01") found.push({ at: { gte: startOfDay(first) } });
  // After the last day there is none.
  if (last && last < "9999-12-31") found.push({ at: { lt: startOfDay(addDays(last, 1)) } });
  return found;
}

type Whole = { rows: AuditRow[]; count: number; page: number; pages: number };

/** A page of the log, the newest first. */
export async function findAudit(
  tx: Tx,
  within: Prisma.EventWhereInput,
  filter: AuditFilter,
  today: Day,
): Promise<Whole> {
  const where = { AND: [within, ...narrowed(filter, today)] };
  const count = await tx.event.count({ where });
  const pages = Math.max(1, Math.ceil(count / ENTRIES_A_PAGE));
  const page = Math.min(filter.page, pages);
  const rows = await rowsOf(tx, where, (page - 1) * ENTRIES_A_PAGE, ENTRIES_A_PAGE);
  return { rows, count, page, pages };
}

/** The same for a spreadsheet: all of it, up to what one takes. */
export async function findAuditFile(
  tx: Tx,
  within: Prisma.EventWhereInput,
  filter: AuditFilter,
  today: Day,
): Promise<AuditRow[]> {
  return rowsOf(tx, { AND: [within, ...narrowed(filter, today)] }, 0, ENTRIES_A_FILE);
}

function rowsOf(tx: Tx, where: Prisma.EventWhereInput, skip: number, take: number) {
  return tx.event.findMany({ where, orderBy: [{ at: "desc" }, { id: "desc" }], skip, take, select });
}

/** Whoever the log names, to choose from. */
export async function findActors(tx: Tx, within: Prisma.EventWhereInput): Promise<string[]> {
  const where = { AND: [within, { actorId: { not: null } }] };
  const rows = await tx.event.groupBy({ by: ["actorId"], where });
  return rows.flatMap(({ actorId }) => actorId ?? []);
}
