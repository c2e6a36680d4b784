import { z } from "zod";
import { daySchema } from "~/platform/calendar/day-schema";
import type { Cells } from "./csv-file";
import type { FileProblem, Located } from "./problem";

/** A cell that must say something, at most `max` characters. */
export const text = (max = 200) =>
  z
    .string()
    .min(1, { error: "This is empty.", abort: true })
    .max(max, { error: `This is longer than ${max} characters.` });

/** A cell that may be empty; empty, "NA" and "N/A" are null. */
export const maybe = <T extends z.ZodType<unknown, string>>(cell: T) =>
  z.union([z.enum(["", "NA", "N/A"]).transform(() => null), cell]);

/** A cell of this pattern, with the words for one that is not. */
export const pattern = (shape: RegExp, error: string) => text().regex(shape, { error });

/** A cell that is one of the given words, turned into what each stands for. */
export const oneOf = <T>(words: Readonly<Record<string, T>>) =>
  text().transform((word, context) => {
    const value = Object.hasOwn(words, word) ? words[word] : undefined;
    if (value !== undefined) return value;
    const message = `“${word}” is not one of: ${Object.keys(words).join(", ")}.`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Codes between commas, none of them twice; empty is none. */
export const codes = (shape: RegExp, error: string) =>
  z.string().transform((list, context) => {
    const each = list
      .split(",")
      .map((code) => code.trim())
      .filter((code) => code !== "");
    if (!each.every((code) => shape.test(code))) context.addIssue({ code: "custom", message: error });
    if (new Set(each).size < each.length)
      context.addIssue({ code: "custom", message: "This names a code twice." });
    return each;
  });

/** A day, or null where the cell is empty. */
export const maybeDay = maybe(daySchema);

/** Every row through a strict schema: the values, and each refused cell by line and column. */
export function readCells<T>(
  rows: readonly Located<Cells>[],
  schema: z.ZodType<T>,
): { values: Located<T>[]; problems: FileProblem[] } {
  const values: Located<T>[] = [];
  const problems: FileProblem[] = [];
  for (const { line, value } of rows) {
    const parsed = schema.safeParse(value);
    if (parsed.success) values.push({ line, value: parsed.data });
    else problems.push(...parsed.error.issues.map((issue) => cellProblem(line, issue, value)));
  }
  return { values, problems };
}

function cellProblem(line: number, issue: z.core.$ZodIssue, cells: Cells): FileProblem {
  const column = typeof issue.path[0] === "string" ? issue.path[0] : null;
  // A cell that may be empty and is neither empty nor right: what is wrong with it is the last branch's issue.
  const message = issue.code === "invalid_union" ? issue.errors.at(-1)?.[0]?.message : issue.message;
  const found = column === null ? "" : (cells[column] ?? "");
  const words = message ?? "This is not right.";
  return {
    line,
    column,
    message: found === "" || words.includes("“") ? words : `${words} Found: “${brief(found)}”.`,
  };
}

function brief(cell: string): string {
  return cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
}
