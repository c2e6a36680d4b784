/** Who runs this instance, as its settings say; null: nobody has said so yet. */
export type Operator = { name: string; email: string | null };

/** A part of a statement: a heading, and paragraphs (texts) and lists (arrays) below it. */
export type Section = { heading: string; parts: readonly (string | readonly string[])[] };

/** How to reach whoever runs this instance, in the middle of a sentence. */
export function reach(operator: Operator | null): string {
  if (operator === null) return "whoever gave you your account";
  return operator.email === null ? operator.name : `${operator.name} (${operator.email})`;
}
