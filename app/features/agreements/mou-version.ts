import type { Day } from "~/platform/calendar/day";
import type { Side } from "../identity/actor";
import type { Clause } from "./clause";
import type { Terms } from "./mou";

/** The text as one side put it forward, with who agreed to it and when. */
export type Version = Terms & {
  id: string;
  number: number;
  bySide: Side;
  draftedOn: Day;
  proposedOn: Day | null;
  agreedByCommunityOn: Day | null;
  /** By the council, or by the programme. */
  agreedByOtherOn: Day | null;
  setAsideOn: Day | null;
  clauses: readonly Clause[];
};

type Agreeing = Pick<Version, "agreedByCommunityOn" | "agreedByOtherOn">;

/** The day the second party agreed to a version; null: not both have. */
export function adoptedOn({ agreedByCommunityOn, agreedByOtherOn }: Agreeing): Day | null {
  if (agreedByCommunityOn === null || agreedByOtherOn === null) return null;
  return agreedByCommunityOn > agreedByOtherOn ? agreedByCommunityOn : agreedByOtherOn;
}

/** The version that held on a day: of those both had agreed to, the last. Null: there was none yet. */
export function textOn<V extends Version>(versions: readonly V[], day: Day): V | null {
  return versions
    .filter((version) => (adoptedOn(version) ?? "9999-12-31") <= day)
    .reduce<V | null>((last, one) => (last === null || isAfter(one, last) ? one : last), null);
}

function isAfter(one: Version, other: Version): boolean {
  const [a, b] = [adoptedOn(one) ?? "", adoptedOn(other) ?? ""];
  return a === b ? one.number > other.number : a > b;
}

/** The text both agreed last; before that, the text on the table. */
export function standingText<V extends Version>(versions: readonly V[]): V | null {
  const agreed = versions.filter((version) => adoptedOn(version) !== null);
  const [first, ...others] = agreed.length > 0 ? agreed : versions.filter((v) => v.setAsideOn === null);
  return first ? others.reduce((last, one) => (one.number > last.number ? one : last), first) : null;
}

/** The text that waits for an answer while another one holds; null: none does. */
export function pendingChange<V extends Version>(versions: readonly V[]): V | null {
  if (!versions.some((version) => adoptedOn(version) !== null)) return null;
  return (
    versions.find((v) => v.setAsideOn === null && v.proposedOn !== null && adoptedOn(v) === null) ?? null
  );
}

/** What became of a version, as a tag says it. */
export function versionSays(version: Version): string {
  const adopted = adoptedOn(version);
  if (adopted !== null) return "Agreed by both";
  if (version.setAsideOn !== null) return "Set aside";
  return version.proposedOn === null ? "Draft" : "Proposed";
}
