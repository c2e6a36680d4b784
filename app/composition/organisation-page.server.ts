import { href } from "react-router";
import { findTiesOfOrganisation } from "~/features/areas/organisation-ties.queries.server";
import { type Actor, actorsOf } from "~/features/identity/actor";
import { findOrganisationPage } from "~/features/organisations/organisation-page.queries.server";
import { findPeopleAt } from "~/features/people/organisation-people.queries.server";
import type { Reading } from "./request.server";

type Asked = { name: string; page: number };

/**
 * An organisation's page for one reader: what everybody may know of it, and what it is to the areas they stand in.
 * Null: there is none, or it is another area's own. `now`: what it was made one with, which has the page instead.
 */
export async function findOrganisationFor(actor: Actor, { tx, today }: Reading, { name, page }: Asked) {
  const actors = actorsOf(actor);
  const found = await findOrganisationPage(
    tx,
    name,
    actors.map(({ areaId }) => areaId),
  );
  if (found === null) return null;
  const { organisation, now } = found;
  const { id } = organisation;
  const { ties, localTo, stewardOf } = await findTiesOfOrganisation(tx, actors, id);
  const areas = new Set([...ties.map(({ area }) => area.slug), ...localTo.map(({ slug }) => slug)]);
  const here = actors.filter(({ areaSlug }) => areas.has(areaSlug));
  const people = await findPeopleAt(tx, here, id, { today, page });
  return {
    organisation,
    now,
    ties,
    localTo,
    stewardOf,
    ...people,
    people: people.people.map(({ areaSlug: area, ...person }) => ({
      ...person,
      href: href("/areas/:area/people/:id", { area, id: person.id }),
    })),
    isRegister: actor.admin && localTo.length === 0,
  };
}
