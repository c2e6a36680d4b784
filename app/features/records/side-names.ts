import type { Side } from "../identity/actor";

/** A side as pages name it: by its organisation. `council` is the council's short name; null: several are meant. */
export function sideName(side: Side, council: string | null): string {
  if (side === "community") return "the partnership";
  return council ?? "the councils";
}

/** The same at the beginning of a sentence. */
export function sideNameFirst(side: Side, council: string | null): string {
  const name = sideName(side, council);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Both sides as pages name them. */
export function sideNames(council: string | null): Record<Side, string> {
  return { community: sideName("community", council), council: sideName("council", council) };
}
