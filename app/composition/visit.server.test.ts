import { RouterContextProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { identify } from "./visit.server";

/** Where a redirect leads that a page of this site answered with. */
async function ledTo(location: string): Promise<string | null> {
  const request = new Request("http://localhost:3000/areas/oakfield");
  const args = { request, context: new RouterContextProvider(), params: {} };
  const answer = async () => new Response(null, { status: 302, headers: { Location: location } });
  const guard = identify(() => true) as unknown as (
    given: typeof args,
    next: typeof answer,
  ) => Promise<Response>;
  return (await guard(args, answer)).headers.get("Location");
}

describe("a redirect of this site", () => {
  it.each(["/areas/oakfield", "/areas/oakfield?page=2#top", "next", "http://localhost:3000/people"])(
    "leads to %s",
    async (to) => {
      expect(await ledTo(to)).toBe(to);
    },
  );

  it.each([
    "//evil.example/",
    "/\\evil.example",
    "/\t/evil.example",
    "https://evil.example/areas/oakfield",
    "http://localhost:3001/",
    "https://localhost:3000/",
    "javascript:alert(1)",
    "http://[bad",
  ])("leads home instead of to %j", async (to) => {
    expect(await ledTo(to)).toBe("/");
  });
});

describe("nobody signed in", () => {
  it("is led to sign in, and from there to where they were going", async () => {
    const request = new Request("http://localhost:3000/areas/oakfield/people?q=a%26b");
    const args = { request, context: new RouterContextProvider(), params: {} };
    const guard = identify(() => false) as unknown as (
      given: typeof args,
      next: unknown,
    ) => Promise<Response>;
    const thrown = await guard(args, null).catch((answer: Response) => answer);
    expect(thrown.headers.get("Location")).toBe("/sign-in?next=%2Fareas%2Foakfield%2Fpeople%3Fq%3Da%2526b");
  });
});
