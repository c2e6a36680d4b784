import type { ReactNode } from "react";

/** One choice of a radio or checkbox list. */
export type Choice = {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean | undefined;
  /** Fields that belong to this choice alone. Hidden by CSS until it is chosen; shown by browsers that cannot. */
  reveals?: ReactNode;
  /** A word such as "or" shown before this choice. */
  divider?: string | undefined;
};

/** The id of the nth control: the first bears the field's own id, so that links to the field land on it. */
export function choiceId(fieldId: string, index: number): string {
  return index === 0 ? fieldId : `${fieldId}-${index + 1}`;
}
