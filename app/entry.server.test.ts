import { pino } from "pino";
import { RouterContextProvider } from "react-router";
import { expect, it, vi } from "vitest";
import { requestIdContext } from "~/platform/request-context.server";

const lines: string[] = [];
vi.mock("~/platform/log.server", () => ({
  getLog: () => pino({ base: null }, { write: (line: string) => lines.push(line) }),
}));

it("tells a fault by its place and its request's number, and quotes nothing", async () => {
  const { handleError } = await import("./entry.server");
  const context = new RouterContextProvider();
  context.set(requestIdContext, "request-7");
  const request = new Request("http://localhost:3000/areas/oakfield?q=SECRET");
  handleError(new TypeError("what SECRET somebody typed\n    and more SECRET words"), { request, context });
  handleError("a SECRET that is no error", { request, context });
  const [fault, other] = lines.map((line) => JSON.parse(line));
  expect(fault).toMatchObject({ name: "TypeError", requestId: "request-7" });
  expect(fault.at[0]).toMatch(/^at .*entry\.server\.test/);
  expect(other).toMatchObject({ name: "string", at: [] });
  expect(lines.join()).not.toContain("SECRET");
});

it("says nothing of a request whose asker went away", async () => {
  const { handleError } = await import("./entry.server");
  const gone = new AbortController();
  gone.abort();
  const request = new Request("http://localhost:3000/", { signal: gone.signal });
  const before = lines.length;
  handleError(new Error("gone"), { request, context: new RouterContextProvider() });
  expect(lines).toHaveLength(before);
});

it.each([
  [405, 0],
  [500, 1],
])("of an answer of %i says %i lines", async (status, more) => {
  const { handleError } = await import("./entry.server");
  const before = lines.length;
  const answer = { status, statusText: "", internal: true, data: "" };
  const request = new Request("http://localhost:3000/");
  handleError(answer, { request, context: new RouterContextProvider() });
  expect(lines).toHaveLength(before + more);
});
