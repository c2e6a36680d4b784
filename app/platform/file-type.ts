/** The files a record can carry. Ids are stored, and are for ever. */
export const FILE_TYPES = {
  pdf: { words: "PDF", endings: ["pdf"], mime: "application/pdf" },
  png: { words: "PNG picture", endings: ["png"], mime: "image/png" },
  jpeg: { words: "JPEG picture", endings: ["jpg", "jpeg"], mime: "image/jpeg" },
  docx: {
    words: "Word document",
    endings: ["docx"],
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  xlsx: {
    words: "Excel sheet",
    endings: ["xlsx"],
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  odt: {
    words: "OpenDocument text",
    endings: ["odt"],
    mime: "application/vnd.oasis.opendocument.text",
  },
  text: { words: "plain text file", endings: ["txt", "csv", "md"], mime: "text/plain; charset=utf-8" },
} as const satisfies Record<string, { words: string; endings: readonly string[]; mime: string }>;
export type FileType = keyof typeof FILE_TYPES;

/** Every ending that is taken, for the browser's own choice of files. */
export const FILE_ENDINGS = Object.values(FILE_TYPES).flatMap(({ endings }) =>
  endings.map((ending) => `.${ending}`),
);

const latin = new TextDecoder("latin1");
const starts = (bytes: Uint8Array, ...with_: number[]) => with_.every((byte, i) => bytes[i] === byte);

/** What a file is, from its bytes alone; null: nothing that is taken. */
export function fileTypeOf(bytes: Uint8Array): FileType | null {
  if (latin.decode(bytes.subarray(0, 5)) === "%PDF-") return "pdf";
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return officeTypeOf(bytes);
  return isPlainText(bytes) ? "text" : null;
}

/** Tabs and line breaks apart, plain text has no control characters; and it is whole UTF-8. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) return false;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text);
  } catch {
    return false;
  }
}

const MIMETYPE = "mimetype";
const ODT = FILE_TYPES.odt.mime;

/** Office files are archives: what lies in them says which. One with macros is none of these. */
function officeTypeOf(bytes: Uint8Array): FileType | null {
  const names = namesIn(bytes);
  if (names === null || names.some((name) => /vbaProject|^Basic\//i.test(name))) return null;
  const has = (name: string) => names.includes(name);
  if (has("[Content_Types].xml")) {
    if (has("word/document.xml")) return "docx";
    return has("xl/workbook.xml") ? "xlsx" : null;
  }
  // OpenDocument says what it is in its first entry, stored as it stands after the 30 bytes of the entry's head.
  const from = 30 + MIMETYPE.length;
  const said = latin.decode(bytes.subarray(from, from + ODT.length));
  return names[0] === MIMETYPE && said === ODT && has("content.xml") ? "odt" : null;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const COMMENT_MOST = 65_535;

/** The names in an archive, from its directory at the end; null where that is not whole. */
function namesIn(bytes: Uint8Array): string[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (at + ENTRY_LENGTH > bytes.length || view.getUint32(at, true) !== ENTRY_SIGNATURE) return null;
    const length = view.getUint16(at + 28, true);
    names.push(latin.decode(bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length)));
    at += ENTRY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - COMMENT_MOST);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  return null;
}

/** A name as it can be stored and sent back: no path, no control characters, not too long; the ending stays. */
export function fileName(typed: string): string {
  const last = typed.split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}"]/gu, "")
    .trim();
  const dot = clean.lastIndexOf(".");
  const ending = dot > 0 ? clean.slice(dot) : "";
  const stem = (dot > 0 ? clean.slice(0, dot) : clean).slice(0, MOST_NAME - ending.length).toWellFormed();
  return `${stem || "file"}${ending.slice(0, MOST_ENDING)}`;
}
const MOST_NAME = 150;
const MOST_ENDING = 10;

/** Whether a file is what its name says it is; else what is wrong, in words. */
export function checkFile(name: string, type: FileType | null): true | string {
  const kinds = "a PDF, a picture (PNG or JPEG), a Word, Excel or OpenDocument file, or plain text";
  if (type === null) return `Choose ${kinds}. What is in this file is none of these.`;
  const { words, endings } = FILE_TYPES[type];
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  if (endings.some((each) => each === ending)) return true;
  return `Its name does not fit what is in it: this is ${/^[aeiou]/i.test(words) ? "an" : "a"} ${words}, whose name ends in .${endings[0]}.`;
}
