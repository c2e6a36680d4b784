import { Document, Packer, Paragraph } from "docx";
import { describe, expect, it } from "vitest";
import { checkFile, fileName, fileTypeOf } from "./file-type";

const ascii = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => new Uint8Array(values);

/** An archive of empty files under these names, but for OpenDocument's first, which says what it is. */
function archive(names: readonly string[], first = ""): Uint8Array {
  const local = names.map((name, i) => head(0x04034b50, 30, name, i === 0 ? first : ""));
  const directory = names.map((name) => head(0x02014b50, 46, name, ""));
  const at = local.reduce((sum, part) => sum + part.length, 0);
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(10, names.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return new Uint8Array([...local, ...directory, end].flatMap((part) => [...part]));
}

function head(signature: number, length: number, name: string, content: string): Uint8Array {
  const part = new Uint8Array(length + name.length + content.length);
  const view = new DataView(part.buffer);
  view.setUint32(0, signature, true);
  view.setUint16(length === 30 ? 26 : 28, name.length, true);
  part.set(ascii(name), length);
  part.set(ascii(content), length + name.length);
  return part;
}

const ODT = "application/vnd.oasis.opendocument.text";
const XLSX = ["[Content_Types].xml", "xl/workbook.xml"];

describe("what a file is, from its bytes", () => {
  it.each([
    ["pdf", ascii("%PDF-1.7\n…")],
    ["png", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0)],
    ["jpeg", bytes(0xff, 0xd8, 0xff, 0xe0, 0)],
    ["xlsx", archive(XLSX)],
    ["odt", archive(["mimetype", "content.xml"], ODT)],
    ["text", ascii("name,day\nÄnne,1 March\r\n\tand more")],
    ["text", ascii("a < b, said plainly")],
    [null, ascii("<!DOCTYPE html><script>alert(1)</script>")],
    [null, ascii(" <svg onload=alert(1)>")],
    [null, ascii("text with \0 in it")],
    [null, bytes(0xff, 0xfe, 0x41, 0x00)],
    [null, bytes(0xc3, 0x28)],
    [null, ascii("MZ\x90\0\x03")],
    [null, ascii("PK\x03\x04 cut off")],
    [null, archive(["readme.txt"])],
    [null, archive(["[Content_Types].xml", "ppt/presentation.xml"])],
    [null, archive([...XLSX, "xl/vbaProject.bin"])],
    [null, archive(["mimetype", "content.xml"], "application/vnd.oasis.opendocument.spreadsheet")],
    [null, archive(["content.xml", "mimetype"], ODT)],
  ])("%s", (type, content) => {
    expect(fileTypeOf(content)).toBe(type);
  });

  it("knows a Word document that a library wrote", async () => {
    const document = new Document({ sections: [{ children: [new Paragraph("Hello")] }] });
    expect(fileTypeOf(new Uint8Array(await Packer.toArrayBuffer(document)))).toBe("docx");
  });
});

describe("a name and what is in it", () => {
  it("have to fit", () => {
    expect(checkFile("Minutes.PDF", "pdf")).toBe(true);
    expect(checkFile("list.csv", "text")).toBe(true);
    expect(checkFile("photo.pdf", "png")).toBe(
      "Its name does not fit what is in it: this is a PNG picture, whose name ends in .png.",
    );
    expect(checkFile("sheet.docx", "xlsx")).toMatch(/^Its name .* an Excel sheet/);
    expect(checkFile("page.html", "text")).toMatch(/plain text/);
    expect(checkFile("nothing", "pdf")).toMatch(/\.pdf/);
    expect(checkFile("virus.exe", null)).toMatch(/none of these/);
  });

  it.each([
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\me\\plan.docx", "plan.docx"],
    ['a"b\r\n\u202egnp.pdf', "abgnp.pdf"],
    ["", "file"],
    [".pdf", ".pdf"],
    [`${"ä".repeat(400)}.pdf`, `${"ä".repeat(146)}.pdf`],
    ["\ud800.txt", "\ufffd.txt"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(fileName(typed)).toBe(kept);
  });
});
