import { expect, it } from "vitest";
import { ACCOUNT_NOTICES, type AccountNotice, wordAccountNotice } from "./account-notice";

it.each(Object.keys(ACCOUNT_NOTICES) as AccountNotice[])("%s is told by name, with what to do", (notice) => {
  const { subject, text, html } = wordAccountNotice(notice, "Siân <b>");
  expect(subject).not.toContain("Siân");
  expect(text).toMatch(/^Dear Siân <b>,\n\n/);
  expect(text).toContain("tell a programme admin today");
  expect(html).toContain("Dear Siân &lt;b&gt;,");
});
