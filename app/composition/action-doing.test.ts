import { describe, expect, test } from "vitest";
import { actionRules } from "~/features/actions/rules";
import { findKind } from "~/features/evidence/evidence";
import { doingOf } from "./action-doing";

const record = { id: "r", title: "Path", href: "/areas/oakfield/projects/r" };
const links = new Map([["r", record]]);
const about = { area: "oakfield", links, sighting: { recordIds: ["r"] } };

describe("where an action is done", () => {
  test.each(actionRules.map(({ id }) => id))("%s leads somewhere in the area", (id) => {
    const doing = doingOf(id, about);
    expect(doing?.href).toMatch(/^\/areas\/oakfield\/[a-z]/);
    const [, kind] = doing?.href.match(/evidence\/new\/(.+)$/) ?? [];
    if (kind !== undefined) expect(findKind(kind)).not.toBeNull();
  });

  test.each([
    ["C1.3", {}, "/areas/oakfield/projects/r"],
    ["C2.1", {}, "/areas/oakfield/evidence/new/briefing-given"],
    ["C2.5", { state: ["none in force"] }, "/areas/oakfield/agreements/new"],
    ["C2.5", { outranks: "mou-expiring" as const }, "/areas/oakfield/agreements/new"],
    ["C2.5", { state: ["liabilities"] }, record.href],
    ["C3.2", { state: ["not told"] }, record.href],
    ["P2.1", {}, "/areas/oakfield/milestones/new?project=r"],
    ["P4.2", {}, "/areas/oakfield/evidence/new/thanks"],
  ])("%s of %o: %s", (id, more, href) => {
    expect(doingOf(id, { ...about, sighting: { ...about.sighting, ...more } })?.href).toBe(href);
  });

  test("what the reader may not open is no way to do it", () => {
    expect(doingOf("C1.3", { ...about, links: new Map() })).toBeNull();
  });
});
