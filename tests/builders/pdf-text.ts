import { inflateSync } from "node:zlib";

/** What the codes of one font stand for, and how many hexadecimal digits each has. */
type Letters = { digits: number; of: Map<number, string> };

const STREAM = /(\d+) 0 obj\s*<<((?:(?!endobj)[\s\S])*?)>>\s*stream\r?\n/g;

/**
 * The words of a PDF as Chromium prints it, a line for each piece of text: read from its streams by what each font says
 * its codes mean. A word that was cut at a hyphen is whole again.
 */
export function textOfPdf(bytes: Buffer): string {
  const raw = bytes.toString("latin1");
  const streams = readStreams(raw, bytes);
  const fonts = readFonts(raw, streams);
  const told = raw.replace(/stream\r?\n[\s\S]*?endstream/g, "");
  const pages = [...streams.values()].filter((stream) => /\bBT\b/.test(stream));
  return `${pages.map((page) => textOfPage(page, fonts)).join("\n")}\n${told}`.replaceAll("-\n", "-");
}

function readStreams(raw: string, bytes: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  for (const head of raw.matchAll(STREAM)) {
    const from = head.index + head[0].length;
    const packed = bytes.subarray(from, raw.indexOf("endstream", from));
    const [, number = "", says = ""] = head;
    // What is no text may be packed in other ways.
    if (!says.includes("/FlateDecode")) found.set(number, packed.toString("latin1"));
    else if (!says.includes("/Image")) found.set(number, inflateSync(packed).toString("latin1"));
  }
  return found;
}

/** Fonts by their names on the pages: Chromium gives each font one name in a whole document. */
function readFonts(raw: string, streams: ReadonlyMap<string, string>): Map<string, Letters> {
  const fonts = new Map<string, Letters>();
  for (const [, name = "", number = ""] of raw.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const object = new RegExp(`(?:^|\\n)${number} 0 obj([\\s\\S]*?)endobj`).exec(raw)?.[1] ?? "";
    const map = streams.get(/\/ToUnicode (\d+) 0 R/.exec(object)?.[1] ?? "");
    if (map) fonts.set(name, readLetters(map));
  }
  return fonts;
}

function readLetters(map: string): Letters {
  const of = new Map<number, string>();
  for (const [, block = ""] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, code = "", text = ""] of block.matchAll(/<(\w+)> <(\w+)>/g))
      of.set(Number.parseInt(code, 16), letterOf(text));
  for (const [, block = ""] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, first = "", last = "", text = ""] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++)
        of.set(code, String.fromCharCode(Number.parseInt(text, 16) + code - Number.parseInt(first, 16)));
  return { digits: /begincodespacerange\n<(\w+)>/.exec(map)?.[1]?.length ?? 4, of };
}

/** Letters that were set as one stand together: `fi`. */
function letterOf(units: string): string {
  return Buffer.from(units, "hex").swap16().toString("utf16le");
}

function textOfPage(page: string, fonts: ReadonlyMap<string, Letters>): string {
  let font: Letters | undefined;
  let text = "";
  for (const [, name, codes, end] of page.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|(\bET\b)/g)) {
    if (name) font = fonts.get(name);
    if (end) text += "\n";
    const { digits = 4, of } = font ?? {};
    for (let at = 0; codes && at < codes.length; at += digits)
      text += of?.get(Number.parseInt(codes.slice(at, at + digits), 16)) ?? "";
  }
  return text;
}
