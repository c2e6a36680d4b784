import { href } from "react-router";
import { type Actor, actorIn } from "~/features/identity/actor";
import { roleLabel } from "~/features/people/person";
import { KIND_WORDS, LEVEL_WORDS } from "~/features/records/record";
import { searchPeople, searchRecords } from "~/features/search/search.queries.server";
import type { SearchQuestion } from "~/features/search/search-question";
import type { SearchFound, SearchHit } from "~/features/search/search-views";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { formatDay } from "~/ui/format-date";
import { recordHref } from "./record-href";

/** Everything that holds the words and that this actor may see, in all the areas they stand in. */
export async function search(
  tx: Tx,
  actor: Actor,
  question: SearchQuestion,
  today: Day,
): Promise<SearchFound> {
  const actors = actor.stands.flatMap(({ areaSlug }) => actorIn(actor, areaSlug) ?? []);
  if (question.words.length === 0 || actors.length === 0)
    return { people: [], records: [], count: 0, page: 1, pages: 1 };
  const names = new Map(
    (
      await tx.area.findMany({
        where: { id: { in: actors.map(({ areaId }) => areaId) } },
        select: { id: true, name: true },
      })
    ).map(({ id, name }) => [id, name]),
  );
  const places = new Map(actors.map((one) => [one.areaId, one.areaSlug]));
  const found = await searchRecords(tx, actors, question);
  const records = found.records.map(
    ({ id, kind, areaId, title, occurredOn, level }): SearchHit => ({
      ...{ id, title, href: recordHref(kind, places.get(areaId) ?? "", id) },
      facts: [
        KIND_WORDS[kind].one,
        formatDay(occurredOn),
        names.get(areaId) ?? "",
        ...(level === "shared" ? [] : [LEVEL_WORDS[level]]),
      ],
    }),
  );
  const people: SearchHit[] = [];
  if (found.page === 1)
    for (const one of actors)
      for (const { id, name, post } of await searchPeople(tx, one, question.words, today)) {
        const facts = [
          ...(post ? [`${roleLabel(post.role)}, ${post.organisation.shortName}`] : ["Holds no post today"]),
          names.get(one.areaId) ?? "",
        ];
        people.push({
          id,
          title: name,
          href: href("/areas/:area/people/:id", { area: one.areaSlug, id }),
          facts,
        });
      }
  return { people, records, count: found.count, page: found.page, pages: found.pages };
}
