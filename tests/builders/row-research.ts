import { type Access, groundOf } from "./fixtures-access";

type Changed = Record<string, Record<string, unknown>>;

/** Rows about research that differ in two things, where one clause asks about both. */
export function researchExtras({ place, users }: Access): Record<string, Changed> {
  const { elsewhere, council } = groundOf(place, users);
  const { admin } = users;
  const byLead = { given_by_id: users["community lead"].id };
  const over = { ends_on: "2026-01-02" };
  const ended = { ended_at: "2026-01-02T12:00:00Z" };
  return {
    research_consent: {
      "by a lead": byLead,
      "by a lead, for the other side": {
        ...{ ...byLead, side: "council", organisation_id: council.organisationId },
      },
      "by a lead, elsewhere": { ...byLead, relationship_id: elsewhere.relationshipId },
      "by a lead, over already": { ...byLead, ...ended },
    },
    study: {
      "by an admin": { created_by_id: admin.id },
      "over its days": over,
      "over its days, ended": { ...over, ...ended },
    },
    study_member: {
      "by an admin": { added_by_id: admin.id },
      "by an admin, themselves": { added_by_id: admin.id, user_id: admin.id },
    },
    release_plan: { published: { id: "2026-Q1", published_at: "2026-01-02T12:00:00Z" } },
  };
}
