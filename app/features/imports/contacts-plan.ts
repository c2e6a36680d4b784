import type { RoleId } from "../people/person";
import { type Contact, roleFrom, topicFrom, wardFrom } from "./contact";
import { plainName } from "./councillor";
import { grouped } from "./grouped";
import type { FileProblem, Located } from "./problem";

/** An organisation of the area, as a contacts import knows it. */
export interface AreaOrganisation {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly fullName: string;
  readonly side: "council" | "community";
}

/** Somebody of the area. */
export interface KnownContact {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Of posts they hold now. */
  readonly organisationIds: readonly string[];
}

/** What the import's page asked. "file": as each line says. */
export interface ContactsAsked {
  readonly organisation: string;
  readonly role: RoleId | "file";
}

type OnLine = { readonly line: number; readonly name: string };
export interface NewPost {
  readonly organisationId: string;
  readonly organisation: string;
  readonly role: RoleId;
  readonly topic: string | null;
  readonly ward: string | null;
  readonly party: string | null;
}

/** One step of a contacts import. */
export type ContactStep =
  | (OnLine & {
      readonly kind: "add-person";
      readonly email: string | null;
      readonly phone: string | null;
      readonly post: NewPost;
    })
  | (OnLine & { readonly kind: "add-post"; readonly personId: string; readonly post: NewPost })
  /** An empty e-mail or telephone of somebody known; what is there is never overwritten. */
  | (OnLine & {
      readonly kind: "fill-contact";
      readonly personId: string;
      readonly what: "email" | "phone";
      readonly after: string;
    });

export interface ContactsPlan {
  readonly steps: readonly ContactStep[];
  readonly unchanged: number;
  /** Who is left out, and what differs, by line. */
  readonly notices: readonly FileProblem[];
}

/** What an address book would do to the people of an area. Nobody is made twice, and nothing known is overwritten. */
export function planContacts(
  rows: readonly Located<Contact>[],
  known: readonly KnownContact[],
  organisations: readonly AreaOrganisation[],
  asked: ContactsAsked,
): ContactsPlan {
  const steps: ContactStep[] = [];
  const notices: FileProblem[] = [];
  let unchanged = 0;
  const find = finder(known);
  const twice = doubled();
  for (const row of rows) {
    const note: Note = (message, column = null) => notices.push({ line: row.line, column, message });
    const post = twice(row) ?? postOf(row.value, organisations, asked);
    const person = typeof post === "string" ? null : find(row.value);
    if (typeof post === "string") note(post);
    else if (typeof person === "string") note(person);
    else {
      const made = person ? stepsFor(person, row, post, note) : [addition(row, post)];
      if (made.length === 0) unchanged += 1;
      steps.push(...made);
    }
  }
  return { steps, unchanged, notices };
}

type Note = (message: string, column?: string | null) => void;

function addition({ line, value: { name, email, phone } }: Located<Contact>, post: NewPost): ContactStep {
  return { kind: "add-person", line, name, email, phone, post };
}

/** Tells of a row whether somebody before it was the same, in words. */
function doubled(): (row: Located<Contact>) => string | null {
  const before = new Map<string, number>();
  return ({ line, value }) => {
    const key = keyOf(value);
    const at = before.get(key);
    before.set(key, at ?? line);
    return at === undefined ? null : `${value.name} is on line ${at} already. Left out.`;
  };
}

/** What says that two lines are one person: their address, or where one has none, the name. */
function keyOf({ name, email }: Contact): string {
  return email === null ? `name ${plainName(name)}` : `email ${email.toLowerCase()}`;
}

type Find = (contact: Contact) => KnownContact | string | null;

/** Who of the area a contact is: by e-mail and name, or by a name that is theirs alone; in words where nobody can tell. */
function finder(known: readonly KnownContact[]): Find {
  const byEmail = grouped(
    known.filter(({ email }) => email !== null),
    ({ email }) => email?.toLowerCase(),
  );
  const byName = grouped(known, ({ name }) => plainName(name));
  return ({ name, email }) => {
    const same = byName.get(plainName(name)) ?? [];
    const addressed = email === null ? [] : (byEmail.get(email.toLowerCase()) ?? []);
    const both = addressed.find((one) => same.includes(one));
    if (both) return both;
    const [other] = addressed;
    if (other) return `${name} has the e-mail address of ${other.name}, who is here already. Left out.`;
    const [one, ...more] = same;
    if (!one) return null;
    if (more.length > 0) return `There are several people called ${name} here. Left out.`;
    if (one.email !== null && email !== null)
      return `Somebody called ${name} is here with another e-mail address. Left out. Add them by hand if they are somebody else.`;
    return one;
  };
}

function postOf(
  contact: Contact,
  organisations: readonly AreaOrganisation[],
  asked: ContactsAsked,
): NewPost | string {
  const said = contact.organisation?.toLowerCase();
  const found =
    asked.organisation === "file"
      ? organisations.find(({ name, fullName }) => [name, fullName].some((one) => one.toLowerCase() === said))
      : organisations.find(({ slug }) => slug === asked.organisation);
  if (!found)
    return contact.organisation
      ? `${contact.name} is of “${contact.organisation}”, which is not an organisation of this area. Left out.`
      : `${contact.name} has no organisation. Left out.`;
  const { title } = contact;
  const role = asked.role === "file" ? roleFrom(title, found.side) : asked.role;
  return {
    ...{ organisationId: found.id, organisation: found.name, role, topic: topicFrom(title, role) },
    ward: contact.ward ?? (role === "councillor" ? wardFrom(title) : null),
    party: contact.party,
  };
}

function stepsFor(
  person: KnownContact,
  { line, value: contact }: Located<Contact>,
  post: NewPost,
  differs: Note,
): ContactStep[] {
  const { personId, name } = person;
  const steps: ContactStep[] = [];
  for (const what of ["email", "phone"] as const) {
    const [before, after] = [person[what], contact[what]];
    if (after === null || before?.toLowerCase() === after.toLowerCase()) continue;
    if (before === null) steps.push({ kind: "fill-contact", line, name, personId, what, after });
    else
      differs(
        `${name} has another one here. Theirs here is kept.`,
        what === "email" ? "e-mail" : "telephone",
      );
  }
  if (!person.organisationIds.includes(post.organisationId))
    steps.push({ kind: "add-post", line, name, personId, post });
  return steps;
}
