import { createHash } from "node:crypto";
import { type Access, groundOf } from "./fixtures-access";
import { changesFor, type Variant } from "./fixtures-records";

/** Values a policy looks at by name, where a row of the variant must not have just anything. */
export const BY_NAME: Record<string, (variant: Variant, scope: Scope) => unknown> = {
  area_id: (_, scope) => scope.area_id,
  relationship_id: (_, scope) => scope.relationship_id,
  organisation_id: (_, scope) => scope.organisation_id,
  author_id: (_, scope) => scope.author_id,
  actor_id: (_, scope) => scope.author_id,
  by_user_id: (_, scope) => scope.author_id,
  user_id: (_, scope) => scope.author_id,
  side: (_, scope) => scope.side,
  level: (_, scope) => scope.level,
  principal: (_, scope) => `user:${scope.author_id}`,
  subject_id: (variant, scope) => scope.record(variant),
  source_id: (variant, scope) => scope.record(variant),
};
/** Whom somebody was told apart from, where that is not themselves: one of the two is the borough's alone. */
const SECOND: Partial<Record<Variant, Variant>> = {
  shared: "voided",
  "personal, council": "shared",
  "side, community": "personal, council",
};
/** The same where the name says something else elsewhere. */
export const BY_TABLE: Record<string, (variant: Variant, scope: Scope) => unknown> = {
  "membership.role": (variant) => (variant === "voided" ? "admin" : "reader"),
  "membership.starts_on": () => "2999-01-01",
  "appointment.level": () => "officer",
  "appointment.role": (variant) => (variant === "voided" ? "councillor" : "officer"),
  "attachment.level": (variant, scope) => (variant === "voided" ? "side" : scope.level),
  "merging.kept_person_id": (variant) => (variant === "voided" ? null : idFor("person", variant)),
  "merging.merged_person_id": (variant) =>
    variant === "voided" ? null : idFor("person", variant === "personal, council" ? "undone" : "merged"),
  "merging.kept_organisation_id": (variant) =>
    variant === "voided" ? idFor("organisation", "shared") : null,
  "merging.undone_at": (variant) => (variant === "personal, council" ? "2026-01-03T12:00:00Z" : null),
  "told_apart.first_person_id": (variant) => (variant === "voided" ? null : idFor("person", variant)),
  "told_apart.second_person_id": (variant) =>
    variant === "voided" ? null : idFor("person", SECOND[variant] ?? variant),
  "told_apart.first_organisation_id": (variant) =>
    variant === "voided" ? idFor("organisation", "shared") : null,
  "person.import_id": (variant) => (variant === "shared" ? null : idFor("import", variant)),
  "link.expires_on": () => "2999-01-01",
  "erasure.person_id": (variant) => (variant === "voided" ? null : idFor("person", variant)),
  // One of a researcher, whom no lead asks.
  "invitation.role": (variant) => (variant === "voided" ? "researcher" : "editor"),
  "invitation.side": (variant, scope) => (variant === "voided" ? null : scope.side),
  // One that ended, and one that is open and whose days are over.
  "check_in.state": (variant) => (variant === "voided" ? "released" : "open"),
  "check_in.ended_on": (variant) => (variant === "voided" ? "2026-01-15" : null),
  "check_in.closes_on": (variant) => (variant === "personal, council" ? "2026-01-15" : "2999-01-01"),
  "api_token.last_day": () => "2999-01-01",
  "api_token.token_hash": (variant) => createHash("sha256").update(variant).digest("hex"),
  "second_factor.user_id": (variant) => idFor("user", variant),
  "recovery_code.code_hash": (variant) => createHash("sha256").update(variant).digest("hex"),
  "api_token.area_id": (variant, scope) => {
    if (variant === "with the other council") return null;
    return variant === "shared" ? NO_AREA : scope.area_id;
  },
  "import.reverted_at": (variant) => (variant === "with the other council" ? "2026-01-03" : null),
  "mou_version.proposed_on": (variant) => (variant === "voided" ? "2026-01-03" : null),
  "page_change.scope": (variant, scope) =>
    variant === "voided" ? "00000000-0000-0000-0000-000000000000" : scope.area_id,
  "organisation_succession.import_id": (variant) =>
    idFor("import", variant === "elsewhere" ? "with the other council" : variant),
  "scoring_fact.type": (variant) => (variant === "voided" ? "appointment" : "commitment"),
  // One that waits for a decision; all others are put on records.
  "code.state": (variant) => (variant === "voided" ? "proposed" : "accepted"),
  "code.proposed_by_id": (_, scope) => scope.author_id,
  "code.revision": () => 1,
  "study.starts_on": () => "2026-01-01",
  "study.ends_on": () => "2999-01-01",
  "study.ended_at": () => null,
  "research_consent.ended_by_id": () => null,
  "research_consent.ended_at": () => null,
  "release_plan.published_at": () => null,
  "release_plan.id": (variant) =>
    `${2100 + (Number.parseInt(idFor("plan", variant).slice(0, 3), 16) % 900)}-Q1`,
  "break_glass.asked_by_id": (_, scope) => scope.author_id,
  "break_glass.confirmed_by_id": () => null,
  "break_glass.confirmed_at": () => null,
  "break_glass.ends_at": () => null,
  "event.area_id": (variant, scope) => (variant === "voided" ? null : scope.area_id),
};

/** An area nobody stands in. */
const NO_AREA = "00000000-0000-7000-8000-00000000a4ea";

export type Scope = Record<
  "area_id" | "relationship_id" | "organisation_id" | "author_id" | "side" | "level",
  unknown
> & {
  record: (variant: Variant) => string;
};

/** What a policy can go by, for a row of each variant. */
export function scopeOf(access: Access, variant: Variant): Scope {
  const { area, council } = access.place;
  const ground = groundOf(access.place, access.users);
  const shared = {
    area_id: area.id,
    relationship_id: council.relationshipId,
    organisation_id: ground.community.organisationId,
    author_id: ground.community.authorId,
    side: "community",
    level: "shared",
    record: (one: Variant) => access.records.request?.[one] ?? "",
  };
  return { ...shared, ...changesFor(variant, ground) };
}

/** An id made of its table and variant: whoever refers to the row knows it. */
export function idFor(table: string, variant: string): string {
  const hex = createHash("md5").update(`${table}/${variant}`).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
