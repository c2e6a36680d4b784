import type { Day } from "~/platform/calendar/day";
import { otherSide, type Side } from "../identity/actor";

/** One version of a meeting's minutes. */
export type MinutesVersion = {
  id: string;
  version: number;
  text: string;
  draftedBySide: Side;
  draftedOn: Day;
  sentOn: Day | null;
  agreedByCouncilOn: Day | null;
  agreedByCommunityOn: Day | null;
  councilDissent: string | null;
  communityDissent: string | null;
};

export type MinutesState = "draft" | "sent" | "agreed";

/** Draft until sent; sent until both sides agreed; from then the text is frozen. */
export function minutesState(
  minutes: Pick<MinutesVersion, "sentOn" | "agreedByCouncilOn" | "agreedByCommunityOn">,
): MinutesState {
  if (minutes.sentOn === null) return "draft";
  return minutes.agreedByCouncilOn !== null && minutes.agreedByCommunityOn !== null ? "agreed" : "sent";
}

/** The day a side agreed this version, or null. */
export function agreedOn(
  minutes: Pick<MinutesVersion, "agreedByCouncilOn" | "agreedByCommunityOn">,
  side: Side,
): Day | null {
  return side === "council" ? minutes.agreedByCouncilOn : minutes.agreedByCommunityOn;
}

/** What a side does not agree with, beside the text; null where it said nothing. */
export function dissentOf(
  minutes: Pick<MinutesVersion, "councilDissent" | "communityDissent">,
  side: Side,
): string | null {
  return side === "council" ? minutes.councilDissent : minutes.communityDissent;
}

/** The version on the table: the newest. Versions in any order. */
export function currentMinutes<V extends Pick<MinutesVersion, "version">>(versions: readonly V[]): V | null {
  return versions.reduce<V | null>(
    (newest, one) => (newest === null || one.version > newest.version ? one : newest),
    null,
  );
}

/** The day minutes were first sent, of any version; null while none were. This is what the score reads. */
export function firstSentOn(versions: readonly Pick<MinutesVersion, "sentOn">[]): Day | null {
  const days = versions.flatMap(({ sentOn }) => (sentOn === null ? [] : [sentOn]));
  return days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);
}

/**
 * Where a changed text goes: 'replace' the side's own unsent draft, or a 'new' version. What was sent is never
 * overwritten, agreed or not: nobody's agreement may come to stand under words they have not read.
 */
export function placeOfDraft(current: MinutesVersion | null, side: Side): "replace" | "new" {
  return current !== null && minutesState(current) === "draft" && current.draftedBySide === side
    ? "replace"
    : "new";
}

/** Whether a side may send the version on the table: its own draft. */
export function maySend(current: MinutesVersion | null, side: Side): true | string {
  if (current === null) return "There are no minutes yet.";
  if (minutesState(current) !== "draft") return "These minutes have already been sent.";
  return current.draftedBySide === side || "The side that wrote this draft sends it.";
}

/** Whether a side may agree, or note its dissent: sent, and not agreed by it yet. */
export function mayAgree(current: MinutesVersion | null, side: Side): true | string {
  if (current === null) return "There are no minutes yet.";
  if (minutesState(current) === "draft") return "These minutes have not been sent yet.";
  return agreedOn(current, side) === null || "Your side has already agreed these minutes.";
}

/** Who has still to agree the version on the table. */
export function waitingFor(current: MinutesVersion): Side[] {
  if (minutesState(current) !== "sent") return [];
  return [current.draftedBySide, otherSide(current.draftedBySide)].filter(
    (side) => agreedOn(current, side) === null,
  );
}
