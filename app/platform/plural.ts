const grouped = new Intl.NumberFormat("en-GB");

/** "1 meeting", "2 meetings", "1,200 people": a number with its noun. Give the plural when it is irregular. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${grouped.format(count)} ${count === 1 ? one : many}`;
}
