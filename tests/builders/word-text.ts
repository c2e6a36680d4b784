import { inflateRawSync } from "node:zlib";

const ENTRY = 0x02014b50;

/** One part of a Word document as it stands in it, such as `word/document.xml`. */
export function partOfWord(bytes: Uint8Array, part: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = new TextDecoder();
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (view.getUint32(at, true) !== ENTRY) continue;
    const name = text.decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name !== part) continue;
    const head = view.getUint32(at + 42, true);
    const from = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true);
    const packed = bytes.subarray(from, from + view.getUint32(at + 20, true));
    return text.decode(view.getUint16(at + 10, true) === 8 ? inflateRawSync(packed) : packed);
  }
  throw new Error(`No ${part} in this document.`);
}
