import { z } from "zod";
import { ORGANISATION_KIND_IDS, TIER_IDS } from "~/features/organisations/organisation";
import { day, side } from "./plain-values";

/** An organisation whose people matter to the area. */
export const organisationItem = z.object({ slug: z.string(), name: z.string(), side });

const named = z.object({ slug: z.string(), name: z.string() });
const since = named.extend({ on: day });

/** One organisation: what it is, what became of it, and what it is to the area. Days are inclusive. */
export const organisationView = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  kinds: z.array(z.enum(ORGANISATION_KIND_IDS)),
  tier: z.enum(TIER_IDS).nullable(),
  region: z.string().nullable(),
  code: z.string().nullable(),
  gssCode: z.string().nullable(),
  startsOn: day.nullable(),
  lastDay: day.nullable(),
  county: named.nullable(),
  districts: z.array(named),
  predecessors: z.array(since),
  successors: z.array(since),
  ties: z.array(
    z.object({
      id: z.string(),
      council: named,
      partnership: named,
      startsOn: day.nullable(),
      lastDay: day.nullable(),
      takenOver: z.boolean(),
    }),
  ),
  isLocal: z.boolean(),
  isSteward: z.boolean(),
});
