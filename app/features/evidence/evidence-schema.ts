import { z } from "zod";
import type { Day } from "../../platform/calendar/day.ts";
import { dayField, optionalDayField, resolveDay } from "../../platform/form-days.ts";
import { longText, optionalLongText, optionalShortText, shortText } from "../../platform/form-texts.ts";
import { idSchema } from "../../platform/ids.ts";
import type { Field, Values } from "./field.ts";
import type { EvidenceKind } from "./kind.ts";

/** The largest number that is counted, in people or in pounds. */
const COUNT_MAX = 100_000_000;
const FROM_LIST = "Choose from the list";
const NUMBER = "Enter a whole number, such as 120";

/** The check of each of a kind's answers, made from its fields; it reads forms and what is stored alike. */
export function shapeOf(kind: EvidenceKind): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(kind.fields).map(([name, field]) => [name, check(field)]));
}

function check(field: Field): z.ZodType {
  switch (field.type) {
    case "line":
      return field.missing === null ? optionalShortText() : shortText(field.missing);
    case "text":
      return field.missing === null ? optionalLongText() : longText(field.missing);
    case "day":
      return field.missing === null ? optionalDayField() : dayField(field.missing);
    case "choices":
      return several(Object.keys(field.options)).nullable().default(null);
    default:
      return maybe(field, plain(field));
  }
}

/** Any of these, each once. One problem for all, beside the question. */
function several(options: readonly string[]) {
  return z
    .array(z.string())
    .max(options.length, { error: FROM_LIST })
    .refine((given) => given.every((one) => options.includes(one)), { error: FROM_LIST });
}

function plain(field: Exclude<Field, { type: "line" | "text" | "day" | "choices" }>): z.ZodType {
  const error = field.missing ?? FROM_LIST;
  switch (field.type) {
    case "choice":
      return z.enum(Object.keys(field.options), { error });
    case "side":
      return z.enum(["council", "community", ...(field.joint ? ["joint"] : [])], { error });
    case "yes-no":
      return z.preprocess(yesOrNo, z.boolean({ error }));
    case "count":
      return z.int({ error: NUMBER }).min(0, { error: NUMBER }).max(COUNT_MAX, { error: NUMBER });
    case "person":
    case "project":
      return idSchema;
  }
}

function maybe(field: Field, schema: z.ZodType): z.ZodType {
  return field.missing === null ? schema.nullable().default(null) : schema;
}

function yesOrNo(value: unknown): unknown {
  return value === "yes" ? true : value === "no" ? false : value;
}

/** A kind's answers as they are kept; throws where what is stored is none of them. */
export function readValues(kind: EvidenceKind, stored: unknown): Values {
  return z.strictObject(shapeOf(kind)).parse(stored) as Values;
}

/** Answers that were read from a form, with "today" and "yesterday" made days; nothing but the kind's own fields. */
export function valuesFrom(kind: EvidenceKind, typed: Readonly<Record<string, unknown>>, today: Day): Values {
  const values = Object.entries(kind.fields).map(([name, field]) => {
    const value = typed[name];
    return [
      name,
      field.type === "day" && typeof value === "string" ? resolveDay(value as Day, today) : value,
    ];
  });
  return Object.fromEntries(values) as Values;
}

type Frame = Record<string, z.ZodType>;

/** A command's input: its own part, and the answers of whichever kind `kind` names. */
export function inputOf<F extends Frame>(kinds: readonly EvidenceKind[], frame: F) {
  const [first, ...rest] = kinds.map((kind) =>
    z.strictObject({ ...shapeOf(kind), ...frame, kind: z.literal(kind.id) }),
  );
  if (!first) throw new Error("There is no kind of evidence");
  return z.discriminatedUnion("kind", [first, ...rest]) as unknown as z.ZodType<
    z.output<z.ZodObject<F>> & { kind: string } & Readonly<Record<string, unknown>>,
    z.input<z.ZodObject<F>> & { kind: string } & Readonly<Record<string, unknown>>
  >;
}
