import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { dayOf, parseDay } from "../features/scoring/day.ts";
import { COMPONENTS, type Fact, factSchema } from "../features/scoring/facts.ts";
import type { ComponentScore, Direction, Score, Stream } from "../features/scoring/score.ts";
import { scorer } from "./emitters.ts";

// `npm run score -- <cases.json>`: scores cases given as flat records, for checking the method from outside. The
// file has the form of scoring-golden.json: { "cases": [{ name, as_of, records }] }, and "examples" for cases to
// be shown in full. Numbers are rounded to 6 places. Bad input: a message on stderr, nothing on stdout, exit 1.

/** What is wrong with a file of cases, in words for the person who wrote it. */
export class BadCases extends Error {}

type Case = { name: string; asOf: number; facts: Fact[]; full: boolean };

const CASE_KEYS = new Set(["name", "as_of", "records", "expected"]);

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
  const given = typeof raw.id === "string" ? `${at} "${raw.id}"` : at;
  const why = unknown.length > 0 ? "is not a field of this type" : issue?.message;
  throw new BadCases(`${given}, field "${field}": ${why}`);
}

function readFacts(raw: unknown, at: string): Fact[] {
  if (!Array.isArray(raw)) throw new BadCases(`${at}, field "records": is not a list`);
  const seen = new Set<string>();
  return raw.map((one, i) => {
    const fact = readFact(one, `${at}, record ${i + 1}`);
    if (seen.has(fact.id)) {
      throw new BadCases(`${at}, record ${i + 1} "${fact.id}", field "id": used by an earlier record`);
    }
    seen.add(fact.id);
    return fact;
  });
}

function readCase(raw: unknown, place: string, full: boolean): Case {
  if (!isObject(raw)) throw new BadCases(`${place}: is not an object`);
  const { name, as_of: asOf, records, expected } = raw;
  if (typeof name !== "string" || name === "") throw new BadCases(`${place}, field "name": is missing`);
  const at = `case "${name}"`;
  const stranger = Object.keys(raw).find((key) => !CASE_KEYS.has(key));
  if (stranger !== undefined) throw new BadCases(`${at}, field "${stranger}": is not a field of a case`);
  if (typeof asOf !== "string" || parseDay(asOf) === null) {
    throw new BadCases(`${at}, field "as_of": is not a calendar day (YYYY-MM-DD)`);
  }
  const wantsAll = full || (isObject(expected) && "se" in expected);
  return { name, asOf: dayOf(asOf), facts: readFacts(records, at), full: wantsAll };
}

function readList(input: Record<string, unknown>, key: string, full: boolean): Case[] {
  const list = input[key] ?? [];
  if (!Array.isArray(list)) throw new BadCases(`"${key}" is not a list`);
  return list.map((raw, i) => readCase(raw, `${key}, number ${i + 1}`, full));
}

/** The cases in a parsed file. Throws BadCases naming case, record and field. */
export function readCases(input: unknown): Case[] {
  if (!isObject(input) || !("cases" in input || "examples" in input)) {
    throw new BadCases('the file is not of the form { "cases": [{ "name", "as_of", "records" }] }');
  }
  const cases = [...readList(input, "examples", true), ...readList(input, "cases", false)];
  const names = new Set<string>();
  for (const { name } of cases) {
    if (names.has(name)) throw new BadCases(`case "${name}", field "name": used by an earlier case`);
    names.add(name);
  }
  return cases;
}

/** A number rounded to 6 places, never −0. */
export function rounded(value: number): number {
  return Number(value.toFixed(6)) || 0;
}

function maybe(value: number | null): number | null {
  return value === null ? null : rounded(value);
}

function streamPrinted({ indicator, side, weight, items, n, x, Z }: Stream) {
  return { indicator, side, W: rounded(weight), items, n: rounded(n), x: rounded(x), Z: rounded(Z) };
}

function directionPrinted({ value, se, lo, hi, evidence }: Direction) {
  return {
    value: rounded(value),
    se: rounded(se),
    lo: rounded(lo),
    hi: rounded(hi),
    evidence: rounded(evidence),
  };
}

function componentPrinted(found: ComponentScore) {
  const { evidence, ...range } = directionPrinted(found);
  return {
    ...range,
    pooled: rounded(found.pooled),
    pooled_se: rounded(found.pooledSe),
    evidence,
    coverage: rounded(found.coverage),
    gap: maybe(found.gap),
    gap_se: maybe(found.gapSe),
    gap_flag: found.gapFlag,
    status: found.status,
    band: found.band,
    council: directionPrinted(found.council),
    community: directionPrinted(found.community),
    streams: found.streams.map(streamPrinted),
  };
}

function printedInFull(found: Score) {
  return {
    overall: rounded(found.overall),
    se: rounded(found.se),
    lo: rounded(found.lo),
    hi: rounded(found.hi),
    status: found.status,
    band: found.band,
    stale: found.stale,
    borderline: found.borderline,
    days_since_last_record: found.daysSinceLastRecord,
    components: Object.fromEntries(COMPONENTS.map((one) => [one, componentPrinted(found.components[one])])),
  };
}

function printedInShort(found: Score) {
  const filled = COMPONENTS.filter((one) => found.components[one].streams.length > 0);
  const components = filled.map((one) => {
    const { value, se, pooled, evidence, council, community, status } = found.components[one];
    const printed = {
      value: rounded(value),
      se: rounded(se),
      pooled: rounded(pooled),
      evidence: rounded(evidence),
      council: rounded(council.value),
      community: rounded(community.value),
      status,
    };
    return [one, printed] as const;
  });
  return {
    status: found.status,
    overall: rounded(found.overall),
    streams: filled.flatMap((one) => found.components[one].streams.map(streamPrinted)),
    components: Object.fromEntries(components),
  };
}

/** The scores of a parsed file of cases, by name, in the form of the golden file's `expected`. Throws BadCases. */
export function scoreCases(input: unknown): Record<string, unknown> {
  return Object.fromEntries(
    readCases(input).map(({ name, asOf, facts, full }) => {
      const found = scorer.score(facts, asOf);
      return [name, full ? printedInFull(found) : printedInShort(found)];
    }),
  );
}

/** Runs the command; the result is its exit code. */
export function main(paths: readonly string[]): number {
  try {
    const [path] = paths;
    if (path === undefined || paths.length > 1) {
      throw new BadCases("say one file of cases: npm run score -- <cases.json>");
    }
    const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
    process.stdout.write(`${JSON.stringify(scoreCases(JSON.parse(text)), null, 1)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof SyntaxError) process.stderr.write(`score: not JSON: ${error.message}\n`);
    else if (error instanceof BadCases || (error instanceof Error && "code" in error)) {
      process.stderr.write(`score: ${error.message}\n`);
    } else throw error;
    return 1;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
