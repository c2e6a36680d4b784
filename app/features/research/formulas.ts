import type { Parameters } from "../scoring/parameters.ts";

/** A formula said twice: in words, and in symbols for whoever wants to work it out. */
export type Formula = { name: string; words: string; symbols: readonly string[] };

/** How good something owed was, done or not, and how much that says. */
const OWED: readonly Formula[] = [
  {
    name: "Fading",
    words: "What a fact says halves with each half-life H that passes. Nothing falls out on a certain day.",
    symbols: ["decay(days) = 2^(−days / H)"],
  },
  {
    name: "Something owed, done in time",
    words: "Counts in full, and fades from the day it was done. Done on the day is in time.",
    symbols: ["s = value", "w = decay(days since done)"],
  },
  {
    name: "Something owed, done after its day",
    words:
      "Always worth at least three tenths, however long after its day. The rest halves with each tau days.",
    symbols: ["s = value × (0.3 + 0.7 × 2^(−L / tau)), L = days past its day", "w = decay(days since done)"],
  },
  {
    name: "Something owed and still open",
    words:
      "Says nothing before its day. Then it counts as 0, grows over tau days, and stays until it is closed.",
    symbols: ["s = 0", "w = min(1, L / tau)"],
  },
  {
    name: "Something owed and given up",
    words: "Counts as 0 and begins to fade, since it was said openly.",
    symbols: ["s = 0", "w = decay(days since given up)"],
  },
];

/** From a record to an item: how good it was (s, 0 to 1) and how much it says (w). */
export function itemFormulas({ half_weight, redatings }: Parameters): Formula[] {
  return [
    ...OWED,
    {
      name: "An outcome, and a state",
      words:
        "An outcome is as good as it was, and fades. What holds on, such as a post with somebody in it, says three times as much.",
      symbols: ["outcome: w = decay(age)", "state: w = 3 × decay(age)"],
    },
    {
      name: "One’s own word, and a dispute",
      words:
        "A promise said to be kept counts half until the other side confirms it. A disputed record counts half until that is settled; a disputed promise stays open.",
      symbols: [`w × ${half_weight}`],
    },
    {
      name: "A moved day",
      words: `A new day both sides agreed on or before the old one takes its place, at most ${redatings} times. Agreed later, it counts as recovery (F4).`,
      symbols: [],
    },
  ];
}

/** From items to the figure. */
export function scoreFormulas(parameters: Parameters): Formula[] {
  const { a, b, m, h, alpha, beta } = parameters;
  return [
    {
      name: "A stream",
      words: `All items of one indicator and one side. Its mean is x, and Z says how far to believe it: ${h} fresh facts give it half its say.`,
      symbols: ["n = Σ w", "x = Σ s w / n", `Z = n / (n + ${h})`],
    },
    {
      name: "Pooled",
      words: "The mean of a component’s streams by weight and belief, with a faint pull to the middle.",
      symbols: [`pooled = (${a} × ${m} + Σ W Z x) / (${a} + Σ W Z)`],
    },
    {
      name: "A direction",
      words:
        "How one side does as a partner to the other: the same over its own streams, and those of both together at half weight.",
      symbols: [`direction = (${b} × pooled + Σ W Z x) / (${b} + Σ W Z)`],
    },
    {
      name: "Putting together",
      words:
        "The mean, less a cost that grows when the lowest falls behind. So two directions make a component, and five components the overall figure. A component without evidence stands at the middle.",
      symbols: [
        `MMF = mean − ${alpha} × (√(u² + ${beta}²) − ${beta}), u = mean − lowest`,
        "component = MMF(100 × council, 100 × community)",
        "overall = MMF(the five components)",
      ],
    },
  ];
}

/** How sure the figure is. */
export function certaintyFormulas({ z, rho }: Parameters): Formula[] {
  return [
    {
      name: "How sure",
      words:
        "Each stream has a spread of its own, and what it does not say yet has one. Both are carried through.",
      symbols: [
        "x̃ = (Σ s w + 1) / (n + 2), v = x̃ (1 − x̃) / (n + 3)",
        "SE² = (mass² V₀ + Σ (W Z)² v) / D² + Σ (W (1 − Z))² × 0.25² / (Σ W)²",
        "V₀ = 1/12 for pooled, SE² of pooled for a direction; D = mass + Σ W Z",
        `through MMF: SE² = ${1 - rho} × Σ (g SE)² + ${rho} × (Σ g SE)², g its gradient`,
      ],
    },
    {
      name: "Likely range",
      words: "In 90 of 100 such areas the range should hold the true value. It stays within 0 and 100.",
      symbols: [`logit(v) ± ${z} × SE / (v (1 − v)), turned back`],
    },
  ];
}
