import { readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { COMPONENTS } from "../features/scoring/facts.ts";
import type { ComponentScore, Direction, Score, Stream } from "../features/scoring/score.ts";
import { scorer } from "./emitters.ts";
import { BadCases, parseCases, readCases } from "./read-cases.ts";

// `npm run score -- <cases.json>`: scores cases given as flat records, for checking the method from outside. The
// file has the form of scoring-golden.json: { "cases": [{ name, as_of, records }] }, and "examples" for cases to
// be shown in full. Numbers are rounded to 6 places. Bad input: a message on stderr, nothing on stdout, exit 1.

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

/** The most a file may hold, in bytes: some 400,000 records. */
const MOST_BYTES = 100_000_000;

/** Runs the command; the result is its exit code. */
export function main(paths: readonly string[]): number {
  try {
    const [path] = paths;
    if (path === undefined || paths.length > 1) {
      throw new BadCases("say one file of cases: npm run score -- <cases.json>");
    }
    const { size } = statSync(path);
    if (size > MOST_BYTES) throw new BadCases(`the file is larger than ${MOST_BYTES / 1_000_000} MB`);
    process.stdout.write(`${JSON.stringify(scoreCases(parseCases(readFileSync(path, "utf8"))), null, 1)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`score: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.exitCode = main(process.argv.slice(2));
}
