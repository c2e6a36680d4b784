import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("where a sign-in leads", () => {
  it.each([
    ["/areas/oakfield", "/areas/oakfield"],
    ["/areas/oakfield?page=2#top", "/areas/oakfield?page=2#top"],
    ["/%2f%2fevil.example", "/%2f%2fevil.example"],
    ["", "/"],
    [null, "/"],
    ["areas/oakfield", "/"],
    ["https://evil.example/", "/"],
    ["//evil.example/", "/"],
    ["/\\evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["/\n//evil.example", "/"],
    ["/..//evil.example", "/"],
    ["/.//evil.example", "/"],
    ["/\\\\evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/http://evil.example", "/http://evil.example"],
    ["//[bad", "/"],
  ])("%j leads to %s", (next, to) => {
    expect(safeNext(next)).toBe(to);
  });
});
