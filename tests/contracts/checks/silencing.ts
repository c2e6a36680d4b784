import { type Check, filesIn, isTest, textOf } from "./tree.ts";

const silencers: readonly [pattern: RegExp, name: string][] = [
  [/\bas any\b/, "as any"],
  [/@ts-(ignore|nocheck)/, "@ts-ignore"],
  [/(biome|eslint|oxlint|prettier)-(ignore|disable)/, "a silenced lint rule"],
  [/(c8|v8|istanbul) ignore/, "a silenced coverage"],
];
/** In a test it proves that something does not compile; anywhere else it hides a fault. */
const expectedError: (typeof silencers)[number] = [/@ts-expect-error/, "@ts-expect-error"];

/** No fault is silenced: it is mended, or the rule is changed for all with a decision record. */
export const silencing: Check = (root) =>
  filesIn(root, "app", /\.(tsx?|mjs)$/).flatMap((path) =>
    textOf(root, path)
      .split("\n")
      .flatMap((line, index) =>
        [...silencers, ...(isTest(path) ? [] : [expectedError])]
          .filter(([pattern]) => pattern.test(line))
          .map(([, name]) => `${path}:${index + 1}: ${name}; mend the cause instead`),
      ),
  );
