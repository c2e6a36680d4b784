import { describe, expect, it } from "vitest";
import { wordAnswerLink } from "./answer-link";

const mail = {
  contact: "Siân O’Neill <b>",
  asker: "The partnership",
  asked: "answer a request",
  address: "https://tracker.example/answer/abc?x=1&y=2",
  lastDay: "28 October 2026",
  again: false,
};

describe("a mail with a link", () => {
  it("says the same as text and as a page, and takes nothing for markup", () => {
    const { subject, text, html } = wordAnswerLink(mail);
    expect(subject).toBe("The partnership asks you to answer a request");
    expect(text).toContain("Dear Siân O’Neill <b>,");
    expect(text).toContain("\n\nhttps://tracker.example/answer/abc?x=1&y=2\n\n");
    expect(html).toContain("Dear Siân O’Neill &lt;b&gt;,");
    expect(html).toContain('href="https://tracker.example/answer/abc?x=1&amp;y=2"');
    expect(html).not.toContain("<b>");
  });

  it("says that it was sent before, where it was", () => {
    expect(wordAnswerLink({ ...mail, again: true })).toMatchObject({
      subject: "Still open: The partnership asks you to answer a request",
      text: expect.stringContaining("This was sent before."),
    });
    expect(wordAnswerLink(mail).text).not.toContain("before");
  });
});
