import type { Day } from "~/platform/calendar/day";

/** A councillor as a council's list has them. */
export interface CouncillorRow {
  /** The council's own id of the member: `UID` in the address of their page. */
  readonly externalId: string;
  /** As written, "Councillor" included. */
  readonly name: string;
  readonly party: string | null;
  readonly ward: string | null;
  readonly email: string | null;
  readonly telephone: string | null;
}

/** A time in post, half-open: from startsOn (null: not known) up to, not including, endsOn (null: not ended). */
export interface Post {
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
}

/** Somebody who is or was a councillor of the council, or whom it knows; ward and party are of the last post. */
export interface KnownCouncillor extends Omit<CouncillorRow, "externalId"> {
  readonly personId: string;
  /** Null: entered by hand, the council's id not known yet. */
  readonly externalId: string | null;
  readonly posts: readonly Post[];
}

/** The details of a councillor that a list can change. */
export type Detail = "name" | "party" | "ward" | "email" | "telephone";

/** Whether a post has begun by a day, or began nobody knows when, and has not ended. */
export function inForce(post: Post, on: Day): boolean {
  return (post.startsOn === null || post.startsOn <= on) && !endedBy(post, on);
}

/** Whether somebody is in post on a day. */
export function inPost(person: KnownCouncillor, on: Day): boolean {
  return person.posts.some((post) => inForce(post, on));
}

/** Whether somebody is in post on a day, or is known to take one up later. */
export function inPostOrComing(person: KnownCouncillor, on: Day): boolean {
  return person.posts.some((post) => !endedBy(post, on));
}

function endedBy(post: Post, on: Day): boolean {
  return post.endsOn !== null && post.endsOn <= on;
}

/** A name for comparing: without titles, honours, accents, marks and capitals. Two people may well have the same. */
export function plainName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036F'’.]/g, "")
    .toLowerCase()
    .replace(/\b(councillor|cllr|mr|mrs|miss|ms|mx|dr|sir|dame|rev|prof|obe|mbe|cbe|jp)\b/g, " ")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
