/** The parts of the benchmark, in the order they run. */
export const PARTS = [
  "pages",
  "writes",
  "memory",
  "weight",
  "rescore",
  "scratch",
  "release",
  "growth",
  "starts",
  "profile",
] as const;
export type Part = (typeof PARTS)[number];

/** What was asked for on the command line. */
export type Options = {
  scale: number;
  parts: readonly Part[];
  quick: boolean;
  /** How long each round of traffic lasts, and how many there are of each. */
  roundMs: number;
  rounds: number;
  users: number;
  /** Records in the areas in which the cost of one write is compared. */
  histories: readonly number[];
  writes: number;
};

export const USAGE = `npm run bench -- [--scale 10] [--only ${PARTS.join(",")}] [--quick]`;
const QUICK_SCALE = 0.02;

/** Reads the command line; throws with the usage for what it does not know. */
export function readOptions(args: readonly string[]): Options {
  const given = new Map<string, string>();
  for (let at = 0; at < args.length; at += 1) {
    const name = args[at] ?? "";
    if (name === "--quick") given.set(name, "");
    else if (name === "--scale" || name === "--only") given.set(name, args[++at] ?? "");
    else throw new Error(`What is "${name}"? ${USAGE}`);
  }
  const quick = given.has("--quick");
  const scale = Number(given.get("--scale") ?? (quick ? QUICK_SCALE : 1));
  if (!(scale > 0 && scale <= 10)) throw new Error(`--scale takes a number up to 10. ${USAGE}`);
  return { scale, quick, parts: readParts(given.get("--only"), quick), users: 16, ...(quick ? QUICK : FULL) };
}

const FULL = { roundMs: 5_000, rounds: 3, histories: [100, 250, 1_000, 10_000, 100_000], writes: 40 };
const QUICK = { roundMs: 700, rounds: 1, histories: [250, 1_000], writes: 10 };

/** A profile and cold starts take minutes: in a quick run only where they are named. */
function readParts(only: string | undefined, quick: boolean): Part[] {
  if (only === undefined) return PARTS.filter((part) => !quick || (part !== "starts" && part !== "profile"));
  const names = only.split(",");
  const unknown = names.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". ${USAGE}`);
  return PARTS.filter((part) => names.includes(part));
}
