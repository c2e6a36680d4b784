import { setupServer } from "msw/node";
import { outsideFakes } from "./outside";
import { isOwnMachine } from "./own-machine";

/** From now on the fakes answer, and a request to anywhere else than this machine fails. Gives what ends it. */
export function fakeTheWorld(): () => void {
  const world = setupServer(...outsideFakes);
  world.listen({
    onUnhandledRequest(request, print) {
      if (!isOwnMachine(request.url)) print.error();
    },
  });
  return () => world.close();
}
