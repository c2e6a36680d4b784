import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll } from "vitest";
import { isOwnMachine } from "../fakes/own-machine";

/**
 * No test reaches the world. A request to anywhere but this machine fails, unless the test answers it itself:
 * `network.use(http.get("https://…", () => HttpResponse.json({ … })))`.
 */
export const network = setupServer();

beforeAll(() =>
  network.listen({
    onUnhandledRequest(request, print) {
      if (!isOwnMachine(request.url)) print.error();
    },
  }),
);
afterEach(() => network.resetHandlers());
afterAll(() => network.close());
