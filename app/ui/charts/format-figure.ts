/** A figure as charts and their tables show it: whole, or to one place where the scale is short. */
export function formatFigure(value: number | null, places = 0): string {
  return value === null ? "–" : value.toFixed(places);
}

/** "52 to 71": a likely range; a dash when there is none. */
export function formatRange(
  lo: number | null | undefined,
  hi: number | null | undefined,
  places = 0,
): string {
  if (lo === null || lo === undefined || hi === null || hi === undefined) return "–";
  return `${lo.toFixed(places)} to ${hi.toFixed(places)}`;
}
