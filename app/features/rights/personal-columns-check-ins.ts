import type { TableMap } from "./treatments";

/** The check-in, column by column: answers count on, under voices that lead to nobody. */
export const CHECK_IN_TABLES = {
  check_in: {
    kept: "check-in",
    byWhom: "opened_by_id",
    nothing: "id area_id relationship_id organisation_id side opened_on closes_on state ended_on result",
  },
  check_in_seat: {
    kept: "check-in",
    ofAccount: "user_id",
    whose: "person_id",
    facts: "invited_on reminded_on answered",
    nothing: "id check_in_id organisation_id side",
  },
  check_in_answer: { kept: "check-in", voice: "answers voice_id", nothing: "seat_id is_draft" },
  check_in_link: { kept: "minutes", keys: "id seat_id token_hash" },
  check_in_voice: { kept: "check-in", ofAccount: "user_id", whose: "person_id", nothing: "id area_id" },
} as const satisfies Record<string, TableMap>;
