import { RouterContextProvider } from "react-router";
import { afterAll, describe, expect, it, vi } from "vitest";
import { MouDocument } from "~/features/agreements/components/mou-document";
import { type MouDocumentView, toWordDocument } from "~/features/agreements/mou-document";
import { fileTypeOf } from "~/platform/file-type";
import { closePrinter, printPdf } from "~/platform/pdf.server";
import { writeWordDocument } from "~/platform/word-document.server";
import { partOfWord } from "../../tests/builders/word-text";
import { sendPrinted, toDocument } from "./printed.server";

const taker = () => ({ context: new RouterContextProvider(), params: {} });
const view: MouDocumentView = {
  title: 'Looking after <the field> & "us"',
  opening: ["In force. Version 2.", "Between the partnership and the council."],
  clauses: [{ heading: "roles", text: "One officer.\nOne member." }],
  signatures: { heads: ["For", "Name"], rows: [["The partnership", "Amina Yusuf"]] },
};

afterAll(closePrinter);

describe("a printed document", () => {
  it("is a whole page that fetches nothing, with what was typed as text", () => {
    const html = toDocument(MouDocument, { view }, view.title);
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain("Looking after &lt;the field&gt; &amp;");
    expect(html).not.toMatch(/(src|href)=|url\((?!data:)|<script/);
  });

  it("becomes a tagged PDF", async () => {
    const answer = await sendPrinted(taker(), MouDocument, { view }, view.title);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    expect(answer.headers.get("Content-Disposition")).toMatch(/^attachment; .*\.pdf/);
    const pdf = new Uint8Array(await answer.arrayBuffer());
    expect(fileTypeOf(pdf)).toBe("pdf");
    const text = new TextDecoder("latin1").decode(pdf);
    expect(text).toContain("/MarkInfo");
    expect(text).toContain("/StructTreeRoot");
    expect(text).toMatch(/\/Lang/);
  });

  it("reaches nothing outside, whatever is in it", async () => {
    const asked = vi.fn();
    const { createServer } = await import("node:http");
    const server = createServer((_, response) => {
      asked();
      response.end();
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const html = `<img src="http://127.0.0.1:${port}/x"><iframe src="file:///etc/passwd"></iframe><script>fetch("http://127.0.0.1:${port}/y")</script>`;
    expect(await printPdf(html)).not.toBeNull();
    server.close();
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    ["there is no Chromium", "/nowhere/chromium"],
    ["it does not start", process.execPath],
  ])("is answered 503 with the print view where %s", async (_, path) => {
    await closePrinter();
    vi.stubEnv("CHROMIUM_PATH", path);
    const answer = await sendPrinted(taker(), MouDocument, { view }, view.title);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([503, "text/html; charset=utf-8"]);
    expect(await answer.text()).toMatch(/Print this page[\s\S]*One officer/);
  });
});

describe("an agreement as a Word document", () => {
  it("is one, by what is in it, with numbered headings and the table to sign in", async () => {
    const bytes = await writeWordDocument(toWordDocument(view));
    expect(fileTypeOf(bytes)).toBe("docx");
    const xml = partOfWord(bytes, "word/document.xml");
    const said = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text);
    expect(said).toEqual([
      "Looking after &lt;the field&gt; &amp; &quot;us&quot;",
      ...view.opening,
      "1. Roles and responsibilities",
      "One officer.",
      "One member.",
      "Signed",
      ...["For", "Name"],
      ...["The partnership", "Amina Yusuf"],
    ]);
  });
});
