import { z } from "zod";

/** Longest one-line text, in UTF-16 units. */
export const SHORT_TEXT_MAX = 200;
/** Longest text of several lines. */
export const LONG_TEXT_MAX = 10_000;

// A NUL or half a surrogate pair is text to JavaScript and an error to PostgreSQL.
const storable = (text: string) => !text.includes("\0") && text.isWellFormed();
const UNSTORABLE = "Take out the characters that cannot be stored";

/** A required line of text; `missing` says what to write when it is empty. */
export function shortText(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(SHORT_TEXT_MAX, { error: `Use ${SHORT_TEXT_MAX} characters or fewer` })
    .refine(storable, { error: UNSTORABLE });
}

/** A required text of several lines. */
export function longText(missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing })
    .max(LONG_TEXT_MAX, { error: `Use ${LONG_TEXT_MAX.toLocaleString("en-GB")} characters or fewer` })
    .refine(storable, { error: UNSTORABLE });
}

/** A line that may be left empty: empty is null. */
export function optionalShortText() {
  return z.preprocess(emptyToNull, shortText("").nullable()).default(null);
}

/** A text of several lines that may be left empty: empty is null. */
export function optionalLongText() {
  return z.preprocess(emptyToNull, longText("").nullable()).default(null);
}

function emptyToNull(value: unknown): unknown {
  return value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;
}
