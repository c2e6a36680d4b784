import { z } from "zod";
import { ROLE_IDS } from "../people/person";
import { POLICY_ABOUTS, type PolicyAbout } from "./line";

const share = z.number().gt(0).lte(1);
const month = z.number().int().min(1).max(12);
const roles = z.array(z.enum(ROLE_IDS));
const abouts = Object.keys(POLICY_ABOUTS) as [PolicyAbout, ...PolicyAbout[]];

/** What a programme asks of its partnerships, as data: another programme with other numbers is another file. */
export const programmeSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().min(1),
  /** The fewest members. */
  fewestMembers: z.number().int().min(1),
  /** Of all members, how many in a hundred live in the area at least. */
  residentPercent: z.number().int().min(1).max(100),
  /** The most members of one family or household. */
  mostOfOneFamily: z.number().int().min(1),
  /** Positions of power: nobody in one is related to anybody in another. */
  powerRoles: roles.min(1),
  /** Paid posts: nobody in one votes, or is related to anybody in power. */
  workerRoles: roles.min(1),
  /** Those beside the partnership, who are no members of it. */
  besideRoles: roles,
  /** Policies every partnership has agreed for itself. */
  policies: z.array(z.enum(abouts)).min(1),
  /** Days back for which decisions are looked at. */
  decisionDays: z.number().int().min(1),
  /** The yearly review: open from the first day of a month to the last day of another, of one year. */
  review: z.strictObject({
    opens: month,
    closes: month,
    questions: z.array(z.strictObject({ id: z.string().regex(/^[a-z]+$/), asks: z.string().min(1) })).min(1),
  }),
  /** One party's office-holders are that share of those who vote, and so many at least: look at the balance. */
  party: z.strictObject({ share, fewest: z.number().int().min(1) }),
  /** Influencing is that share of what the partnership does in so many days, and so many times at least: judge it. */
  influencing: z.strictObject({
    days: z.number().int().min(1),
    share,
    fewest: z.number().int().min(1),
  }),
});
export type Programme = z.output<typeof programmeSchema>;
