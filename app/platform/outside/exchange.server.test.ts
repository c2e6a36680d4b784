import { createServer } from "node:http";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { network } from "../../../tests/setup/network";
import { exchange, LIMIT_BYTES, LIMIT_MS } from "./exchange.server";
import { OutsideFault } from "./fault";

const URL_ASKED = new URL("https://service.example/list");
const asked = () => exchange(URL_ASKED, [200, 404]);
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => "answered",
    (error: unknown) => (error instanceof OutsideFault ? error.kind : Promise.reject(error)),
  );

type Answer = () => Response | Promise<Response>;
const answers = (answer: Answer) => network.use(http.get(URL_ASKED.href, answer));

const json = (text: string | ReadableStream, more: ResponseInit = {}) => {
  const headers = { "Content-Type": "application/json", ...more.headers };
  return new HttpResponse(text, { ...more, headers });
};

/** A body of that many bytes in parts, its length not said beforehand. */
function parts(bytes: number): ReadableStream {
  const text = new TextEncoder().encode(`"${"x".repeat(bytes - 2)}"`);
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      stream.enqueue(text.slice(at, at + 100_000));
      at += 100_000;
      if (at >= text.byteLength) stream.close();
    },
  });
}

describe("an exchange", () => {
  it.each([200, 404])("gives a body with its status %i", async (status) => {
    answers(() => HttpResponse.json({ all: "well" }, { status }));
    expect(await asked()).toEqual({ status, body: { all: "well" } });
  });

  it("sends no cookie and nothing of who asks", async () => {
    const sent: string[] = [];
    // A real server: the one that stands in for the network in tests keeps cookies of its own.
    const server = createServer((request, response) => {
      sent.push(Object.keys(request.headers).sort().join(" "), request.headers["user-agent"] ?? "");
      response.writeHead(200, { "Content-Type": "application/json", "Set-Cookie": "who=me" }).end("[]");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const url = new URL(`http://127.0.0.1:${port}/`);
    for (const _ of [1, 2]) expect(await exchange(url, [200])).toEqual({ status: 200, body: [] });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(sent.filter((_, at) => at % 2 === 0).join(" ")).not.toMatch(/cookie|authorization|referer|origin/);
    expect(sent.filter((_, at) => at % 2 === 1)).toEqual(["common-ground", "common-ground"]);
  });

  it("reads a body of exactly the limit", async () => {
    answers(() => json(parts(LIMIT_BYTES)));
    expect((await asked()).body).toHaveLength(LIMIT_BYTES - 2);
  });

  it.each<[string, Answer, string]>([
    ["a byte more than the limit", () => json(parts(LIMIT_BYTES + 1)), "large"],
    [
      "a length beyond the limit, before it is read",
      () => json("[]", { headers: { "Content-Length": String(LIMIT_BYTES + 1) } }),
      "large",
    ],
    ["another type", () => HttpResponse.text("[]"), "type"],
    ["a page", () => HttpResponse.html("<h1>Sorry</h1>"), "type"],
    ["half of some JSON", () => json('{"all":'), "json"],
    ["nothing", () => json(""), "json"],
    ["text that is no UTF-8", () => json(new Response(new Uint8Array([34, 255, 34])).body ?? ""), "json"],
    ["429", () => json("{}", { status: 429 }), "status"],
    ["500", () => json("{}", { status: 500 }), "status"],
    ["403", () => json("{}", { status: 403 }), "status"],
    ["no connection", () => HttpResponse.error(), "unreachable"],
  ])("refuses %s", async (_, answer, kind) => {
    answers(answer);
    expect(await faultOf(asked())).toBe(kind);
  });

  it.each([301, 302, 307, 308])("does not follow a redirect (%i)", async (status) => {
    let followed = 0;
    network.use(
      http.get("https://elsewhere.example/", () => {
        followed += 1;
        return HttpResponse.json([]);
      }),
    );
    answers(() => json("[]", { status, headers: { Location: "https://elsewhere.example/" } }));
    expect(await faultOf(asked())).toBe("redirect");
    expect(followed).toBe(0);
  });

  it("gives up on a body that breaks off", async () => {
    const broken = new ReadableStream({
      pull: (stream) => stream.error(new Error("reset")),
    });
    answers(() => json(broken));
    expect(await faultOf(asked())).toBe("unreachable");
  });
});

describe("the time an exchange may take", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each<[string, Answer]>([
    ["an answer that never begins", () => new Promise<Response>(() => undefined)],
    [
      "a body that never ends",
      () => json(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode("[")) })),
    ],
  ])("is counted over %s", async (_, answer) => {
    let reached: () => void;
    const under = new Promise<void>((resolve) => {
      reached = resolve;
    });
    answers(() => {
      reached();
      return answer();
    });
    let ended: string | null = null;
    const exchanging = faultOf(asked()).then((kind) => {
      ended = kind;
    });
    await under;
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
    expect(ended).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    await exchanging;
    expect(ended).toBe("slow");
  });

  it("leaves no timer behind", async () => {
    answers(() => HttpResponse.json([]));
    await asked();
    expect(vi.getTimerCount()).toBe(0);
  });
});
