/** "the project “A field for all”", from an event's data. */
export function named(data: Record<string, unknown>): string {
  return `the ${data.kind === "milestone" ? "milestone" : "project"} “${String(data.title)}”`;
}
