import { z } from "zod";
import { dayToDate } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";
import { type CommandContext, defineCommand, type Outcome, Problem } from "~/platform/command.server";
import { toJson } from "~/platform/json-column.server";
import { type Actor, mayWrite } from "../identity/actor";
import { applyAreas } from "./apply-areas.server";
import { applyCouncils } from "./apply-councils.server";
import { applyPeople } from "./apply-people.server";
import type { AreaRow } from "./areas-plan";
import type { CouncillorRow } from "./councillor";
import type { CouncilRow } from "./councils-plan";
import { countSteps, type ImportCounts, type ImportStep, type ImportWhat, type UndoStep } from "./import";
import { findCouncil, findLeadsTouched } from "./imports.queries.server";
import { planAreaRows, planCouncilRows, planPeopleRows } from "./plan-file.server";
import type { Located, Reading } from "./problem";
import { problemWords } from "./report";

const command = defineCommand<Actor>();
type Context = CommandContext<Actor>;
type Done = { importId: string; counts: ImportCounts };

const file = {
  fileName: z.string().min(1).max(200),
  /** Of the file's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
};
/** Rows come from this feature's readers, which have checked every cell. */
const rowsOf = <T>() => z.custom<readonly Located<T>[]>((rows) => Array.isArray(rows) && rows.length > 0);

const ADMINS = "Only a programme admin can import areas and councils.";

/** Makes the register of councils say what a file says. */
export const importCouncils = command({
  id: "imports.councils",
  input: z.strictObject({ ...file, rows: rowsOf<CouncilRow>() }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS,
  async run(context, _, { rows, ...source }) {
    const plan = planned(await planCouncilRows(context.tx, rows));
    return carryOut(context, { what: "councils", ...source }, plan, (importId) =>
      applyCouncils(context.tx, plan, { importId, newId: context.newId }),
    );
  },
  says: (data) => imported("councils", data),
});

/** Makes the areas and their relationships with councils what a file says. */
export const importAreas = command({
  id: "imports.areas",
  input: z.strictObject({ ...file, rows: rowsOf<AreaRow>() }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS,
  async run(context, _, { rows, ...source }) {
    const plan = planned(await planAreaRows(context.tx, rows));
    return carryOut(context, { what: "areas", ...source }, plan, (importId) =>
      applyAreas(context.tx, plan, { importId, newId: context.newId }),
    );
  },
  says: (data) => imported("areas", data),
});

/** Takes a council's own list of its councillors in, as it was on a day. */
export const importPeople = command({
  id: "imports.people",
  input: z.strictObject({
    ...file,
    council: z.string().min(1).max(10),
    on: daySchema,
    fullList: z.boolean(),
    rows: rowsOf<CouncillorRow>(),
  }),
  subject: ({ tx }, { council }) => findCouncil(tx, council),
  allow: (actor, council) =>
    actor.admin ||
    actor.stands.some(
      (stand) => stand.organisationId === council.id && stand.side === "council" && mayWrite(stand),
    ) ||
    "Only the council’s own editors and programme admins can import its councillors.",
  async run(context, council, { rows, fullList, fileName, sha256, on }) {
    const list = { councilId: council.id, on, fullList, today: context.today };
    const plan = planned(await planPeopleRows(context.tx, rows, list));
    const source = { what: "people" as const, fileName, sha256, council, on: dayToDate(on) };
    const listed = rows.map((row) => row.value.externalId);
    return carryOut(context, source, plan, (importId) =>
      applyPeople(context.tx, plan, { councilId: council.id, importId, listed, newId: context.newId }),
    );
  },
  says: (data) => imported(`councillors of ${String(data.council)}`, data),
});

function planned<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw new Problem({ "": reading.problems.map(problemWords) });
}

type Source = {
  what: ImportWhat;
  fileName: string;
  sha256: string;
  council?: { id: string; name: string };
  on?: Date;
};

/** Keeps the import with how to take it back, and carries its plan out, all in the command's transaction. */
async function carryOut(
  context: Context,
  { what, fileName, sha256, council, on }: Source,
  plan: { steps: readonly ImportStep[]; unchanged: number },
  apply: (importId: string) => Promise<UndoStep[]>,
): Promise<Outcome<Done>> {
  const { tx, now, actor, newId } = context;
  const importId = newId();
  const counts = countSteps(plan);
  const organisationId = council?.id ?? null;
  // Kept before its steps are known: the changes it makes name it.
  await tx.import.create({
    data: {
      ...{ id: importId, what, fileName, sha256, organisationId, on: on ?? null, steps: [] },
      ...{ byUserId: actor.userId, appliedAt: now, counts: toJson(counts) },
    },
    select: { id: true },
  });
  const steps = await apply(importId);
  const alsoTouched = await findLeadsTouched(tx, steps);
  await tx.import.updateMany({ where: { id: importId }, data: { steps: toJson(steps) } });
  return {
    result: { importId, counts },
    event: {
      ...{
        subjectId: importId,
        areaId: null,
        relationshipId: null,
        organisationId,
        side: null,
        level: "shared",
      },
      data: { what, fileName, counts, council: council?.name ?? null },
      alsoTouched,
    },
  };
}

function imported(what: string, data: Record<string, unknown>): string {
  return `imported ${what} from ${String(data.fileName)}`;
}
