import { z } from "zod";
import { type Day, dayToDate } from "~/platform/calendar/day";
import { saidDay } from "~/platform/calendar/said-day";
import { type CommandContext, defineCommand, type EventEntry, Problem } from "~/platform/command.server";
import { dayField, resolveDay } from "~/platform/form-days";
import { longText } from "~/platform/form-texts";
import { type Actor, type AreaActor, actorIn } from "../identity/actor";
import { ADMINS_ONLY } from "../identity/admins-only";
import { findAreaLife } from "./area-life.queries.server";
import { type CloseStep, mayStep } from "./lifecycle";

type Context = CommandContext<Actor>;

const command = defineCommand<Actor>();
type Area = NonNullable<Awaited<ReturnType<typeof findAreaLife>>>;
type Subject = { area: Area; stand: AreaActor | null; today: Day };

const LEADS = "A lead of the partnership, or a programme admin, says that an area is to close.";

async function subjectArea(context: Context, { slug }: { slug: string }): Promise<Subject | null> {
  const area = await findAreaLife(context.tx, { slug });
  return area && { area, stand: actorIn(context.actor, slug), today: context.today };
}

function areaEvent({ area, stand }: Subject, data: Record<string, unknown>): EventEntry {
  return {
    subjectId: area.id,
    areaId: area.id,
    relationshipId: null,
    organisationId: stand?.organisationId ?? null,
    side: stand?.side ?? null,
    level: "shared",
    data: { area: area.name, ...data },
  };
}

/** An admin, or who leads the community: it is the partnership's area. */
function mayAsk(actor: Actor, { stand }: Subject): true | string {
  return actor.admin || (stand?.side === "community" && stand.role === "lead") || LEADS;
}

function requireStep(step: CloseStep, { area, today }: Subject): void {
  const may = mayStep(step, area.life, today);
  if (may !== true) throw new Problem({ "": may });
}

const slug = z.string().max(200);

/** Says that an area is to close, and from which day. Recording goes on until a programme admin has confirmed it. */
export const beginClosing = command({
  id: "areas.begin-closing",
  input: z.strictObject({
    slug,
    closesOn: dayField("Enter the day from which it is to be closed"),
    reason: longText("Say in a few words why"),
  }),
  subject: subjectArea,
  allow: mayAsk,
  async run(context, subject, { closesOn: typed, reason }) {
    requireStep("begin", subject);
    const closesOn = resolveDay(typed, context.today);
    if (closesOn < context.today) throw new Problem({ closesOn: "Choose today or a later day" });
    await writeAsked(context, subject, context.today, closesOn);
    return { result: { slug: subject.area.slug }, event: areaEvent(subject, { closesOn, reason }) };
  },
  says: (data) => `said that ${String(data.area)} is to close on ${saidDay(data.closesOn)}`,
});

/** Takes back that an area is to close, before a day is confirmed. */
export const stopClosing = command({
  id: "areas.stop-closing",
  input: z.strictObject({ slug }),
  subject: subjectArea,
  allow: mayAsk,
  async run(context, subject) {
    requireStep("stop", subject);
    await writeAsked(context, subject, null, null);
    return { result: { slug: subject.area.slug }, event: areaEvent(subject, {}) };
  },
  says: (data) => `said that ${String(data.area)} stays open after all`,
});

/** Whichever it is, the same two days are written: an admin by themselves, a lead by the one function they may. */
async function writeAsked({ tx, actor }: Context, { area }: Subject, on: Day | null, wanted: Day | null) {
  if (actor.admin) {
    await writeLife(tx, area, { closingOn: on && dayToDate(on), closesOn: wanted && dayToDate(wanted) });
    return;
  }
  const [row] = await tx.$queryRaw<{ done: boolean }[]>`
    SELECT app.ask_to_close(${area.id}::uuid, ${on}::date, ${wanted}::date) AS done`;
  if (!row?.done) throw new Problem({ "": "Somebody else has changed this meanwhile. Look again." });
}

type LifeColumns = Partial<Record<"closingOn" | "closesOn" | "closedOn" | "legacyOn", Date | null>>;

async function writeLife(
  tx: Context["tx"],
  area: Pick<Area, "id" | "revision">,
  data: LifeColumns & { stewardId?: string | null },
): Promise<void> {
  const { count } = await tx.area.updateMany({
    where: { id: area.id, revision: area.revision },
    data: { ...data, revision: { increment: 1 } },
  });
  if (count === 0) throw new Problem({ "": "Somebody else has changed this meanwhile. Look again." });
}

const STEWARDS = ["partnership", "council", "lto", "agency", "programme"] as const;

/** Who looks after a closed area must be somebody of the register, and not the partnership that closes. */
async function requireSteward({ tx }: Context, area: Area, stewardId: string): Promise<string> {
  const found = await tx.organisation.findFirst({
    where: {
      id: stewardId,
      areaId: null,
      kinds: { hasSome: [...STEWARDS] },
      NOT: { partnershipOf: { id: area.id } },
    },
    select: { name: true },
  });
  if (!found) throw new Problem({ stewardId: "Choose an organisation that goes on" });
  return found.name;
}

const stewardId = z.uuid({ error: "Choose who looks after it" });

/** Confirms from which day an area is closed, and who looks after what stays. */
export const confirmClosing = command({
  id: "areas.confirm-closing",
  input: z.strictObject({ slug, closedOn: dayField("Enter the first day on which it is closed"), stewardId }),
  subject: subjectArea,
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run(context, subject, input) {
    const { area } = subject;
    requireStep("confirm", subject);
    const closedOn = resolveDay(input.closedOn, context.today);
    if (closedOn < context.today) throw new Problem({ closedOn: "Choose today or a later day" });
    const steward = await requireSteward(context, area, input.stewardId);
    await writeLife(context.tx, area, { closedOn: dayToDate(closedOn), stewardId: input.stewardId });
    return { result: { slug: area.slug }, event: areaEvent(subject, { closedOn, steward }) };
  },
  says: (data) =>
    `confirmed that ${String(data.area)} closes on ${saidDay(data.closedOn)}; ${String(data.steward)} looks after it`,
});

/** Names another steward of an area that closes or is closed. */
export const nameSteward = command({
  id: "areas.name-steward",
  input: z.strictObject({ slug, stewardId }),
  subject: subjectArea,
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run(context, subject, input) {
    const { area } = subject;
    if (area.life.closedOn === null)
      throw new Problem({ "": "The day on which it closes is not confirmed yet." });
    const steward = await requireSteward(context, area, input.stewardId);
    await writeLife(context.tx, area, { stewardId: input.stewardId });
    return { result: { slug: area.slug }, event: areaEvent(subject, { steward }) };
  },
  says: (data) => `named ${String(data.steward)} as the steward of ${String(data.area)}`,
});

/** Keeps a closed area as a legacy from today: what it left behind, to look up. */
export const makeLegacy = command({
  id: "areas.make-legacy",
  input: z.strictObject({ slug }),
  subject: subjectArea,
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run(context, subject) {
    requireStep("make-legacy", subject);
    await writeLife(context.tx, subject.area, { legacyOn: dayToDate(context.today) });
    return { result: { slug: subject.area.slug }, event: areaEvent(subject, { on: context.today }) };
  },
  says: (data) => `kept ${String(data.area)} as a legacy`,
});

/** Opens an area again, with the reason: everybody has the role they had. */
export const reopenArea = command({
  id: "areas.reopen",
  input: z.strictObject({ slug, reason: longText("Say why it opens again") }),
  subject: subjectArea,
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run(context, subject, { reason }) {
    const { area } = subject;
    requireStep("reopen", subject);
    await writeLife(context.tx, area, { closingOn: null, closesOn: null, closedOn: null, legacyOn: null });
    return { result: { slug: area.slug }, event: areaEvent(subject, { before: area.life, reason }) };
  },
  says: (data) => `opened ${String(data.area)} again: ${String(data.reason)}`,
});
