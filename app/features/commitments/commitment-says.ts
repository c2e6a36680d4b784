type Data = Record<string, unknown>;

/** "the promise “Mend the gate”", from an event's data. */
export function named(data: Data): string {
  return `the promise “${String(data.title)}”`;
}

/** ": words" where an event keeps some, else nothing. */
export function saidNote(value: unknown): string {
  return typeof value === "string" && value !== "" ? `: ${value}` : "";
}
