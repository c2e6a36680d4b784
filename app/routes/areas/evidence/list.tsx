import { href } from "react-router";
import { readArea } from "~/composition/request.server";
import { getAreaFrame, getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { EvidenceFilters } from "~/features/evidence/components/evidence-filters";
import { EvidenceList } from "~/features/evidence/components/evidence-list";
import { evidenceFilter } from "~/features/evidence/evidence-filter";
import { findEvidenceList } from "~/features/evidence/evidence-list.queries.server";
import { kindGroups } from "~/features/evidence/kind-groups";
import { LEVEL_WORDS } from "~/features/records/record";
import { canWrite } from "~/features/records/record.policy";
import { sideName } from "~/features/records/side-names";
import { plural } from "~/platform/plural";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageActions } from "~/ui/page-actions";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("What helps and hinders") }];

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const filter = evidenceFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  return readArea(context, params.area, async (actor, { tx, today }) => {
    const { councils } = await getAreaFrame(tx, actor);
    const relationships = await getRelationshipsOf(tx, actor);
    const { entries, ...found } = await findEvidenceList(tx, actor, filter, today);
    return {
      ...found,
      filter,
      councils,
      groups: kindGroups(),
      canNote: canWrite(actor) === true,
      entries: entries.map(({ relationshipId, side, level, ...entry }) => {
        const council = relationships.find(({ id }) => id === relationshipId)?.council ?? null;
        return {
          ...entry,
          href: href("/areas/:area/evidence/:id", { area: params.area, id: entry.id }),
          by: sideName(side, council),
          council: councils.length > 1 && side === "community" ? council : null,
          seenBy: level === "shared" ? null : LEVEL_WORDS[level],
        };
      }),
    };
  });
}

/** What the two sides noted of what helps and what hinders. */
export default function EvidencePage({ loaderData, params }: Route.ComponentProps) {
  const { entries, count, page, pages, filter, groups, councils, canNote } = loaderData;
  const home = href("/areas/:area/evidence", params);
  const hrefFor = (number: number) => {
    const search = new URLSearchParams({ page: String(number) });
    const { page: _, ...narrowed } = filter;
    for (const [name, value] of Object.entries(narrowed)) if (value) search.set(name, value);
    return `${home}?${search}`;
  };
  const note = canNote ? (
    <LinkButton href={href("/areas/:area/evidence/new", params)}>Note something</LinkButton>
  ) : null;
  return (
    <>
      <PageTitle aside={<PageActions>{note}</PageActions>}>What helps and hinders</PageTitle>
      <p className="govuk-body">
        Strengths, thanks, news, events, rules in the way: small things that make work together easier or
        harder.
      </p>
      <EvidenceFilters filter={filter} groups={groups} councils={councils} home={home} />
      {entries.length === 0 ? (
        <EmptyState title="Nothing here">What either side notes shows here, the newest first.</EmptyState>
      ) : (
        <>
          <p className="govuk-body">{plural(count, "entry", "entries")}</p>
          <EvidenceList items={entries} />
        </>
      )}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
    </>
  );
}
