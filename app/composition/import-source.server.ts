import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { sizeProblem } from "~/features/imports/file-text";
import type { Reading } from "~/features/imports/problem";
import { problemsText } from "~/features/imports/report";

/** Why nothing was done, in words for whoever asked. */
export class Refused extends Error {}

/** How an import is asked for: in whose name, and whether to carry it out or only to look. */
export type Asked = {
  as: string;
  council: string | undefined;
  on: string | undefined;
  fullList: boolean;
  /** For an area's own imports: the area, and a council or organisation in it, as addresses name them. */
  area?: string | undefined;
  organisation?: string | undefined;
  role?: string | undefined;
  how?: string | undefined;
  apply: boolean;
};

/** A file's bytes, with what an import keeps of it. */
export type Source = { fileName: string; sha256: string; bytes: Uint8Array };

/** The file, unless it is too large: then it is refused before a byte is read. */
export function readSource(file: string): Source {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats?.isFile()) throw new Refused(`There is no file ${file}.`);
  const problem = sizeProblem(stats.size);
  if (problem) throw new Refused(problemsText(basename(file), [problem]));
  const bytes = readFileSync(file);
  return { fileName: basename(file), sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
}

/** What was read, or a refusal with everything that has to be mended. */
export function mended<T>(fileName: string, reading: Reading<T>) {
  if (!reading.ok) throw new Refused(problemsText(fileName, reading.problems));
  return reading;
}
