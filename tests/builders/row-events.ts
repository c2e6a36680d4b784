import { type Access, groundOf } from "./fixtures-access";
import { idFor } from "./row-values";

/** Entries of the log that differ in two things, where one clause asks about both. */
export function eventExtras(access: Access): Record<string, Record<string, unknown>> {
  const { place } = access;
  const { admin } = access.users;
  const { council, elsewhere } = groundOf(access.place, access.users);
  const theirs = access.records.request?.["with the other council"];
  const byLink = { principal: `link:${idFor("link", "shared")}`, actor_id: null };
  const bySender = { principal: "job:send-link", actor_id: null };
  const bySeat = {
    principal: `link:${idFor("check_in_link", "shared")}`,
    actor_id: null,
    level: "personal",
    subject_id: idFor("check_in", "shared"),
  };
  const byPublisher = { principal: "job:publish-release", actor_id: null, area_id: null };
  const byRelease = { principal: "release", actor_id: null };
  return {
    "by an admin": { actor_id: admin.id, principal: `user:${admin.id}` },
    "by a token": { principal: `token:${idFor("api_token", "shared")}` },
    "by a token, of another": {
      principal: `token:${idFor("api_token", "shared")}`,
      actor_id: admin.id,
    },
    "by a link": byLink,
    "by a link, of another record": { ...byLink, subject_id: theirs },
    "by a link, of somebody": { ...byLink, actor_id: admin.id },
    "by a link, for another": { ...byLink, organisation_id: council.organisationId },
    "by a seat": bySeat,
    "by a seat, of another round": { ...bySeat, subject_id: theirs },
    "by a seat, of somebody": { ...bySeat, actor_id: admin.id },
    "by a seat, to all": { ...bySeat, level: "shared" },
    "by a seat, as another": { ...bySeat, principal: "link:another" },
    "by the release": byRelease,
    "by the release, of somebody": { ...byRelease, actor_id: admin.id },
    "by the sender": bySender,
    "by the sender, of somebody": { ...bySender, actor_id: admin.id },
    "by the publisher": byPublisher,
    "by the publisher, of somebody": { ...byPublisher, actor_id: admin.id },
    "by the publisher, of an area": { ...byPublisher, area_id: place.area.id },
    "by who ends studies": { ...byPublisher, principal: "job:end-studies" },
    "by somebody who is no job, of nothing": {
      principal: `user:${access.users["community lead"].id}`,
      actor_id: null,
      area_id: null,
    },
    "a refusal": { command: "access.refused", level: "side" },
    "of an area's life": { command: "areas.close", level: "side" },
    "of nobody, elsewhere": {
      ...{ area_id: elsewhere.areaId, relationship_id: null, organisation_id: null },
    },
    "of break-glass": { command: "break-glass.end", level: "side" },
  };
}
