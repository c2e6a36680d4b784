import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import type { PostLevel } from "./person";

/** An organisation whose people matter to an area, as forms and filters name it. */
export type OrganisationChoice = { slug: string; name: string; side: Side };

/** A post as pages show it. Days are inclusive here: the last day is the last one in post. */
export type PostView = {
  id: string;
  organisation: string;
  /** Whose page the name leads to: who has taken over, where the post goes on there. */
  organisationId: string;
  side: Side;
  role: string;
  level: PostLevel;
  topic: string | null;
  ward: string | null;
  party: string | null;
  cabinetPost: string | null;
  startsOn: Day | null;
  lastDay: Day | null;
  held: boolean;
  isLead: boolean;
  checkedOn: Day | null;
  revision: number;
};

/** One line of the list of people: somebody with their posts in one organisation. */
export type PersonLine = { id: string; name: string; posts: string[]; isLead: boolean; held: boolean };

/** Somebody who holds a post in an organisation, with an area of the reader's in which they are seen. */
export type PersonAt = { id: string; name: string; areaSlug: string; posts: string[]; isLead: boolean };

export type PeopleGroup = { organisation: string; slug: string; side: Side; people: PersonLine[] };

/** A dated change of somebody's details. */
export type ChangeView = { id: string; on: Day; what: string; before: string | null; after: string | null };

/** Somebody's page. */
export type PersonView = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  erased: boolean;
  revision: number;
  posts: PostView[];
  changes: ChangeView[];
  can: { write: boolean; lead: boolean };
};

type Duties = Pick<PostView, "topic" | "ward" | "cabinetPost" | "party">;

/** What a post is about besides its role: "Oak ward, Housing, Independent". */
export function dutiesOf({ topic, ward, cabinetPost, party }: Duties): string {
  return [cabinetPost, ward && `${ward} ward`, topic, party].filter(Boolean).join(", ");
}

const DETAILS: Readonly<Record<string, string>> = {
  name: "Name",
  email: "E-mail address",
  telephone: "Telephone number",
  role: "Role",
  level: "Level",
  topic: "What they deal with",
  ward: "Ward",
  party: "Party",
  cabinetPost: "Cabinet post",
};

/** The name of a detail that changed. */
export function detailLabel(what: string): string {
  return DETAILS[what] ?? what;
}

/** Who sees the details of the people of an area: said before they are saved. */
export function contactAudience(councils: readonly string[]): string {
  if (councils.length < 2) {
    return `The members of the partnership and of ${councils[0] ?? "the council"} here will see these contact details.`;
  }
  return "The members of the partnership here will see these contact details. So will the person’s own council; for somebody of the community, all the councils here.";
}
