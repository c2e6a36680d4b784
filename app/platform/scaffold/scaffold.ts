import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLinkLine, withListLine } from "./list.ts";
import { fill, readTemplate, type Template } from "./template.ts";

/** What is to be written: a kind, a name of that kind, and the day (YYYY-MM-DD) on which it is. */
export type Wanted = { kind: string; name: string; day: string };

/** Writes the file, its test where the kind has one, and its line in the list; the paths written, from `root`. */
export function scaffold(root: string, { kind, name, day }: Wanted): string[] {
  const template = readTemplate(kind);
  if (!template.name.test(name)) {
    throw new Error(`A ${kind} is named like "${template.example}", not "${name}".`);
  }
  return existsSync(join(root, template.folder, "index.ts"))
    ? writeCode(root, template, name)
    : writeDocument(root, template, name, day);
}

function writeCode(root: string, { folder, ending, body, test }: Template, name: string): string[] {
  const constant = constantOf(name);
  const values = { name, const: constant, words: inWords(name) };
  const list = `${folder}/index.ts`;
  const file = ending === "" ? name : `${name}.${ending}`;
  const written = [create(root, `${folder}/${file}.ts`, fill(body, values))];
  if (test) written.push(create(root, `${folder}/${file}.test.ts`, fill(test, values)));
  change(root, list, (text) => withListLine(text, file, constant));
  return [...written, list];
}

function writeDocument(root: string, { folder, body }: Template, name: string, day: string): string[] {
  const number = readdirSync(join(root, folder)).filter((file) => /^\d{4}-/.test(file)).length + 1;
  const file = `${String(number).padStart(4, "0")}-${name}.md`;
  const words = inWords(name);
  const values = { number: String(number), words, day };
  const list = `${folder}/README.md`;
  const written = create(root, `${folder}/${file}`, fill(body, values));
  change(root, list, (text) => withLinkLine(text, `${number}. [${words}](${file})`));
  return [written, list];
}

/** What a file exports: "C1.1" as C1_1, "strength-named" as strengthNamed. */
function constantOf(name: string): string {
  return name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, "_");
}

function inWords(name: string): string {
  return `${name[0]?.toUpperCase()}${name.slice(1).replaceAll("-", " ")}`;
}

function create(root: string, path: string, text: string): string {
  if (existsSync(join(root, path))) throw new Error(`${path} is there already.`);
  writeFileSync(join(root, path), text);
  return path;
}

function change(root: string, path: string, make: (text: string) => string): void {
  writeFileSync(join(root, path), make(readFileSync(join(root, path), "utf8")));
}
