import type { ErrorItem } from "./error-summary.tsx";

/** The part of conform's field metadata that our fields need. */
type ConformField = {
  id: string;
  name: string;
  errors?: string[] | undefined;
  defaultValue?: string | undefined;
};

/** Turns a conform field into the props of any single-value field: <TextInput {...fieldOf(fields.title)} label="Title" /> */
export function fieldOf(field: ConformField) {
  return { id: field.id, name: field.name, errors: field.errors, value: field.defaultValue };
}

type ConformList = Omit<ConformField, "defaultValue"> & { defaultOptions?: string[] | undefined };

/** The same for <Checkboxes>. */
export function choicesOf(field: ConformList) {
  return { id: field.id, name: field.name, errors: field.errors, values: field.defaultOptions };
}

type ConformTick = Omit<ConformField, "defaultValue"> & { defaultChecked?: boolean | undefined };

/** The same for a single <Checkbox>. */
export function tickOf(field: ConformTick) {
  return { id: field.id, name: field.name, errors: field.errors, checked: field.defaultChecked };
}

type ConformDate = Omit<ConformField, "defaultValue"> & {
  initialValue?: unknown;
};

/** The same for <DateInput>: what was typed comes back, a date or not. */
export function dateOf(field: ConformDate) {
  const { id, name, errors, initialValue } = field;
  if (typeof initialValue === "string") return { id, name, errors, value: initialValue };
  const typed = (initialValue ?? {}) as Record<string, unknown>;
  const text = (part: string) => (typeof typed[part] === "string" ? typed[part] : "");
  const quick = text("quick");
  const value = { day: text("day"), month: text("month"), year: text("year"), ...(quick ? { quick } : {}) };
  return { id, name, errors, value };
}

/** Every problem of a conform form, for <ErrorSummary>; those of the form as a whole have no field. */
export function errorItems(form: { id: string; allErrors: Record<string, string[]> }): ErrorItem[] {
  return Object.entries(form.allErrors).flatMap(([name, errors]) =>
    [...new Set(errors)].map((text) => (name === "" ? { text } : { text, fieldId: `${form.id}-${name}` })),
  );
}
