/** A number as the workings print it: four decimals, ends of noughts left off. */
export function printed(value: number): string {
  return String(Number(value.toFixed(4)) || 0);
}
