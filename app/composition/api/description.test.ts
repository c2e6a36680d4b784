import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { RECORD_KINDS } from "~/features/records/record";
import { describeApi } from "./description.server";
import { hasProperty } from "./json-schema.server";
import { methodOf, OPERATIONS } from "./operations.server";
import { RESOURCES } from "./resources.server";

describe("the description of the API", () => {
  it("is OpenAPI 3.1", async () => {
    const validator = new Validator();
    const said = await validator.validate(structuredClone(describeApi()) as Record<string, unknown>);
    expect(said.errors ?? []).toEqual([]);
    expect(said.valid).toBe(true);
    expect(validator.version).toBe("3.1");
  });

  it("names every operation once, by its method and address and by its id", () => {
    const addresses = OPERATIONS.map((operation) => `${methodOf(operation)} ${operation.path}`);
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(ids).size).toBe(ids.length);
    expect(addresses.length).toBeGreaterThan(200);
  });

  it("has every kind of record", () => {
    const kinds = RESOURCES.map(({ kind }) => kind);
    expect(RECORD_KINDS.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  it("says of what is sent everything but what the address and headers say", () => {
    for (const operation of OPERATIONS)
      if ("sent" in operation)
        for (const name of operation.sent.given)
          expect(hasProperty(operation.sent.body, name), `${operation.path} ${name}`).toBe(false);
  });
});
