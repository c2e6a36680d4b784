import { expect, it } from "vitest";
import { wordConfirmEmail, wordEmailChanging } from "./confirm-email";
import { wordSignInLink } from "./sign-in-link";

const name = "Siân <b>";

it("a link to sign in comes with its code, and with what to do if nobody asked", () => {
  const mail = { name, address: "https://tracker.example/sign-in/link/abc", code: "012345", minutes: 10 };
  const { subject, text, html } = wordSignInLink(mail);
  expect(subject).not.toMatch(/012345|Siân/);
  expect(text).toContain("\n\nhttps://tracker.example/sign-in/link/abc\n\n");
  expect(text).toContain("that browser: 012345");
  expect(text).toContain("for 10 minutes");
  expect(html).toContain("Dear Siân &lt;b&gt;,");
});

it("a new address is asked to confirm, and the one before is told of it", () => {
  const { text } = wordConfirmEmail({ name, address: "https://tracker.example/account/email/abc" });
  expect(text).toContain("\n\nhttps://tracker.example/account/email/abc\n\n");
  expect(wordEmailChanging({ name, email: "new@test.example" }).text).toContain("new@test.example");
});
