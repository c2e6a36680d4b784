import { describe, expect, it } from "vitest";
import { type JsonSchema, toJsonSchema } from "./api/json-schema.server";
import { OPERATIONS } from "./api/operations.server";

/** The largest whole number a column of ours holds: asked for a larger one, the database refuses the question itself. */
const COLUMN_MOST = 2_147_483_647;

function integersBeyond(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { type, maximum } = schema as JsonSchema;
  const own = type === "integer" && !(typeof maximum === "number" && maximum <= COLUMN_MOST) ? [path] : [];
  const within = Object.entries(schema).flatMap(([name, part]) => integersBeyond(part, `${path}/${name}`));
  return [...own, ...within];
}

describe("what a command takes", () => {
  it("is no whole number larger than a column holds", () => {
    const beyond = OPERATIONS.flatMap((operation) =>
      "sent" in operation
        ? integersBeyond(toJsonSchema(operation.sent.write.input, "input"), operation.sent.write.commandId)
        : [],
    );
    expect([...new Set(beyond)]).toEqual([]);
  });
});
