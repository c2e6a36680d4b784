import type { Day } from "~/platform/calendar/day";
import { CHECK_IDS, type Check, type CheckId, type CheckRule } from "./check";
import { decisions, interests, policies } from "./conduct-checks";
import { power, workers } from "./kinship-checks";
import type { PartnershipFacts } from "./line";
import { families, members, paidVotes, residents } from "./membership-checks";
import type { Programme } from "./programme";
import { forms, review } from "./review-checks";

const RULES: Record<CheckId, CheckRule> = {
  members,
  residents,
  "paid-votes": paidVotes,
  families,
  power,
  workers,
  policies,
  interests,
  decisions,
  review,
  forms,
};

/** How a partnership stands towards its programme's rules on a day. The checks flag; people judge. */
export function checkPartnership(facts: PartnershipFacts, programme: Programme, today: Day): Check[] {
  return CHECK_IDS.map((id) => ({ id, ...RULES[id]({ facts, programme, today }) }));
}
