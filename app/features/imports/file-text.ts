import { type FileProblem, type Reading, refused, wholeFile } from "./problem";

/** The largest file taken, in bytes, unless a format says otherwise: 20 MB. */
export const MAX_FILE_BYTES = 20_000_000;

const SAVE_AS =
  "Open it in your spreadsheet, choose Save as, then “CSV UTF-8 (Comma delimited)”, and try again with that file.";

const SIGNATURES: readonly { readonly starts: readonly number[]; readonly message: string }[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], message: `This is an Excel workbook, not a CSV file. ${SAVE_AS}` },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], message: `This is an old Excel workbook, not a CSV file. ${SAVE_AS}` },
  { starts: [0x25, 0x50, 0x44, 0x46], message: "This is a PDF, not a CSV file. Ask for the list as CSV." },
  { starts: [0x1f, 0x8b], message: "This file is compressed. Unpack it and try again with the CSV file." },
  { starts: [0xff, 0xfe], message: `This file is saved as Unicode (UTF-16), not as UTF-8. ${SAVE_AS}` },
  { starts: [0xfe, 0xff], message: `This file is saved as Unicode (UTF-16), not as UTF-8. ${SAVE_AS}` },
  { starts: [0, 0, 0xfe, 0xff], message: `This file is saved as Unicode (UTF-32), not as UTF-8. ${SAVE_AS}` },
];

/** Why a file of this many bytes is refused before any of it is read; undefined where it is not. */
export function sizeProblem(bytes: number, limit: number = MAX_FILE_BYTES): FileProblem | undefined {
  if (bytes === 0) return wholeFile("The file is empty.");
  if (bytes <= limit) return undefined;
  return wholeFile(
    `The file is ${megabytes(bytes)} MB; the most that is taken is ${megabytes(limit)} MB. Split it, or remove the columns that are not needed.`,
  );
}

/** In MB, rounded up to a tenth, so that a file one byte too large does not read as just small enough. */
function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 100_000) / 10);
}

/**
 * A file's text: UTF-8, with or without a byte order mark, every line ending made "\n". Refused in words: other
 * encodings, workbooks, NUL bytes. A notice where a character was lost before the file reached us (�).
 */
export function readText(bytes: Uint8Array, limit: number = MAX_FILE_BYTES): Reading<string> {
  const tooLarge = sizeProblem(bytes.length, limit);
  if (tooLarge) return refused([tooLarge]);
  const signature = SIGNATURES.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte));
  if (signature) return refused([wholeFile(signature.message)]);
  const nul = bytes.indexOf(0);
  if (nul >= 0) return refused([nulProblem(bytes, nul)]);
  const invalid = firstInvalidByte(bytes);
  if (invalid >= 0) return refused([encodingProblem(bytes, invalid)]);
  const text = new TextDecoder("utf-8").decode(bytes).replace(/\r\n?/g, "\n");
  if (text.trim() === "") return refused([wholeFile("The file is empty.")]);
  return { ok: true, value: text, notices: lostCharacters(text) };
}

function nulProblem(bytes: Uint8Array, at: number): FileProblem {
  const start = bytes.subarray(0, 4096);
  const zeros = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  // Text without accents in UTF-16 is every second byte a zero, with or without a byte order mark.
  if (zeros > start.length / 4)
    return wholeFile(`This file is saved as Unicode (UTF-16), not as UTF-8. ${SAVE_AS}`);
  const message = "The file holds a NUL byte, which no text does: it is damaged, or not a CSV file.";
  return { line: lineOf(bytes, at), column: null, message };
}

function encodingProblem(bytes: Uint8Array, at: number): FileProblem {
  const message = `From here the file is not UTF-8: it is saved in an older Windows encoding (Windows-1252), so accents and some marks would be lost. ${SAVE_AS}`;
  return { line: lineOf(bytes, at), column: null, message };
}

/** The offset of the first byte that is not UTF-8, or −1. */
function firstInvalidByte(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return -1;
  // The largest prefix, by halves, that could still be the beginning of UTF-8.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return good;
}

function isUtf8(bytes: Uint8Array, unfinished = false): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: unfinished });
    return true;
  } catch {
    return false;
  }
}

function lineOf(bytes: Uint8Array, at: number): number {
  let line = 1;
  for (let index = 0; index < at; index += 1) {
    if (bytes[index] === 0x0a || (bytes[index] === 0x0d && bytes[index + 1] !== 0x0a)) line += 1;
  }
  return line;
}

function lostCharacters(text: string): FileProblem[] {
  if (!text.includes("\uFFFD")) return [];
  const message = "A character was lost before this file was saved (it shows as �). Check the spelling.";
  return text
    .split("\n")
    .flatMap((line, index) => (line.includes("\uFFFD") ? [{ line: index + 1, column: null, message }] : []));
}
