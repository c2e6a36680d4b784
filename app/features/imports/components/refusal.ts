import type { ErrorItem } from "~/ui/error-summary";

/** What an import's page answered: what is wrong beside which field, and what was chosen. */
export type Refusal = {
  intent: string;
  errors: Record<string, string[]>;
  problems: string[];
  values: Record<string, string>;
};

/** The id of the control of a field: its name, as an id may be written. */
export function fieldId(name: string): string {
  return name.replace(/[^\w-]+/g, "-");
}

/** Every problem for the summary at the top; those of the form as a whole have no field. */
export function errorList(answer: Refusal | undefined): ErrorItem[] {
  return Object.entries(answer?.errors ?? {}).flatMap(([name, errors]) =>
    errors.map((text) => (name === "" ? { text } : { text, fieldId: fieldId(name) })),
  );
}

/** What a field of a refused form held, with what is wrong with it. */
export function keptField(answer: Refusal | undefined, name: string, value?: string) {
  return { id: fieldId(name), name, value: answer?.values[name] ?? value, errors: answer?.errors[name] };
}
