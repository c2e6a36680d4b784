import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";

/**
 * No test reaches the world. A request to anywhere but this machine fails, unless the test answers it itself:
 * `network.use(http.get("https://…", () => HttpResponse.json({ … })))`.
 */
export const network = setupServer();

const ownMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

beforeAll(() =>
  network.listen({
    onUnhandledRequest(request, print) {
      if (!ownMachine.has(new URL(request.url).hostname)) print.error();
    },
  }),
);
afterEach(() => network.resetHandlers());
afterAll(() => network.close());
