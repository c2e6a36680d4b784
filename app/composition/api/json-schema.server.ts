import { z } from "zod";

/** A JSON schema, as far as it is looked into here. */
export type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  [key: string]: unknown;
};

/** A schema of ours as JSON schema 2020-12: of what is sent (`input`), or of what is answered (`output`). */
export function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  });
  return made as JsonSchema;
}

/** The same without these properties, in each of its forms. */
export function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const { properties, required, anyOf, oneOf, ...rest } = schema;
  const kept = Object.entries(properties ?? {}).filter(([name]) => !names.includes(name));
  const wanted = (required ?? []).filter((name) => !names.includes(name));
  return {
    ...rest,
    ...(properties ? { properties: Object.fromEntries(kept) } : {}),
    ...(wanted.length > 0 ? { required: wanted } : {}),
    ...(anyOf ? { anyOf: anyOf.map((each) => without(each, names)) } : {}),
    ...(oneOf ? { oneOf: oneOf.map((each) => without(each, names)) } : {}),
  };
}

/** Whether any of its forms has a property of that name. */
export function hasProperty({ properties, anyOf, oneOf }: JsonSchema, name: string): boolean {
  return (
    Object.hasOwn(properties ?? {}, name) ||
    [...(anyOf ?? []), ...(oneOf ?? [])].some((each) => hasProperty(each, name))
  );
}
