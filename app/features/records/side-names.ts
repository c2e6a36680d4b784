import type { AreaActor, Side } from "../identity/actor";

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

/** A side as the reader would say it: "you" for their own. */
export function sideNameTo(actor: Pick<AreaActor, "side">, side: Side, council: string | null): string {
  return actor.side === side ? "your side" : sideName(side, council);
}

/** Both sides as pages name them. */
export function sideNames(council: string | null): Record<Side, string> {
  return { community: sideName("community", council), council: sideName("council", council) };
}
