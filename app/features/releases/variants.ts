import type { Method } from "../scoring/method.ts";
import type { Parameters } from "../scoring/parameters.ts";

/** The judgements behind a figure that are tried otherwise (docs/method.md 14): a name, and what is judged. */
export const JUDGEMENTS = {
  prior: {
    name: "The pull to the middle",
    says: "How strongly a figure is drawn to the middle while little is known.",
  },
  credibility: {
    name: "How soon facts count",
    says: "How many fresh facts it takes until they have half their say.",
  },
  records: {
    name: "Records and check-in",
    says: "How much counts what was recorded, and how much what people say in the check-in.",
  },
  anchor: {
    name: "The main indicator",
    says: "How much the main indicator of each component weighs beside the others.",
  },
  fading: { name: "How fast facts fade", says: "How soon what happened counts for half." },
  imbalance: {
    name: "What imbalance costs",
    says: "How much it costs when one side, or one component, does worse than the rest.",
  },
  tolerance: {
    name: "From where imbalance costs",
    says: "How far the lowest may lie below the rest before it costs much.",
  },
  dispute: {
    name: "Disputed and unconfirmed",
    says: "What a disputed record counts, and a word that is not yet confirmed.",
  },
} as const;
export type Judgement = keyof typeof JUDGEMENTS;

type Change = (parameters: Parameters) => Partial<Parameters>;

/** From where on a score has to be worked out again: from the items, from their weights, or from their sums. */
export type Reach = "items" | "weights" | "sums";

function faded(times: number): Change {
  return ({ half_lives: { fast, mid, slow } }) => ({
    half_lives: { fast: fast * times, mid: mid * times, slow: slow * times },
  });
}

function one<Id extends string>(id: Id, judgement: Judgement, reach: Reach, words: string, change: Change) {
  return { id, judgement, reach, words, change };
}

/**
 * Every way in which a release is told with another judgement. A closed list: were anybody free to move the numbers,
 * each move would be one more equation about the areas. A method has no weights of its five components to move: they
 * count alike.
 */
export const VARIANTS = [
  one("prior-half", "prior", "sums", "Neutral prior (a and b) half as heavy", ({ a, b }) => ({
    a: a / 2,
    b: b / 2,
  })),
  one("prior-double", "prior", "sums", "Neutral prior (a and b) twice as heavy", ({ a, b }) => ({
    a: a * 2,
    b: b * 2,
  })),
  one("h-2", "credibility", "sums", "Two fresh facts give a stream half its say (h = 2)", () => ({ h: 2 })),
  one("h-5", "credibility", "sums", "Five fresh facts give a stream half its say (h = 5)", () => ({ h: 5 })),
  one("records-40", "records", "sums", "Records 40%, check-in 60%", () => ({ beh: 0.4 })),
  one("records-80", "records", "sums", "Records 80%, check-in 20%", () => ({ beh: 0.8 })),
  one("anchor-25", "anchor", "sums", "Main indicator has 25% of the records’ part", () => ({ anchor: 0.25 })),
  one("anchor-60", "anchor", "sums", "Main indicator has 60% of the records’ part", () => ({ anchor: 0.6 })),
  one("fade-fast", "fading", "weights", "Facts fade twice as fast", faded(0.5)),
  one("fade-slow", "fading", "weights", "Facts fade half as fast", faded(2)),
  one("alpha-25", "imbalance", "sums", "Imbalance costs half as much (alpha = 0.25)", () => ({
    alpha: 0.25,
  })),
  one("alpha-100", "imbalance", "sums", "Imbalance costs twice as much (alpha = 1)", () => ({ alpha: 1 })),
  one("beta-5", "tolerance", "sums", "Imbalance costs from 5 points on (beta = 5)", () => ({ beta: 5 })),
  one("beta-20", "tolerance", "sums", "Imbalance costs from 20 points on (beta = 20)", () => ({ beta: 20 })),
  one("dispute-0", "dispute", "items", "Disputed and unconfirmed records do not count", () => ({
    half_weight: 0,
  })),
  one("dispute-1", "dispute", "items", "Disputed and unconfirmed records count in full", () => ({
    half_weight: 1,
  })),
] as const;

export type Variant = (typeof VARIANTS)[number];
export type VariantId = Variant["id"];

const remembered = new WeakMap<Method, Map<VariantId, Method>>();

/**
 * A method with one judgement made otherwise. Its name and hash say so: a figure made with it is never taken for one
 * of the method. The same object for the same method and variant, so that its streams are worked out once.
 */
export function methodUnder(method: Method, variant: Variant): Method {
  const known = remembered.get(method) ?? new Map<VariantId, Method>();
  remembered.set(method, known);
  const there = known.get(variant.id);
  if (there) return there;
  const made: Method = {
    ...method,
    id: `${method.id}/${variant.id}`,
    parameters: { ...method.parameters, ...variant.change(method.parameters) },
    parameterHash: `${method.parameterHash}/${variant.id}`,
  };
  known.set(variant.id, made);
  return made;
}
