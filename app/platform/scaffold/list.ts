/**
 * A list's text with one more import and one more entry. The entry goes after the last one that begins with the same
 * letter, as lists stand in the order shown; the import is written as the others are, and put in order by the formatter.
 */
export function withListLine(text: string, name: string, constant: string): string {
  const lines = text.split("\n");
  const lastImport = lines.findLastIndex((line) => line.startsWith("import "));
  const ending = lines[lastImport]?.endsWith('.ts";') ? ".ts" : "";
  lines.splice(lastImport + 1, 0, `import { ${constant} } from "./${name}${ending}";`);
  return withEntry(lines.join("\n"), constant);
}

function withEntry(text: string, constant: string): string {
  const open = text.indexOf("= [") + 2;
  const close = text.indexOf("]", open);
  if (open < 2 || close < 0) throw new Error("The list has no array of the form = [ … ].");
  const entries = text
    .slice(open + 1, close)
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  const last = entries.findLastIndex((entry) => entry[0] === constant[0]);
  entries.splice(last < 0 ? entries.length : last + 1, 0, constant);
  return `${text.slice(0, open)}[\n${entries.map((entry) => `  ${entry},\n`).join("")}${text.slice(close)}`;
}

/** A document's text with one more line at its end. */
export function withLinkLine(text: string, line: string): string {
  return `${text.trimEnd()}\n${line}\n`;
}
