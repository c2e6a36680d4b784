import type { Level } from "../records/record";
import type { Way } from "./audit";

/** An entry of the log as one reader may see it. */
export type AuditLine = {
  id: string;
  at: Date;
  by: string;
  said: string;
  way: Way;
  /** The network it came from, and the browser; null: not known. */
  from: string | null;
  browser: string | null;
  level: Level;
  /** What kind of record it is about, and its page where its reader may open it. */
  kind: string | null;
  subjectId: string | null;
  href: string | null;
  /** What was changed, in words. */
  changes: readonly { label: string; before: string; after: string }[];
  /** Where what stood there before can be put back; null: it cannot be. */
  putBack: string | null;
};
