import type { Evidence } from "~/features/actions/evidence";
import type { MeetingSeen, PostSeen } from "~/features/actions/records-seen";
import type { HandoverSeen } from "~/features/handovers/handover-seen";
import { STILL_DAYS } from "~/features/handovers/handover-seen";
import { findHandoversSeen } from "~/features/handovers/handovers-seen.queries.server";
import { type AreaActor, councilNow, isAbout } from "~/features/identity/actor";
import { findWishes } from "~/features/people/assessments.queries.server";
import { postsVisibleTo } from "~/features/people/people.queries.server";
import { dayText, dayOf as scoringDay } from "~/features/scoring/day";
import type { Fact } from "~/features/scoring/facts";
import { addDays, type Day, dayToDate } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { periodsSeen } from "./action-evidence-entries.server";
import { plansOf } from "./action-evidence-plans.server";
import { pulseSeen } from "./action-evidence-pulse.server";
import {
  type Asked,
  dayOrNull,
  LOOK_BACK,
  meetingsSeen,
  promisesSeen,
  recordsOf,
  registersOf,
  requestsSeen,
} from "./action-evidence-records.server";
import { emit } from "./emitters";
import { findOpenItems } from "./open-items.server";
import { findFacts, findStanding, type Standing, sourceOf } from "./score-store.server";

/** What the score of a relationship is made from and where it stands, and between whom, where that has been read already. */
export type Scored = { facts: readonly Fact[]; standing: Standing; tie?: Tie };
type Tie = { startsOn: Day | null; council: string };

/** Everything the rules read about one relationship, as far as this actor's side sees it; null: none of theirs. */
export async function findEvidence(
  tx: Tx,
  actor: AreaActor,
  relationshipId: string,
  today: Day,
  scored?: Scored,
): Promise<Evidence | null> {
  const asked = { tx, actor, relationshipId, today };
  const stand = actor.relationships.find(({ id }) => id === relationshipId);
  if (!stand) return null;
  const { startsOn, council } = scored?.tie ?? (await findTie(asked));
  const { first, of } = await registersOf(asked);
  const facts = scored?.facts ?? (await findFacts(tx, relationshipId));
  const standing = scored?.standing ?? (await findStanding(tx, relationshipId, today, facts));
  const meetings = await of("meeting", meetingsSeen);
  const plans = await plansOf(of);
  return {
    council,
    since: startsOn ?? first.all,
    firstRecordOn: first.all,
    sharedDays: { since: startsOn ?? first.shared, firstRecordOn: first.shared },
    lastContact: lastContactOf(facts, meetings, today),
    meetings,
    promises: await of("commitment", promisesSeen),
    requests: await of("request", requestsSeen),
    posts: await postsSeen(asked, stand.councilId),
    handovers: await of("handover", handoversSeen),
    ...plans,
    periods: await periodsSeen(asked, stand.councilId, plans),
    organisations: await organisationsOf(asked),
    rhythm: (await of("rhythm", rhythmSeen))[0] ?? null,
    ...(await findWishes(tx, actor)),
    ...(await pulseSeen(asked, standing.figures, facts)),
    facts,
  };
}

async function findTie({ tx, relationshipId }: Asked): Promise<Tie> {
  const { startsOn, council } = await tx.relationship.findUniqueOrThrow({
    where: { id: relationshipId },
    select: { startsOn: true, council: { select: { shortName: true } } },
  });
  return { startsOn: dayOrNull(startsOn), council: council.shortName };
}

async function postsSeen(
  { tx, actor, relationshipId, today }: Asked,
  councilId: string,
): Promise<PostSeen[]> {
  const from = dayToDate(addDays(today, -LOOK_BACK));
  const taken = actor.relationships.filter(({ heldBy }) => heldBy === relationshipId);
  const councils = [councilId, ...taken.map((tie) => tie.councilId)];
  const rows = await tx.appointment.findMany({
    where: {
      AND: [
        postsVisibleTo(actor),
        { person: { erasedAt: null } },
        { OR: [{ endsOn: null }, { endsOn: { gte: from } }, { isLead: true, leadFilledOn: null }] },
        {
          OR: [
            { organisationId: { in: councils } },
            { NOT: { organisation: { kinds: { has: "council" } } } },
          ],
        },
      ],
    },
    include: { person: { select: { name: true } } },
  });
  return rows.map((row) => ({
    id: row.id,
    personId: row.personId,
    name: row.person.name,
    organisationId: councilNow(actor, row.organisationId),
    side: councils.includes(row.organisationId) ? ("council" as const) : ("community" as const),
    level: row.level,
    role: row.role,
    topic: row.topic,
    cabinet: row.role === "cabinet-member" || row.cabinetPost !== null,
    isLead: row.isLead && isAbout(actor, row.relationshipId, relationshipId),
    leadFilledOn: dayOrNull(row.leadFilledOn),
    checkedOn: dayOrNull(row.checkedOn),
    startsOn: dayOrNull(row.startsOn),
    endsOn: dayOrNull(row.endsOn),
  }));
}

/** The handovers, each with what moved, has been still for long, and is open with who follows. */
async function handoversSeen({ tx, actor, relationshipId, today }: Asked): Promise<HandoverSeen[]> {
  const from = addDays(today, -STILL_DAYS);
  const seen: HandoverSeen[] = [];
  for (const handover of await findHandoversSeen(tx, actor, relationshipId)) {
    const still = handover.items.filter(({ stillSince }) => stillSince < from);
    const personId = handover.incomingId;
    const held = personId && still.length > 0 ? { personId, relationshipId } : null;
    const open = held ? await findOpenItems({ tx, actor, today }, held) : [];
    seen.push({ ...handover, items: still.filter(({ id }) => open.some((item) => item.id === id)) });
  }
  return seen;
}

async function organisationsOf({ tx, actor, today }: Asked): Promise<Evidence["organisations"]> {
  return tx.organisation.findMany({
    where: {
      areaId: actor.areaId,
      kinds: { hasSome: ["parish_council", "resident_group", "lto"] },
      OR: [{ endsOn: null }, { endsOn: { gt: dayToDate(today) } }],
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

/** How often the two agreed to meet, as last agreed; none: they have not. */
async function rhythmSeen(asked: Asked): Promise<NonNullable<Evidence["rhythm"]>[]> {
  const row = await asked.tx.record.findFirst({
    where: {
      AND: [
        recordsOf(asked, "rhythm"),
        { OR: [{ contestedOn: null }, { settledOn: { not: null } }] },
        { rhythm: { agreedByCouncilOn: { not: null }, agreedByCommunityOn: { not: null } } },
      ],
    },
    orderBy: [{ occurredOn: "desc" }, { id: "desc" }],
    select: { id: true, rhythm: { select: { idealGapDays: true, longestGapDays: true } } },
  });
  return row?.rhythm ? [{ id: row.id, ...row.rhythm }] : [];
}

/** The last contact of any kind that the score knows of, or a meeting that it does not know yet. */
function lastContactOf(
  facts: readonly Fact[],
  meetings: readonly MeetingSeen[],
  today: Day,
): Evidence["lastContact"] {
  const signals = facts.flatMap((fact) => emit(fact, scoringDay(today)));
  const contacts = [
    ...signals.flatMap((one) =>
      one.kind === "contact" ? [{ id: sourceOf(one.record), on: dayText(one.on) as Day }] : [],
    ),
    ...meetings.filter(({ contact, shared }) => contact && shared).map(({ id, on }) => ({ id, on })),
  ].filter(({ on }) => on <= today);
  return contacts.sort((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))[0] ?? null;
}
