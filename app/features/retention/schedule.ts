import type { RetentionClass } from "../rights/treatments";

/**
 * How long one sort of thing stays. `goes`: by itself, that many days after it ended; `listed`: told to people, who decide;
 * `kept`: for as long as there is this tracker, or until somebody is erased.
 */
export type RetentionRule = { id: string; of: RetentionClass; what: string; why: string } & (
  | { does: "goes" | "listed"; days: number; after: string }
  | { does: "kept" }
);

/** Contact details of somebody without a post for so many days are listed, for a side to decide about. */
export const CONTACT_DAYS = 730;

/** Days for which what lies in the bin can be taken out again. */
export const BIN_DAYS = 180;

/** The rules, in the order they are applied; app.retention_parts (prisma/migrations) says which rows each may reach. */
export const RETENTION: readonly RetentionRule[] = [
  {
    id: "sessions",
    of: "minutes",
    what: "Sign-ins that ran out, with the browser and the network they came from",
    ...{ does: "goes", days: 30, after: "they ran out" },
    why: "Somebody who wonders about a sign-in asks within a month. The log tells of it longer.",
  },
  {
    id: "secrets",
    of: "minutes",
    what: "Links and codes for signing in that ran out, and recovery codes that were used",
    ...{ does: "goes", days: 30, after: "they ran out or were used" },
    why: "They open nothing any more.",
  },
  {
    id: "limits",
    of: "minutes",
    what: "Counts of tries to sign in",
    ...{ does: "goes", days: 1, after: "the last try" },
    why: "A limit counts minutes.",
  },
  {
    id: "imports",
    of: "minutes",
    what: "Files to import that nobody came back to",
    ...{ does: "goes", days: 1, after: "they ran out" },
    why: "They hold names and addresses, and did nothing.",
  },
  {
    id: "forms",
    of: "technical",
    what: "Marks by which a form that is sent twice is saved once",
    ...{ does: "goes", days: 7, after: "the form was sent" },
    why: "A browser sends again within minutes; a phone that was off, within days.",
  },
  {
    id: "outside",
    of: "technical",
    what: "What outside services answered",
    ...{ does: "goes", days: 365, after: "it was fetched" },
    why: "Of no use by then; it is asked again.",
  },
  {
    id: "jobs",
    of: "technical",
    what: "Mail and other work that failed for good",
    ...{ does: "goes", days: 30, after: "the last try" },
    why: "Whoever looks after this instance sees it for a month.",
  },
  {
    id: "drafts",
    of: "check-in",
    what: "Answers to a check-in that were begun and not sent",
    ...{ does: "goes", days: 0, after: "the check-in closed" },
    why: "What was not sent was not meant to be read.",
  },
  {
    id: "check-in-links",
    of: "check-in",
    what: "Personal links to a check-in",
    ...{ does: "goes", days: 90, after: "the check-in closed" },
    why: "Until then an old link can still say that the check-in is over.",
  },
  {
    id: "answers",
    of: "check-in",
    what: "Answers to check-ins",
    does: "kept",
    why: "The figures rest on them. They are under a voice, and not a name.",
  },
  {
    id: "invitations",
    of: "account",
    what: "Invitations that were taken, taken back or ran out",
    ...{ does: "goes", days: 90, after: "that" },
    why: "They hold a name and an address. The log tells who was invited by whom.",
  },
  {
    id: "accounts",
    of: "account",
    what: "Accounts and roles, closed ones too",
    does: "kept",
    why: "What somebody wrote is theirs. An account is erased when its owner asks.",
  },
  {
    id: "sign-ins",
    of: "audit",
    what: "Entries of the log about sign-ins and refusals",
    ...{ does: "goes", days: 730, after: "they were made" },
    why: "Long enough to look into a misuse that is noticed late, and no longer.",
  },
  {
    id: "log",
    of: "audit",
    what: "Entries of the log about what was written, downloaded or opened",
    does: "kept",
    why: "Both sides rest on being able to see who changed what.",
  },
  {
    id: "files",
    of: "records",
    what: "Files on records that lie in the bin",
    ...{ does: "goes", days: BIN_DAYS, after: "the record was put in the bin" },
    why: "Nobody took the record out again.",
  },
  {
    id: "bin",
    of: "records",
    what: "Records that lie in the bin and that nothing else names",
    ...{ does: "goes", days: BIN_DAYS, after: "they were put in the bin" },
    why: "Nobody took them out again. One with a file goes a week after its file.",
  },
  {
    id: "records",
    of: "records",
    what: "All other records, those of closed areas too",
    does: "kept",
    why: "They are the memory of the two sides. A closed area’s stay to be read and taken away.",
  },
  {
    id: "links",
    of: "register",
    what: "Links by which a contact answered one thing",
    does: "kept",
    why: "They show that somebody was told. Of the link itself only a digest is kept.",
  },
  {
    id: "contacts",
    of: "register",
    what: "People with contact details who have held no post for two years",
    ...{ does: "listed", days: CONTACT_DAYS, after: "their last post ended" },
    why: "A side decides whether it still needs them: its leads see who they are beside how far its ties reach.",
  },
  {
    id: "private",
    of: "private",
    what: "Notes, and what a side thinks of people",
    does: "kept",
    why: "They are their side’s, or their author’s, to put in the bin.",
  },
  {
    id: "partnership",
    of: "partnership",
    what: "The partnership’s own papers",
    does: "kept",
    why: "The programme asks for them for as long as it runs.",
  },
  {
    id: "figures",
    of: "figures",
    what: "Facts for the score",
    does: "kept",
    why: "They hold no names and no words.",
  },
  {
    id: "places",
    of: "places",
    what: "Organisations, areas and elections",
    does: "kept",
    why: "They tell of nobody.",
  },
];

/** A rule under which something ends. */
export type EndingRule = Extract<RetentionRule, { days: number }>;

/** The rules that are worked out from day to day. */
export const ENDING: readonly EndingRule[] = RETENTION.filter((rule): rule is EndingRule => "days" in rule);

/** How long something stays, in words. */
export function keptWords(rule: RetentionRule): string {
  if (!("days" in rule)) return "Kept";
  if (rule.days === 0) return `Goes when ${rule.after}`;
  const days = rule.days === 1 ? "1 day" : `${rule.days} days`;
  return rule.does === "goes" ? `Goes ${days} after ${rule.after}` : `Listed ${days} after ${rule.after}`;
}
