import type { Choice } from "~/ui/choice-options";
import type { DateParts } from "~/ui/date-parts";
import type { ErrorItem } from "~/ui/error-summary";
import type { FormAnswer } from "~/ui/form-answer";

/** A form's values as they are typed: text, or groups and lists of it. */
export type Typed = string | undefined | null | readonly Typed[] | { readonly [name: string]: Typed };
export type TypedValues = { readonly [name: string]: Typed };

export type TypedForm = ReturnType<typeof typedForm>;

/** What the page's action answered; `near`: whom a new name may mean, by the field that asks. */
type Answer = FormAnswer & { near?: Readonly<Record<string, readonly Choice[]>> };

/**
 * A long form with lists in it, as it stands: what was sent if it came back, else its defaults. Fields are asked for by
 * their name in the form ("theirs[0].person"). Inputs keep what is typed by themselves; nothing here changes as they do.
 */
export function typedForm(id: string, answer: Answer | undefined, defaults: TypedValues) {
  const sent = answer?.lastResult.initialValue as TypedValues | null | undefined;
  const values: TypedValues = answer === undefined ? defaults : (sent ?? {});
  const errors = answer?.lastResult.error ?? {};
  const problemsAt = (name: string): string[] | undefined => errors[name] ?? undefined;
  /** Whether there is a problem with one of these, or within it. */
  const hasProblem = (names: readonly string[]) =>
    Object.entries(errors).some(
      ([field, words]) => words && names.some((name) => field === name || field.startsWith(`${name}[`)),
    );
  const at = (name: string) => ({ id: `${id}-${name}`, name, errors: problemsAt(name) });
  return {
    id,
    /** Props of a field with one value. */
    field: (name: string) => ({ ...at(name), value: textAt(values, name) }),
    /** Props of a calendar day. */
    day: (name: string) => ({ ...at(name), value: dayAt(values, name) }),
    /** Props of a box to tick. */
    tick: (name: string) => ({ ...at(name), checked: textAt(values, name) === "on" }),
    /** Props of boxes of which any number may be ticked. */
    choices: (name: string) => ({ ...at(name), values: textsAt(values, name) }),
    /** The groups of a list that came with something in them or were asked for; never fewer than `least`. */
    rows: (name: string, least: number): number[] => {
      const list = valueAt(values, name);
      const length = Array.isArray(list) ? list.length : 0;
      return Array.from({ length: Math.max(least, length) }, (_, index) => index);
    },
    text: (name: string) => textAt(values, name),
    /** Whom the new name of a row may mean; empty: nobody asks. */
    near: (name: string) => answer?.near?.[name] ?? [],
    /** Whether any of these has something typed in it or a problem: then it must be in sight. */
    touches: (names: readonly string[]) =>
      hasProblem(names) || names.some((name) => isFilled(valueAt(values, name))),
    hasProblem,
    problems: problemItems(id, errors),
  };
}

function problemItems(id: string, errors: Record<string, string[] | null>): ErrorItem[] {
  return Object.entries(errors).flatMap(([name, words]) =>
    (words ?? []).map((text) => (name === "" ? { text } : { text, fieldId: `${id}-${name}` })),
  );
}

function valueAt(values: Typed, name: string): Typed {
  const path = name.split(/[.[\]]+/).filter((part) => part !== "");
  return path.reduce<Typed>((value, part) => {
    if (Array.isArray(value)) return (value as readonly Typed[])[Number(part)];
    return typeof value === "object" && value !== null ? (value as TypedValues)[part] : undefined;
  }, values);
}

function textAt(values: TypedValues, name: string): string | undefined {
  const value = valueAt(values, name);
  return typeof value === "string" ? value : undefined;
}

function textsAt(values: TypedValues, name: string): string[] {
  const value = valueAt(values, name);
  const all = Array.isArray(value) ? (value as readonly Typed[]) : [value];
  return all.filter((one) => typeof one === "string");
}

function dayAt(values: TypedValues, name: string): string | DateParts | undefined {
  const value = valueAt(values, name);
  if (typeof value === "string") return value;
  const part = (which: string) => textAt(values, `${name}.${which}`) ?? "";
  const quick = part("quick");
  return { day: part("day"), month: part("month"), year: part("year"), ...(quick ? { quick } : {}) };
}

function isFilled(value: Typed): boolean {
  if (typeof value === "string") return value !== "";
  if (Array.isArray(value)) return (value as readonly Typed[]).length > 0;
  return value !== null && value !== undefined;
}
