import type { Access } from "./fixtures-access";
import { idFor } from "./row-values";

type Changed = Record<string, Record<string, unknown>>;

/** Codes, and codes on records, that differ in two things, where one clause asks about both. */
export function codeExtras({ users }: Access): Record<string, Changed> {
  const proposed = { state: "proposed" };
  const ended = { ended_at: "2026-01-02T12:00:00Z" };
  return {
    code: {
      proposed,
      "by an admin": { ...proposed, proposed_by_id: users.admin.id },
      "by somebody in no study": { ...proposed, proposed_by_id: users["community lead"].id },
      "decided already": { ...proposed, decided_by_id: users.admin.id },
      "accepted already": { ...proposed, accepted_at: "2026-01-02T12:00:00Z" },
      "ended already": { ...proposed, ...ended },
      "with a reason": { ...proposed, reason: "Because" },
      "changed already": { ...proposed, revision: 2 },
      retired: { state: "retired", proposed_by_id: null },
      declined: { state: "declined", proposed_by_id: null },
    },
    coding: {
      "of a code that waits": { code_id: idFor("code", "voided") },
      ended,
      "by the lead": { coded_by_id: users["community lead"].id },
    },
  };
}
