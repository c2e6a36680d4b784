import { describe, expect, it } from "vitest";
import { partOfWord } from "../../tests/builders/word-text";
import { writeWordDocument } from "./word-document.server";

const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** A document with one text everywhere a text can stand: its XML, and what it says of itself. */
async function written(text: string): Promise<{ body: string; properties: string }> {
  const bytes = await writeWordDocument({
    title: text,
    opening: [text],
    sections: [{ heading: text, paragraphs: [text], table: { heads: [text], rows: [[text]] } }],
  });
  return {
    body: partOfWord(bytes, "word/document.xml"),
    properties: partOfWord(bytes, "docProps/core.xml"),
  };
}

describe("what was typed, in a Word document", () => {
  it.each([
    ["markup", "</w:t><w:p w=\"1\">&amp; 'it'", "&lt;/w:t&gt;&lt;w:p w=&quot;1&quot;&gt;&amp;amp; "],
    ["a section of its own", "]]><!-- &lol; -->", "]]&gt;&lt;!-- &amp;lol; --&gt;"],
    ["control characters", "a\u0001b\u000bc\u001fd\uffff", "abcd"],
    ["what reads from right to left", "\u202eabc", "\u202eabc"],
  ])("%s is text, six times, and nothing else", async (_, typed, shown) => {
    const { body, properties } = await written(typed);
    expect(body.split(shown)).toHaveLength(7);
    expect(body).not.toMatch(NOT_XML);
    expect(properties).toContain(shown);
    expect(properties).not.toMatch(NOT_XML);
  });
});
