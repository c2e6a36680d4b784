import { STATE_WORDS as MOU_WORDS } from "~/features/agreements/mou.transitions";
import { findMous } from "~/features/agreements/mous.queries.server";
import { STAGE_WORDS } from "~/features/aims/aim-words";
import { findAims } from "~/features/aims/aims.queries.server";
import { STATE_WORDS as PROMISE_WORDS } from "~/features/commitments/commitment-words";
import { findOpenCommitments } from "~/features/commitments/commitments.queries.server";
import { type BriefLine, type BriefSection, briefLine } from "~/features/handovers/brief";
import { type AreaActor, councilNow, isAbout, type Side } from "~/features/identity/actor";
import { findLeads } from "~/features/people/leads.queries.server";
import { findPeopleOf } from "~/features/people/people.queries.server";
import { roleLabel } from "~/features/people/person";
import { findMilestoneLines } from "~/features/projects/milestones.queries.server";
import { bearerName } from "~/features/projects/project-words";
import { visibleTo } from "~/features/records/record.queries.server";
import { findOpenRequests } from "~/features/requests/request.queries.server";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { recordHref } from "./record-href";

/** What a brief is made for: whose relationship, how its sides are called, by whom it is read. */
export type BriefPlace = {
  tx: Tx;
  actor: AreaActor;
  today: Day;
  relationshipId: string | null;
  sides: Record<Side, string>;
};

const SIDES = ["community", "council"] as const;

const first = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Days past the day, in words; null before it. */
export function pastWords(days: number, what = "day"): string | null {
  return days > 0 ? `${plural(days, what)} past its day` : null;
}

/** Who is who, on each side: whom to turn to first. */
export async function whoIsWho({
  tx,
  actor,
  today,
  relationshipId,
  sides,
}: BriefPlace): Promise<BriefSection[]> {
  const about = actor.relationships.find(({ id }) => id === relationshipId);
  const people = (await findPeopleOf(tx, actor, today)).filter(
    ({ side, organisationId }) =>
      side === "community" || !about || organisationId === councilNow(actor, about.councilId),
  );
  const leads = (await findLeads(tx, actor, today)).map(({ lead }) => lead?.personId);
  const line = ({ id, name, role, organisation }: (typeof people)[number]) =>
    briefLine(id, `/areas/${actor.areaSlug}/people/${id}`, name, [
      roleLabel(role),
      organisation,
      leads.includes(id) && "the person to turn to",
    ]);
  return SIDES.map((side) => ({
    id: `who-${side}`,
    title: `Who is who: ${sides[side]}`,
    lines: people
      .filter((person) => person.side === side)
      .toSorted((a, b) => Number(leads.includes(b.id)) - Number(leads.includes(a.id)))
      .map(line),
    empty: "Nobody is listed on this side.",
  }));
}

/** What each side wants. */
export async function aimsOfEach({
  tx,
  actor,
  today,
  relationshipId,
  sides,
}: BriefPlace): Promise<BriefSection[]> {
  const council = actor.relationships.find(({ id }) => id === relationshipId)?.councilSlug;
  const sections: BriefSection[] = [];
  for (const side of SIDES) {
    const { aims } = await findAims(tx, actor, { owner: side, council, page: 1 }, today);
    sections.push({
      id: `aims-${side}`,
      title: `What ${sides[side]} ${council === undefined && side === "council" ? "want" : "wants"}`,
      lines: aims.map(({ id, title, corrected, stage, belief }) =>
        briefLine(id, recordHref("aim", actor.areaSlug, id), corrected ?? title, [
          belief && "As the other side sees it",
          STAGE_WORDS[stage],
        ]),
      ),
      empty: "No aims are written down.",
    });
  }
  return sections;
}

/** What each side promised the other and is open: the register's own. */
export async function promisesBothWays(place: BriefPlace): Promise<BriefSection[]> {
  const { tx, actor, today, relationshipId, sides } = place;
  const open = await findOpenCommitments(tx, actor, today, relationshipId ? { relationshipId } : {});
  return SIDES.map((side) => ({
    id: `promises-${side}`,
    title: `${first(sides[side])} promised, and it is open`,
    lines: open
      .filter(({ bySide }) => bySide === side)
      .map(({ id, title, byPerson, dueOn, daysPast, state }) =>
        briefLine(id, recordHref("commitment", actor.areaSlug, id), title, [
          byPerson,
          `by ${formatDay(dueOn)}`,
          pastWords(daysPast),
          state !== "open" && PROMISE_WORDS[state].tag,
        ]),
      ),
    empty: "Nothing is promised and open on this side.",
  }));
}

/** What was agreed in writing, and how it stands. */
export async function agreementsOf({ tx, actor, today, relationshipId }: BriefPlace): Promise<BriefSection> {
  const council = actor.relationships.find(({ id }) => id === relationshipId)?.councilSlug;
  const { mous } = await findMous(tx, actor, { view: "current", council, page: 1 }, today);
  return {
    id: "agreements",
    title: "The written agreement",
    lines: mous.map(({ id, title, state, overOn, reviewOn, reviewIsDue }) =>
      briefLine(id, recordHref("mou", actor.areaSlug, id), title, [
        MOU_WORDS[state],
        overOn && `Over on ${formatDay(overOn)}`,
        reviewOn && `${reviewIsDue ? "Its review is due: " : "Read again by "}${formatDay(reviewOn)}`,
      ]),
    ),
    empty: "There is no written agreement.",
  };
}

/** The milestones ahead, and those past their day. */
export async function milestonesAhead({
  tx,
  actor,
  today,
  relationshipId,
  sides,
}: BriefPlace): Promise<BriefSection> {
  const all = await findMilestoneLines(tx, visibleTo(actor), today);
  const lines: BriefLine[] = all
    .filter(({ state }) => state === "planned")
    .filter((one) => !relationshipId || isAbout(actor, one.relationshipId, relationshipId))
    .map(({ id, title, owner, dueOn, daysPast }) =>
      briefLine(id, recordHref("milestone", actor.areaSlug, id), title, [
        `For ${bearerName(owner, sides)} to do`,
        `by ${formatDay(dueOn)}`,
        pastWords(daysPast),
      ]),
    );
  return { id: "milestones", title: "Milestones", lines, empty: "No milestone is open." };
}

/** The requests that wait for an answer, or for a word on one. */
export async function requestsWaiting({
  tx,
  actor,
  today,
  relationshipId,
  sides,
}: BriefPlace): Promise<BriefSection> {
  const open = await findOpenRequests(tx, actor, today, relationshipId ? { relationshipId } : {});
  return {
    id: "requests",
    title: "Requests waiting",
    lines: open.map(({ id, title, toSide, targetOn, answered, pastTarget }) =>
      briefLine(id, recordHref("request", actor.areaSlug, id), title, [
        `Asked of ${sides[toSide]}`,
        answered
          ? "Answered: the other side has not said yet how straight"
          : `answer wanted by ${formatDay(targetOn)}`,
        !answered && pastWords(pastTarget, "working day"),
      ]),
    ),
    empty: "No request is waiting.",
  };
}
