import { expect, it } from "vitest";
import { wordBreakGlass } from "./break-glass";

it("says where to look, and nothing of what is recorded", () => {
  const address = "http://localhost:3000/areas/oakfield/audit";
  const mail = wordBreakGlass({ name: "Amina <b>", address });
  expect(mail.text).toContain(`Dear Amina <b>,`);
  expect(mail.html).toContain("Dear Amina &lt;b&gt;,");
  expect(mail.text.split("\n\n").at(-1)).toBe(address);
  expect(mail.html).toContain(`<a href="${address}">`);
});
