/** The invented areas the changes are tried on, and what became of them. */
export const TRIED_ON = {
  steady: "A steady area",
  broken: "The same, the council’s promises not kept",
  silent: "The same, a year without records",
} as const;
export type TriedOn = keyof typeof TRIED_ON;

/** Points of the overall figure, one decimal. */
export type Sensitivity = {
  now: Record<TriedOn, number>;
  changes: { what: string; moves: Record<TriedOn, number> }[];
};
