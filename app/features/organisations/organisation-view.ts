import type { Day } from "~/platform/calendar/day";
import type { OrganisationKind, Tier } from "./organisation";

/** An organisation as others name it; the slug leads to its page. */
export type OrganisationName = { slug: string; name: string };

/** What of an organisation is the same for everybody who may see it. Days are inclusive: the last is the last it was. */
export type OrganisationView = {
  id: string;
  slug: string;
  name: string;
  shortName: string;
  kinds: OrganisationKind[];
  tier: Tier | null;
  region: string | null;
  code: string | null;
  gssCode: string | null;
  startsOn: Day | null;
  lastDay: Day | null;
  county: OrganisationName | null;
  districts: OrganisationName[];
  predecessors: (OrganisationName & { on: Day })[];
  successors: (OrganisationName & { on: Day })[];
};
