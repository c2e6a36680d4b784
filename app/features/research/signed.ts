/** A change or a move in points with its sign: "+2", "−4", "0"; a dash where there is none. */
export function signed(points: number | null): string {
  if (points === null) return "–";
  return points === 0 ? "0" : `${points < 0 ? "−" : "+"}${Math.abs(points)}`;
}
