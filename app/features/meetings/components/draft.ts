/** A form as it stood on this device: pairs of field name and value, in order. */
export type DraftFields = readonly (readonly [name: string, value: string])[];

/** Begins the name of every draft kept on a device; what follows says whose, and where. */
export const DRAFT_PREFIX = "common-ground draft ";
/** Days after which a draft is let go. */
const KEPT_DAYS = 14;
const DAY_MS = 86_400_000;

const LEFT_OUT = new Set(["intent", "idempotencyKey"]);

/** What of a form is worth keeping: text that people typed, no keys. */
export function draftOf(entries: Iterable<readonly [string, unknown]>): DraftFields {
  return [...entries].flatMap(([name, value]) =>
    typeof value === "string" && !LEFT_OUT.has(name) ? [[name, value] as const] : [],
  );
}

/** A draft as text for the device, with the instant it was kept. */
export function writeDraft(fields: DraftFields, now: number): string {
  return JSON.stringify({ at: now, fields });
}

/** A kept draft; null where there is none, it is too old, or it is not one of ours. */
export function readDraft(text: string | null, now: number): DraftFields | null {
  if (text === null) return null;
  try {
    const { at, fields } = JSON.parse(text) as { at?: unknown; fields?: unknown };
    if (typeof at !== "number" || now - at > KEPT_DAYS * DAY_MS || !Array.isArray(fields)) return null;
    return fields.every(isPair) ? fields : null;
  } catch {
    return null;
  }
}

function isPair(value: unknown): value is readonly [string, string] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "string");
}

/** The draft as a form's values: names such as "theirs[0].person" become lists and groups. */
export function draftValues(fields: DraftFields): Record<string, never> {
  const values: Record<string, unknown> = {};
  for (const [name, value] of fields)
    put(
      values,
      name.split(/[.[\]]+/).filter((part) => part !== ""),
      value,
    );
  return values as Record<string, never>;
}

function put(into: Record<string, unknown>, path: readonly string[], value: string): void {
  const [part, ...rest] = path;
  if (part === undefined || part === "__proto__") return;
  if (rest.length === 0) {
    into[part] = value;
    return;
  }
  if (typeof into[part] !== "object" || into[part] === null)
    into[part] = /^\d+$/.test(rest[0] ?? "") ? [] : {};
  put(into[part] as Record<string, unknown>, rest, value);
}
