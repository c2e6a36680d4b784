import { dayOf, parseDay } from "../features/scoring/day.ts";
import { type Fact, factSchema } from "../features/scoring/facts.ts";

// Reads cases given as flat records, for `npm run score` and the calculator: strict, so that a slip in a case is told
// and never scored as something else. Every message names the case, the record and the field.

/** What is wrong with a file of cases, in words for the person who wrote it. */
export class BadCases extends Error {}

/** A case as it is scored; `full` = printed with every key. */
export type Case = { name: string; asOf: number; facts: Fact[]; full: boolean };

const CASE_KEYS = new Set(["name", "as_of", "records", "expected"]);

/** Names and ids longer than this are cut in messages. */
const SHOWN_MOST = 80;

function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN_MOST ? `${text.slice(0, SHOWN_MOST)}…` : text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readFact(raw: unknown, at: string): Fact {
  if (!isObject(raw)) throw new BadCases(`${at}: is not an object`);
  const parsed = factSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys : [];
  const field = [...(issue?.path ?? []), ...unknown.slice(0, 1)].join(".");
  const given = typeof raw.id === "string" ? `${at} ${shown(raw.id)}` : at;
  const why = unknown.length > 0 ? "is not a field of this type" : issue?.message;
  throw new BadCases(`${given}, field ${shown(field)}: ${why}`);
}

function readFacts(raw: unknown, at: string): Fact[] {
  if (!Array.isArray(raw)) throw new BadCases(`${at}, field "records": is not a list`);
  const seen = new Set<string>();
  return raw.map((one, i) => {
    const fact = readFact(one, `${at}, record ${i + 1}`);
    if (seen.has(fact.id)) {
      throw new BadCases(`${at}, record ${i + 1} ${shown(fact.id)}, field "id": used by an earlier record`);
    }
    seen.add(fact.id);
    return fact;
  });
}

function readCase(raw: unknown, place: string, full: boolean): Case {
  if (!isObject(raw)) throw new BadCases(`${place}: is not an object`);
  const { name, as_of: asOf, records, expected } = raw;
  if (typeof name !== "string" || name === "") throw new BadCases(`${place}, field "name": is missing`);
  const at = `case ${shown(name)}`;
  const stranger = Object.keys(raw).find((key) => !CASE_KEYS.has(key));
  if (stranger !== undefined) throw new BadCases(`${at}, field ${shown(stranger)}: is not a field of a case`);
  if (typeof asOf !== "string" || parseDay(asOf) === null) {
    throw new BadCases(`${at}, field "as_of": is not a calendar day (YYYY-MM-DD)`);
  }
  const wantsAll = full || (isObject(expected) && "se" in expected);
  return { name, asOf: dayOf(asOf), facts: readFacts(records, at), full: wantsAll };
}

function readList(input: Record<string, unknown>, key: string, full: boolean): Case[] {
  const list = Object.hasOwn(input, key) ? input[key] : [];
  if (!Array.isArray(list)) throw new BadCases(`"${key}" is not a list`);
  return list.map((raw, i) => readCase(raw, `${key}, number ${i + 1}`, full));
}

/** The JSON of a text of cases. Throws BadCases. */
export function parseCases(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new BadCases(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The cases in a parsed file. Throws BadCases naming case, record and field. */
export function readCases(input: unknown): Case[] {
  if (!isObject(input) || !(Object.hasOwn(input, "cases") || Object.hasOwn(input, "examples"))) {
    throw new BadCases('the file is not of the form { "cases": [{ "name", "as_of", "records" }] }');
  }
  const cases = [...readList(input, "examples", true), ...readList(input, "cases", false)];
  const names = new Set<string>();
  for (const { name } of cases) {
    if (names.has(name)) throw new BadCases(`case ${shown(name)}, field "name": used by an earlier case`);
    names.add(name);
  }
  return cases;
}
