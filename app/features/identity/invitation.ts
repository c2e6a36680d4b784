/** How many days an invitation can be accepted. */
export const INVITATION_DAYS = 7;

/** An invitation nobody has accepted yet, as who may invite sees it. */
export type OpenInvitation = {
  id: string;
  name: string;
  email: string;
  role: string;
  organisation: string;
  area: string | null;
  by: string;
  until: Date;
  isOver: boolean;
};

/** What the link of an invitation shows to whoever holds it. */
export type Invited = {
  name: string;
  email: string;
  organisation: string;
  area: string | null;
  role: string;
  inviter: string;
};

const AS: Record<string, string> = {
  reader: "to read along",
  editor: "to read and write",
  lead: "to lead: to read, to write and to speak for your side",
  admin: "to look after accounts and areas as a programme admin",
  researcher: "to work with released figures as a researcher",
};

/** What somebody is asked to do, in words that follow "asks you". */
export function askedTo({ role, organisation, area }: Pick<Invited, "role" | "organisation" | "area">) {
  const where = area === null || area === organisation ? organisation : `${organisation} in ${area}`;
  return `${AS[role] ?? "to take part"}, for ${where}`;
}
