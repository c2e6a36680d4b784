import { afterAll, describe, expect, it } from "vitest";
import { toDay } from "./calendar/day";
import { setConnection } from "./database/connection.server";
import { closeDatabase } from "./db.server";
import { ReadScope } from "./read-scope.server";
import { isUnavailable, orUnavailable } from "./unavailable.server";

afterAll(() => closeDatabase());

describe("a database that is away or busy", () => {
  it.each([
    ["no connection free in time", { code: "P2028" }, true],
    ["the server shuts down", { meta: { driverAdapterError: { cause: { originalCode: "57P01" } } } }, true],
    ["nobody listens", { cause: { code: "ECONNREFUSED" } }, true],
    ["a row that is there already", { code: "P2002" }, false],
    ["a mistake of ours", new TypeError("undefined is not a function"), false],
    ["nothing at all", null, false],
  ])("%s", (_, error, expected) => {
    expect(isUnavailable(error)).toBe(expected);
  });

  it("is answered 503, and anything else is thrown as it is", async () => {
    await expect(orUnavailable(Promise.reject({ code: "P2028" }))).rejects.toMatchObject({
      init: { status: 503 },
    });
    await expect(orUnavailable(Promise.reject(new TypeError("ours")))).rejects.toThrow(TypeError);
    expect(await orUnavailable(Promise.resolve(1))).toBe(1);
  });

  it("fails no read of a request otherwise", async () => {
    setConnection("postgres://nobody@127.0.0.1:1/nowhere");
    const scope = () => new ReadScope("user:00000000-0000-7000-8000-000000000001", toDay("2026-10-01"));
    await expect(scope().look()).rejects.toMatchObject({ init: { status: 503 } });
    const one = scope();
    await expect(one.run(async () => 1)).rejects.toMatchObject({ init: { status: 503 } });
    await one.close();
  });
});
