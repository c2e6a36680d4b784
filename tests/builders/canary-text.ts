import { strFromU8, unzipSync } from "fflate";
import type { Answered } from "./fixtures-server";
import { textOfPdf } from "./pdf-text";

const CANARY = /canary-[a-z]+(?:-[a-z]+)*(?:\.[a-z_]+)?/g;

/** What an answer is, by what its reader sees. */
export type Form =
  | "page"
  | "data"
  | "table"
  | "calendar"
  | "word"
  | "sheet"
  | "print"
  | "program"
  | "mail"
  | "other";

const FORMS: readonly [RegExp, Form][] = [
  [/text\/html/, "page"],
  [/text\/x-script/, "data"],
  [/text\/csv/, "table"],
  [/text\/calendar/, "calendar"],
  [/wordprocessingml/, "word"],
  [/spreadsheetml/, "sheet"],
  [/application\/pdf/, "print"],
  [/json/, "program"],
];

/** Which form an answer has. */
export function formOf({ headers }: Pick<Answered, "headers">): Form {
  return FORMS.find(([type]) => type.test(headers["content-type"] ?? ""))?.[1] ?? "other";
}

/** All words of an answer with its headers, however they are packed, folded or drawn. */
export function wordsOf(answer: Pick<Answered, "headers" | "body" | "bytes">): string {
  const form = formOf(answer);
  const words = () => {
    if (form === "print") return textOfPdf(answer.bytes);
    if (form === "word" || form === "sheet") return textOfPacked(answer.bytes);
    // A calendar breaks its long lines: they are read whole.
    return answer.body.replaceAll("\r\n ", "");
  };
  return `${words()} ${JSON.stringify(answer.headers)}`;
}

/** The words of each part of an Office document, with those that are cut into several pieces whole. */
function textOfPacked(bytes: Buffer): string {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name));
  const texts = parts.map(([, part]) => strFromU8(part).replace(/<\/(w:p|si|c)>/g, "\n"));
  return [...texts, ...texts.map((text) => text.replace(/<[^>]*>/g, ""))].join("\n");
}

/** Every canary in a text. */
export function canariesIn(text: string): string[] {
  return [...text.matchAll(CANARY)].map(([canary]) => canary);
}
