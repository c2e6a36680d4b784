import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** neutral: nothing to do · good: finished well · waiting: with somebody · attention: look here · quiet: past. */
export type TagTone = "neutral" | "good" | "waiting" | "attention" | "quiet";

/** The state of a thing in a word or two. The word carries the meaning; the colour only helps. */
export function Tag({ tone = "neutral", children }: { tone?: TagTone | undefined; children: ReactNode }) {
  return <strong className={classNames("govuk-tag", `cg-tag--${tone}`)}>{children}</strong>;
}
