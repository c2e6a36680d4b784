import { z } from "zod";
import { daySchema } from "~/platform/calendar/day-schema";
import { type CommandContext, defineCommand, type Outcome, Problem } from "~/platform/command.server";
import { type Actor, mayWrite } from "../identity/actor";
import { applyAreas } from "./apply-areas.server";
import { applyCouncils } from "./apply-councils.server";
import { applyPeople } from "./apply-people.server";
import type { AreaRow } from "./areas-plan";
import type { CouncillorRow } from "./councillor";
import type { CouncilRow } from "./councils-plan";
import { countSteps, type ImportCounts, type ImportStep, type UndoStep } from "./import";
import { findCouncil, findLeadsTouched } from "./imports.queries.server";
import { forgetDraft, keepImport, type Source, sourceFields } from "./keep-import.server";
import { planAreaRows, planCouncilRows, planPeopleRows } from "./plan-file.server";
import type { Located, Reading } from "./problem";
import { problemWords } from "./report";

const command = defineCommand<Actor>();
type Context = CommandContext<Actor>;
type Done = { importId: string; counts: ImportCounts };

/** Rows come from this feature's readers, which have checked every cell. */
const rowsOf = <T>() => z.custom<readonly Located<T>[]>((rows) => Array.isArray(rows) && rows.length > 0);

const ADMINS = "Only a programme admin can import areas and councils.";

/** Makes the register of councils say what a file says. */
export const importCouncils = command({
  id: "imports.councils",
  input: z.strictObject({ ...sourceFields, rows: rowsOf<CouncilRow>() }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS,
  async run(context, _, { rows, draft, ...source }) {
    await forgetDraft(context, draft);
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
  input: z.strictObject({ ...sourceFields, rows: rowsOf<AreaRow>() }),
  subject: async () => ({}),
  allow: (actor) => actor.admin || ADMINS,
  async run(context, _, { rows, draft, ...source }) {
    await forgetDraft(context, draft);
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
    ...sourceFields,
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
  async run(context, council, { rows, draft, fullList, council: _, on, ...file }) {
    await forgetDraft(context, draft);
    const list = { councilId: council.id, on, fullList, today: context.today };
    const plan = planned(await planPeopleRows(context.tx, rows, list));
    const listed = rows.map((row) => row.value.externalId);
    return carryOut(context, { what: "people", ...file, council, on }, plan, (importId) =>
      applyPeople(context.tx, plan, { councilId: council.id, importId, listed, newId: context.newId }),
    );
  },
  says: (data) => imported(`councillors of ${String(data.council)}`, data),
});

function planned<T>(reading: Reading<T>): T {
  if (reading.ok) return reading.value;
  throw new Problem({ "": reading.problems.map(problemWords) });
}

/** Keeps the import with how to take it back, and carries its plan out, all in the command's transaction. */
async function carryOut(
  context: Context,
  {
    council,
    ...source
  }: Omit<Source, "areaId" | "organisationId"> & { council?: { id: string; name: string } },
  plan: { steps: readonly ImportStep[]; unchanged: number },
  apply: (importId: string) => Promise<UndoStep[]>,
): Promise<Outcome<Done>> {
  const organisationId = council?.id ?? null;
  const counts = countSteps(plan);
  const { importId, steps } = await keepImport(
    context,
    { ...source, organisationId, areaId: null },
    counts,
    apply,
  );
  const { what, fileName } = source;
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
      alsoTouched: await findLeadsTouched(context.tx, steps),
    },
  };
}

function imported(what: string, data: Record<string, unknown>): string {
  return `imported ${what} from ${String(data.fileName)}`;
}
