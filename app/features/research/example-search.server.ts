import { z } from "zod";
import {
  EXAMPLE_KINDS,
  type Example,
  type ExampleLine,
  exampleKind,
  FIRST_EXAMPLE,
} from "./example-record.ts";

/** The most records an example can hold, and the longest text of a field. */
export const EXAMPLE_MOST = 12;
const TEXT_MOST = 200;
const TYPES = EXAMPLE_KINDS.map(({ type }) => type);

const text = z.string().trim().max(TEXT_MOST);
const line = z.object({ type: z.enum(TYPES) }).catchall(text);
const search = z.strictObject({
  asOf: text,
  add: z.enum(["", ...TYPES]).optional(),
  remove: z
    .string()
    .regex(/^\d{1,2}$/)
    .optional(),
  lines: z.array(line).max(EXAMPLE_MOST),
});

const OF_LINE = /^r(\d{1,2})\.([a-z_.-]{1,20})$/;

/** An example as an address holds it: `asOf`, and each record’s fields as `r1.due`. */
export function exampleAddress({ asOf, lines }: Example): string {
  const entries = lines.flatMap(({ type, values }, at) => [
    [`r${at + 1}.type`, type],
    ...Object.entries(values).flatMap(([key, value]) => (value === "" ? [] : [[`r${at + 1}.${key}`, value]])),
  ]);
  return new URLSearchParams([["asOf", asOf], ...entries] as [string, string][]).toString();
}

// Records by their number, gaps closed; null for a field that no record of the calculator has.
function linesIn(params: URLSearchParams): Record<string, string>[] | null {
  const byNumber = new Map<number, Record<string, string>>();
  for (const [name, value] of params) {
    if (["asOf", "add", "remove"].includes(name)) continue;
    const [, number, key] = OF_LINE.exec(name) ?? [];
    if (number === undefined || key === undefined) return null;
    const held = byNumber.get(Number(number)) ?? {};
    byNumber.set(Number(number), { ...held, [key]: value });
  }
  return [...byNumber].sort(([a], [b]) => a - b).map(([, values]) => values);
}

function hasOnlyItsFields({ type, values }: ExampleLine): boolean {
  const keys = exampleKind(type)?.fields.map(({ key }) => key) ?? [];
  return Object.keys(values).every((key) => keys.includes(key));
}

/** What an address asks for: an example, whether a record is to be added or taken out; null: nothing of ours. */
export type ExampleAsked = { example: Example; changed: boolean };

/** Reads the calculator's address. An empty one is the first example; null for one the calculator never made. */
export function readExampleSearch(params: URLSearchParams): ExampleAsked | null {
  if ([...params].length === 0) return { example: FIRST_EXAMPLE, changed: false };
  const lines = linesIn(params);
  const maybe = (name: string) => params.get(name) ?? undefined;
  const read = search.safeParse({
    asOf: params.get("asOf") ?? "",
    add: maybe("add"),
    remove: maybe("remove"),
    lines,
  });
  if (!read.success) return null;
  const { asOf, add, remove } = read.data;
  const kept = read.data.lines.map(
    ({ type, ...values }): ExampleLine => ({ type, values: values as Record<string, string> }),
  );
  if (!kept.every(hasOnlyItsFields)) return null;
  const left = remove === undefined ? kept : kept.filter((_, at) => at !== Number(remove) - 1);
  const added = add && left.length < EXAMPLE_MOST ? [...left, { type: add, values: {} }] : left;
  return { example: { asOf, lines: added }, changed: added !== kept };
}
