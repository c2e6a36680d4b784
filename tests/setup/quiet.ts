import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";

/**
 * Noise fails a test: whatever is written to the console, and every process warning, must be declared
 * beforehand with `expectNoise`. A warning nobody reads is a fault somebody meets later.
 */
const methods = ["log", "info", "warn", "error", "debug", "trace"] as const;

let heard: string[] = [];
let declared: RegExp[] = [];
const originals = new Map<(typeof methods)[number], typeof console.log>();

/** Says that this test makes one or more lines of noise that match `pattern`; silence then fails it too. */
export function expectNoise(pattern: RegExp): void {
  declared.push(pattern);
}

const hearWarning = (warning: Error) => heard.push(`process warning: ${warning.name}: ${warning.message}`);

beforeAll(() => {
  process.on("warning", hearWarning);
  for (const method of methods) {
    originals.set(method, console[method]);
    console[method] = (...parts: unknown[]) => {
      heard.push(`console.${method}: ${parts.map((part) => describe(part)).join(" ")}`);
    };
  }
});

beforeEach(() => {
  declared = [];
});

afterEach(() => judge());

afterAll(async () => {
  // Node reports warnings in a later turn of the event loop.
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", hearWarning);
  for (const [method, original] of originals) console[method] = original;
  declared = [];
  judge();
});

/** Compares what was heard with what was declared, and starts anew. */
function judge(): void {
  const undeclared = heard.filter((line) => !declared.some((pattern) => pattern.test(line)));
  const missing = declared.filter((pattern) => !heard.some((line) => pattern.test(line)));
  heard = [];
  expect(undeclared, "noise that no expectNoise(…) declared").toEqual([]);
  expect(missing.map(String), "noise that was declared and did not come").toEqual([]);
}

function describe(part: unknown): string {
  if (part instanceof Error) return part.stack ?? part.message;
  return typeof part === "string" ? part : (JSON.stringify(part) ?? String(part));
}
