import { expect, it } from "vitest";
import { wordInvitation } from "./invitation";

it("an invitation says who asks for what, by one link, and its subject names nobody", () => {
  const address = "https://tracker.example/invitation/abc";
  const asked = "to read along, for Oakfield";
  const mail = wordInvitation({ name: "Siân <b>", inviter: "Bo", asked, address, days: 7 });
  expect(mail.subject).not.toMatch(/Siân|Bo|Oakfield/);
  expect(mail.text).toContain("Bo asks you to read along, for Oakfield.");
  expect(mail.text.match(/https:\/\/\S+/g)).toEqual([address]);
  expect(mail.text).toContain("for 7 days");
  expect(mail.html).toContain("Dear Siân &lt;b&gt;,");
});
