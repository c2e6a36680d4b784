import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import {
  currentMinutes,
  dissentOf,
  firstSentOn,
  type MinutesVersion,
  mayAgree,
  maySend,
  minutesState,
  placeOfDraft,
  waitingFor,
} from "./minutes";

const DAY = toDay("2026-03-03");
const draft: MinutesVersion = {
  id: "m",
  version: 1,
  text: "We met.",
  draftedBySide: "community",
  draftedOn: DAY,
  sentOn: null,
  agreedByCouncilOn: null,
  agreedByCommunityOn: null,
  councilDissent: null,
  communityDissent: null,
};
const sent = { ...draft, sentOn: DAY };
const half = { ...sent, agreedByCouncilOn: DAY };
const agreed = { ...half, agreedByCommunityOn: DAY };

describe("minutes", () => {
  it.each([
    [draft, "draft"],
    [sent, "sent"],
    [half, "sent"],
    [agreed, "agreed"],
  ] as const)("state %#", (minutes, state) => {
    expect(minutesState(minutes)).toBe(state);
  });

  it.each([
    [null, "community", "new"],
    [draft, "community", "replace"],
    [draft, "council", "new"],
    [sent, "community", "new"],
    [half, "community", "new"],
    [agreed, "community", "new"],
  ] as const)("a changed text %#: what was sent is never overwritten", (current, side, place) => {
    expect(placeOfDraft(current, side)).toBe(place);
  });

  it.each([
    [null, "community", false],
    [draft, "community", true],
    [draft, "council", false],
    [sent, "community", false],
  ] as const)("sending %#", (current, side, may) => {
    expect(maySend(current, side) === true).toBe(may);
  });

  it.each([
    [null, "council", false],
    [draft, "council", false],
    [sent, "council", true],
    [sent, "community", true],
    [half, "council", false],
    [half, "community", true],
    [agreed, "community", false],
  ] as const)("agreeing %#", (current, side, may) => {
    expect(mayAgree(current, side) === true).toBe(may);
  });

  it("says who has still to agree", () => {
    expect(waitingFor(draft)).toEqual([]);
    expect(waitingFor(sent)).toEqual(["community", "council"]);
    expect(waitingFor(half)).toEqual(["community"]);
    expect(waitingFor(agreed)).toEqual([]);
  });

  it("finds the newest version and the first day of sending, in any order", () => {
    const later = { ...sent, version: 2, sentOn: toDay("2026-03-09") };
    expect(currentMinutes([later, sent])?.version).toBe(2);
    expect(currentMinutes([sent, later])?.version).toBe(2);
    expect(currentMinutes([])).toBeNull();
    expect(firstSentOn([later, draft, sent])).toBe("2026-03-03");
    expect(firstSentOn([draft])).toBeNull();
  });

  it("keeps each side's dissent apart", () => {
    const one = { ...agreed, councilDissent: "Not so", communityDissent: null };
    expect([dissentOf(one, "council"), dissentOf(one, "community")]).toEqual(["Not so", null]);
  });
});
