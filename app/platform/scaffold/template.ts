import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("./templates/", import.meta.url));

/** What `npm run new` writes for one kind of file: a text of templates/, so that this code knows no kind. */
export type Template = {
  /** Where files of this kind live; its list is the index.ts, or README.md, of the same folder. */
  folder: string;
  /** What stands between a file's name and ".ts", where something does. */
  ending: string;
  /** What names of this kind look like. */
  name: RegExp;
  example: string;
  body: string;
  /** The test beside the file, where this kind has one. */
  test: string | undefined;
};

/** The kinds there are templates for. */
export function templateKinds(): string[] {
  return readdirSync(folder)
    .map((file) => file.replace(/\.txt$/, ""))
    .sort();
}

/** The template of a kind; throws, naming those there are, where there is none. */
export function readTemplate(kind: string): Template {
  const kinds = templateKinds();
  if (!kinds.includes(kind)) throw new Error(`There is no kind "${kind}". Kinds: ${kinds.join(", ")}.`);
  const [head = "", rest = ""] = split(readFileSync(`${folder}${kind}.txt`, "utf8"), "---\n");
  const [body = "", test] = split(rest, "--- test\n");
  const setting = (key: string) => new RegExp(`^${key}: (.*)$`, "m").exec(head)?.[1] ?? "";
  return {
    folder: setting("folder"),
    ending: setting("ending"),
    name: new RegExp(setting("name")),
    example: setting("example"),
    body,
    test,
  };
}

function split(text: string, mark: string): [string, string | undefined] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Puts the values in place of {{their names}}. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
