/** Whom a column tells of: an account's owner, somebody in the register of people, whoever wrote, or anyone in words. */
export type About = "nobody" | "user" | "person" | "author" | "anyone";

/** What sort of personal data a column holds. */
export type DataClass =
  | "none"
  | "account"
  | "contact"
  | "register"
  | "free text"
  | "audit"
  | "sign-in"
  | "technical";

/** What an erasure does to a column. "take out": the name, address and number are cut out of the words, the rest stays. */
export type Erasure = "keep" | "blank" | "erased name" | "take out" | "delete row";

/** How long the rows of a table stay, by their sort; features/retention says what each is in days. */
export const RETENTION_CLASSES = [
  "minutes",
  "account",
  "register",
  "records",
  "private",
  "partnership",
  "check-in",
  "audit",
  "technical",
  "figures",
  "places",
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** One way to treat a column. */
export type Treatment = { about: About; class: DataClass; erasure: Erasure };

/** The ways there are: every column is of one of them. */
export const TREATMENTS = {
  /** Tells of nobody. */
  nothing: { about: "nobody", class: "none", erasure: "keep" },
  /** Names somebody of the register: what it leads to is erased, so that counts hold. */
  whose: { about: "person", class: "register", erasure: "keep" },
  /** Names an account, as who wrote or did something. */
  byWhom: { about: "author", class: "account", erasure: "keep" },
  /** Names an account as what the row is about. */
  ofAccount: { about: "user", class: "account", erasure: "keep" },
  /** Plain facts about somebody that counts and scores rest on. */
  facts: { about: "person", class: "register", erasure: "keep" },
  /** What somebody is called. */
  called: { about: "person", class: "contact", erasure: "erased name" },
  /** How to reach somebody. */
  reach: { about: "person", class: "contact", erasure: "blank" },
  /** What tells somebody from others, and nothing rests on. */
  traits: { about: "person", class: "register", erasure: "blank" },
  /** Rows about one person that nothing rests on. */
  opinion: { about: "person", class: "register", erasure: "delete row" },
  /** Words, in which anyone may be named. */
  words: { about: "anyone", class: "free text", erasure: "take out" },
  /** Values before and after, as they were written. */
  traces: { about: "anyone", class: "audit", erasure: "take out" },
  /** From where somebody wrote. */
  whence: { about: "author", class: "audit", erasure: "blank" },
  /** What an account is called and reached by. */
  accountName: { about: "user", class: "account", erasure: "erased name" },
  accountFacts: { about: "user", class: "account", erasure: "keep" },
  accountTraits: { about: "user", class: "account", erasure: "blank" },
  /** What somebody signs in with. */
  signIn: { about: "user", class: "sign-in", erasure: "delete row" },
  /** What a program, a link or a form sent twice is known by. */
  keys: { about: "user", class: "technical", erasure: "delete row" },
  /** An answer to the check-in: it counts on, under a voice that leads to nobody. */
  voice: { about: "author", class: "register", erasure: "keep" },
} as const satisfies Record<string, Treatment>;

/** A table: how long its rows stay, and its columns by treatment, as the database names them. */
export type TableMap = { kept: RetentionClass } & { [Way in keyof typeof TREATMENTS]?: string };
