import { z } from "zod";
import { addDays, type Day, dateToDay, dayToDate } from "~/platform/calendar/day";
import { type EventData, type EventEntry, Problem } from "~/platform/command.server";
import type { Prisma } from "~/platform/db.server";
import { type FormDay, optionalDayField, resolveDay } from "~/platform/form-days";
import { optionalShortText } from "~/platform/form-texts";
import { type AreaActor, councilNow, holderOf, partsOf } from "../identity/actor";
import { type Context, standIn } from "../records/recording.server";
import { type LeadPlace, sideOf } from "./leads.queries.server";
import { postsVisibleTo } from "./people.queries.server";
import { POST_LEVELS, type PostLevel, ROLE_IDS } from "./person";

const levels = Object.keys(POST_LEVELS) as [PostLevel, ...PostLevel[]];

/** What a form says of a post. */
export const postFields = {
  role: z.enum(ROLE_IDS, { error: "Choose a role" }),
  level: z.enum(levels, { error: "Choose a level" }).optional(),
  topic: optionalShortText(),
  ward: optionalShortText(),
  party: optionalShortText(),
  cabinetPost: optionalShortText(),
};

/** The organisation of a post: 'ours', a council's slug, or a local organisation's slug or id. */
export const organisationField = z
  .string({ error: "Choose an organisation" })
  .min(1, { error: "Choose an organisation" })
  .max(100);

/** The day a post began, which may be unknown. */
export const startField = optionalDayField();

/** Days from today beyond which a day of a post is taken for a slip of the pen. */
const FAR_AHEAD = 30 * 366;
const FAR_BACK = 100 * 366;

/** A day of a post as typed, or none; throws Problem beside a year nobody can mean. */
export function postDay<D extends FormDay | null>(
  { today }: Pick<Context, "today">,
  field: "startsOn" | "lastDay",
  typed: D,
): Day | Extract<D, null> {
  if (typed === null) return typed as Extract<D, null>;
  const day = resolveDay(typed, today);
  if (day > addDays(today, FAR_AHEAD) || day < addDays(today, -FAR_BACK))
    throw new Problem({ [field]: "Check the year" });
  return day;
}

/** The organisation a form means: 'ours', a council's slug, or the id of a local organisation; of this area only. */
export async function organisationMeant(context: Context, actor: AreaActor, text: string): Promise<string> {
  if (text === "ours") return actor.organisationId;
  const council = actor.relationships.find((r) => r.councilSlug === text || r.councilId === text);
  if (council) return councilNow(actor, council.councilId);
  const near = await context.tx.organisation.findFirst({
    where: {
      OR: [{ slug: text }, ...(z.uuid().safeParse(text).success ? [{ id: text }] : [])],
      AND: { OR: [{ partnershipOf: { id: actor.areaId } }, { areaId: actor.areaId, mergedIntoId: null }] },
    },
    select: { id: true },
  });
  if (!near) throw new Problem({ organisation: "Choose an organisation of this area" });
  return near.id;
}

const postSelect = {
  id: true,
  personId: true,
  organisationId: true,
  areaId: true,
  relationshipId: true,
  role: true,
  level: true,
  topic: true,
  ward: true,
  party: true,
  cabinetPost: true,
  isLead: true,
  checkedOn: true,
  leadFilledOn: true,
  startsOn: true,
  endsOn: true,
  revision: true,
  person: { select: { name: true } },
  organisation: { select: { shortName: true, kinds: true } },
} satisfies Prisma.AppointmentSelect;

/** A post as the commands of this feature read it. */
export type Post = Prisma.AppointmentGetPayload<{ select: typeof postSelect }>;

/** A post this actor sees in that area, past ones included; null: to them it is not there. */
export async function subjectPost(
  context: Context,
  { area, id }: { area: string; id: string },
): Promise<{ actor: AreaActor; post: Post } | null> {
  const actor = standIn(context, area);
  const post =
    actor &&
    (await context.tx.appointment.findFirst({
      where: { AND: [{ id, person: { erasedAt: null } }, postsVisibleTo(actor)] },
      select: postSelect,
    }));
  return actor && post ? { actor, post } : null;
}

/** Where somebody with a post in that organisation would lead from. */
export function placeOf(
  actor: AreaActor,
  post: { organisationId: string; organisation: { kinds: readonly string[] } },
): LeadPlace {
  const tie = actor.relationships.find((r) => r.councilId === post.organisationId);
  const relationshipId = tie ? holderOf(actor, tie.id) : null;
  return {
    areaId: actor.areaId,
    side: sideOf(post.organisation),
    relationshipId,
    parts: relationshipId === null ? [] : partsOf(actor, relationshipId),
  };
}

/** Whether a post is held on that day (half-open). */
export function isHeld(post: Pick<Post, "startsOn" | "endsOn">, today: Day): boolean {
  const [from, to] = [post.startsOn && dateToDay(post.startsOn), post.endsOn && dateToDay(post.endsOn)];
  return (from === null || from <= today) && (to === null || today < to);
}

/** The event of a write to a post: seen by the council it is of and by the community. */
export function postEvent(
  actor: AreaActor,
  post: Pick<Post, "id" | "organisationId">,
  data: EventData,
  alsoTouched: readonly string[] = [],
): EventEntry {
  return {
    subjectId: post.id,
    areaId: actor.areaId,
    relationshipId: actor.relationships.find((r) => r.councilId === post.organisationId)?.id ?? null,
    organisationId: actor.organisationId,
    side: actor.side,
    level: "shared",
    data,
    alsoTouched,
  };
}

type Change = { what: string; before: string | null; after: string | null };

/** Keeps the old position of somebody's details, dated: a change of name or party is the same person. */
export async function keepChanges(
  context: Context,
  personId: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  await context.tx.personChange.createMany({
    data: changes.map((change) => ({
      id: context.newId(),
      personId,
      on: dayToDate(context.today),
      ...change,
    })),
  });
}

/** What differs between two versions, by its id. */
export function changesBetween<K extends string>(
  keys: readonly K[],
  before: Readonly<Record<K, string | null>>,
  after: Readonly<Record<K, string | null>>,
): Change[] {
  return keys.flatMap((what) =>
    before[what] === after[what] ? [] : [{ what, before: before[what], after: after[what] }],
  );
}
