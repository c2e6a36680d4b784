import { expect, it } from "vitest";
import { sayAccess, wayOf } from "./audit";

it.each([
  ["user:1", "commitments.edit", null, "page"],
  ["user:1", "people.add", "imports.contacts", "import"],
  ["user:1", "imports.people", null, "import"],
  ["token:1", "commitments.edit", null, "program"],
  ["link:1", "commitments.confirm", null, "link"],
  ["auth", "identity.signed-in", null, "signing-in"],
  ["release", "check-ins.release", null, "job"],
  ["job:send-link", "links.send", null, "job"],
])("%s doing %s within %s came by %s", (principal, command, via, way) => {
  expect(wayOf({ principal, command, via })).toBe(way);
});

it("words what no command did, and leaves the rest to its command", () => {
  expect(sayAccess("access.refused", { path: "/areas/oakfield" })).toBe("was refused: /areas/oakfield");
  expect(sayAccess("access.refused", { command: "aims.edit", why: "…" })).toBe("was refused: aims.edit");
  expect(sayAccess("retention.applied", { rule: "bin", rows: 3 })).toMatch(/3 lines .*“bin”/);
  expect(sayAccess("retention.run", { rows: 0 })).toMatch(/ 0 lines /);
  expect(sayAccess("studies.ended", { title: "Promises" })).toMatch(/“Promises”.* last day/);
  expect(sayAccess("aims.edit", {})).toBeNull();
});
