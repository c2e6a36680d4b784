import { type FileProblem, type Located, type Reading, refused, wholeFile } from "./problem";

/** One BEGIN … END of a vCard or iCalendar file: its own lines unfolded, and the blocks inside it. */
export interface Block {
  /** In capitals. */
  readonly name: string;
  readonly line: number;
  readonly lines: readonly Located<string>[];
  readonly blocks: readonly Block[];
}

const DEEPEST = 8;
const LONGEST_LINE = 20_000;
const MOST_BLOCKS = 20_000;
/** Pictures, sounds, keys and attachments are left out before anything reads them. */
const LEFT_OUT = /^(?:[A-Z0-9-]+\.)?(PHOTO|LOGO|SOUND|KEY|ATTACH|IMAGE)[;:]/i;
const PROPERTY = /^(?:[A-Z0-9-]+\.)?[A-Z0-9-]+[;:]/i;

type Open = { name: string; line: number; lines: Located<string>[]; blocks: Open[] };

/**
 * The blocks of a text in the line format of vCard and iCalendar, as deep as they may nest. Nothing of a block is
 * understood here: lines are unfolded and must look like properties, and every BEGIN has its END.
 */
export function readBlocks(text: string): Reading<readonly Block[]> {
  const { lines, problems } = unfold(text);
  const open: Open[] = [{ name: "", line: 0, lines: [], blocks: [] }];
  let count = 0;
  for (const { line, value } of lines) {
    const inside = open.at(-1);
    const [, edge, word = ""] = /^(BEGIN|END):\s*([A-Z0-9-]+)\s*$/i.exec(value) ?? [];
    const name = word.toUpperCase();
    if (edge?.toUpperCase() === "BEGIN") {
      count += 1;
      if (count > MOST_BLOCKS) return refused([wholeFile("The file holds too many parts. Split it.")]);
      if (open.length > DEEPEST) return refused([{ line, column: null, message: TOO_DEEP }]);
      const block: Open = { name, line, lines: [], blocks: [] };
      inside?.blocks.push(block);
      open.push(block);
    } else if (edge) {
      if (open.length === 1 || inside?.name !== name)
        return refused([{ line, column: null, message: `END:${word} has no BEGIN:${word} before it.` }]);
      open.pop();
    } else if (!PROPERTY.test(value) || open.length === 1) {
      problems.push({ line, column: null, message: NOT_A_PROPERTY });
    } else {
      inside?.lines.push({ line, value });
    }
  }
  const left = open.length > 1 ? open.at(-1) : undefined;
  if (left) problems.push({ line: left.line, column: null, message: `BEGIN:${left.name} is never ended.` });
  if (problems.length > 0) return refused(problems);
  return { ok: true, value: open[0]?.blocks ?? [], notices: [] };
}

const TOO_DEEP = `Parts stand inside each other more than ${DEEPEST} deep, which no calendar or address book needs.`;
const NOT_A_PROPERTY =
  "This line is not of a calendar or address book. Export the file again, and do not change it by hand.";

/** Physical lines put together again where they were folded; those left out are not kept. */
function unfold(text: string): { lines: Located<string>[]; problems: FileProblem[] } {
  const lines: { line: number; parts: string[]; length: number; skipped: boolean }[] = [];
  const problems: FileProblem[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last) {
      last.length += raw.length;
      if (!last.skipped && last.length <= LONGEST_LINE) last.parts.push(raw.slice(1));
    } else if (raw.trim() !== "") {
      lines.push({ line: index + 1, parts: [raw], length: raw.length, skipped: LEFT_OUT.test(raw) });
    }
  }
  const kept = lines.filter(({ skipped }) => !skipped);
  for (const { line, parts, length } of kept) {
    if (length > LONGEST_LINE) problems.push({ line, column: null, message: "This line is far too long." });
    else if (/\p{Cc}/u.test(parts.join("").replaceAll("\t", "")))
      problems.push({ line, column: null, message: "This line holds a control character." });
  }
  return { lines: kept.map(({ line, parts }) => ({ line, value: parts.join("") })), problems };
}

/** The blocks of one name, wherever they stand. */
export function blocksNamed(blocks: readonly Block[], name: string): Block[] {
  return blocks.flatMap((block) => [
    ...(block.name === name ? [block] : []),
    ...blocksNamed(block.blocks, name),
  ]);
}

/** A block's own lines as text again, without the blocks inside it. */
export function blockText({ name, lines }: Block): string {
  return [`BEGIN:${name}`, ...lines.map(({ value }) => value), `END:${name}`].join("\r\n");
}

/** One line of text for a title, a name or a place: no line breaks, no control characters, at most 200. */
export function oneLine(text: unknown, max = 200): string {
  if (typeof text !== "string") return "";
  const words = text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .normalize("NFC")
    .trim();
  return [...words].length > max ? `${[...words].slice(0, max - 1).join("")}…` : words;
}
