import { describe, expect, it } from "vitest";
import type { AreaActor } from "../identity/actor";
import { PERSON_COLUMNS } from "./kept-data";
import { isOfNobody, isWithin, type KeptReach, scopeOf } from "./kept-reach";

const actor: AreaActor = {
  ...{ areaId: "here", areaSlug: "here", side: "community", organisationId: "ours", role: "lead" },
  ...{ relationships: [], userId: "me", name: "Me" },
};
const reach: KeptReach = {
  actor,
  organisations: new Set(["ours", "council"]),
  records: new Set(["seen"]),
  rounds: new Set(["round"]),
};

const RECORDS = [
  "record_id",
  "meeting_id",
  "request_id",
  "project_id",
  "evidence_id",
  "mou_id",
  "handover_id",
  "item_id",
];
const line = (record: string, more: Record<string, unknown>) => ({
  ...Object.fromEntries(RECORDS.map((name) => [name, record])),
  ...more,
});
const own = line("seen", { area_id: "here", organisation_id: "ours", check_in_id: "round" });
const isGiven = (place: string, row: Record<string, unknown>) =>
  isWithin(reach, scopeOf({ place, line: row }));

const places = [...new Set(PERSON_COLUMNS.map((at) => at.split(".")[0] ?? ""))];

describe("every place that names somebody", () => {
  it.each(places)("%s: is given of one's own, and not of another area", (place) => {
    expect(isGiven(place, own)).toBe(true);
    expect(isGiven(place, { ...own, area_id: "elsewhere" })).toBe(false);
  });
});

describe("a row about somebody", () => {
  it.each([
    ["note", { record_id: "seen" }, true],
    ["note", { record_id: "hidden" }, false],
    ["note", {}, false],
    ["reply", { record_id: "seen", organisation_id: "council" }, true],
    ["handover_item", { handover_id: "seen", item_id: "hidden" }, false],
    ["handover_item", { handover_id: "seen", item_id: "seen" }, true],
    ["assessment", { area_id: "here", organisation_id: "council" }, false],
    ["appointment", { area_id: null, organisation_id: "council" }, true],
    ["appointment", { area_id: null, organisation_id: "another" }, false],
    ["check_in_seat", { organisation_id: "ours", check_in_id: "another" }, false],
    ["person", { id: "one" }, true],
    ["a table of tomorrow", {}, false],
    ["a table of tomorrow", { organisation_id: "council" }, false],
  ])("%s %j: %s", (place, row, expected) => {
    expect(isGiven(place, row)).toBe(expected);
  });

  it("of words is of their record, and what a side does next is its own even so", () => {
    const scope = { area: "here", organisation: "council", round: null, records: ["seen"] };
    expect(isWithin(reach, { ...scope, place: "attachment" })).toBe(true);
    expect(isWithin(reach, { ...scope, place: "attachment", records: ["hidden"] })).toBe(false);
    expect(isWithin(reach, { ...scope, place: "action_state" })).toBe(false);
    expect(isWithin(reach, { ...scope, place: "action_state", organisation: "ours" })).toBe(true);
  });

  it("is nobody's where it says no more than who they are", () => {
    expect(isOfNobody(scopeOf({ place: "person", line: { id: "one" } }))).toBe(true);
    expect(isOfNobody(scopeOf({ place: "assessment", line: {} }))).toBe(false);
    expect(isOfNobody(scopeOf({ place: "merging", line: { area_id: "elsewhere" } }))).toBe(false);
  });
});
