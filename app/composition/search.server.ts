import { href } from "react-router";
import { type Actor, type AreaActor, actorIn } from "~/features/identity/actor";
import { ORGANISATION_KINDS } from "~/features/organisations/organisation";
import { roleLabel } from "~/features/people/person";
import { KIND_WORDS, LEVEL_WORDS, type RecordBase } from "~/features/records/record";
import { searchOrganisations, searchPeople, searchRecords } from "~/features/search/search.queries.server";
import type { SearchQuestion } from "~/features/search/search-question";
import type { SearchFound, SearchHit } from "~/features/search/search-views";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { formatDay } from "~/ui/format-date";
import { recordHref } from "./record-href";

type Areas = ReadonlyMap<string, { slug: string; name: string }>;

/** Everything that holds the words and that this actor may see, in all the areas they stand in. */
export async function search(
  tx: Tx,
  actor: Actor,
  question: SearchQuestion,
  today: Day,
): Promise<SearchFound> {
  const actors = actor.stands.flatMap(({ areaSlug }) => actorIn(actor, areaSlug) ?? []);
  if (question.words.length === 0 || actors.length === 0)
    return { organisations: [], people: [], records: [], count: 0, page: 1, pages: 1 };
  const ids = actors.map(({ areaId }) => areaId);
  const rows = await tx.area.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true },
  });
  const areas: Areas = new Map(rows.map(({ id, ...area }) => [id, area]));
  const { records, ...found } = await searchRecords(tx, actors, question);
  const people: SearchHit[] = [];
  const organisations = found.page === 1 ? await searchOrganisations(tx, ids, question.words) : [];
  // Whoever goes on to the next page looks for a record.
  if (found.page === 1)
    for (const one of actors)
      for (const person of await searchPeople(tx, one, question.words, today))
        people.push(toPersonHit(person, one, areas));
  return {
    ...found,
    organisations: organisations.map(toOrganisationHit),
    people,
    records: records.map((record) => toRecordHit(record, areas)),
  };
}

function toRecordHit({ id, kind, areaId, title, occurredOn, level }: RecordBase, areas: Areas): SearchHit {
  const area = areas.get(areaId);
  const own = level === "shared" ? [] : [LEVEL_WORDS[level]];
  const facts = [KIND_WORDS[kind].one, formatDay(occurredOn), area?.name ?? "", ...own];
  return { id, title, href: recordHref(kind, area?.slug ?? "", id), facts };
}

type Organisation = Awaited<ReturnType<typeof searchOrganisations>>[number];

function toOrganisationHit({ slug, name, kinds }: Organisation): SearchHit {
  const facts = [kinds.map((kind) => ORGANISATION_KINDS[kind]).join(", ")];
  return { id: slug, title: name, href: href("/organisations/:id", { id: slug }), facts };
}

type Person = Awaited<ReturnType<typeof searchPeople>>[number];

function toPersonHit({ id, name, post }: Person, { areaId, areaSlug }: AreaActor, areas: Areas): SearchHit {
  const does = post ? `${roleLabel(post.role)}, ${post.organisation}` : "Holds no post today";
  const facts = [does, areas.get(areaId)?.name ?? ""];
  // One person is met in several areas: each is a line of its own.
  return {
    id: `${id} ${areaSlug}`,
    title: name,
    href: href("/areas/:area/people/:id", { area: areaSlug, id }),
    facts,
  };
}
