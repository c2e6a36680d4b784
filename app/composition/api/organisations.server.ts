import { findTiesOfOrganisation } from "~/features/areas/organisation-ties.queries.server";
import { findOrganisationPage } from "~/features/organisations/organisation-page.queries.server";
import { findOrganisations } from "~/features/people/people-list.queries.server";
import { organisationItem, organisationView } from "./organisation-views";
import { noQuestions, onePage } from "./paging";
import { list, one, type Resource } from "./resource.server";

/** The organisations of an area: its partnership, its councils, its own groups; any of the public register by name. */
export const organisations: Resource = {
  name: "organisations",
  words: { one: "organisation", many: "organisations" },
  kind: null,
  key: "word",
  list: list(noQuestions, organisationItem, async (actor, { tx }) =>
    onePage(await findOrganisations(tx, actor)),
  ),
  one: one(
    organisationView,
    async (actor, { tx }, name) => {
      const found = await findOrganisationPage(tx, name, [actor.areaId]);
      if (!found || found.now) return null;
      const { id } = found.organisation;
      const { ties, localTo, stewardOf } = await findTiesOfOrganisation(tx, [actor], id);
      return { ...found.organisation, ties, isLocal: localTo.length > 0, isSteward: stewardOf.length > 0 };
    },
    async (actor, { tx }, name) => (await findOrganisationPage(tx, name, [actor.areaId]))?.now?.slug ?? null,
  ),
  create: {},
  verbs: {},
};
