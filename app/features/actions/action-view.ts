/** A record or post that an action rests on, as a link. */
export type EvidenceLink = { id: string; title: string; href: string };

/** An action as pages show it. */
export type ActionCard = {
  id: string;
  title: string;
  wording: string;
  because: string;
  component: { id: string; name: string };
  /** Who it is likely for, in words; empty: the whole side. */
  roles: string[];
  effort: string;
  gain: string;
  closes: string;
  /** Rests on what only the reader's side sees. */
  ownOnly: boolean;
  records: EvidenceLink[];
  /** Where it is done; null where the reader cannot. */
  doing: { text: string; href: string } | null;
};

/** Something to answer that would make the figures surer. */
export type UnknownCard = { id: string; text: string; record: EvidenceLink | null; gain: string };
