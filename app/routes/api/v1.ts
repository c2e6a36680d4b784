import { answerApi } from "~/composition/api/answer.server";
import type { Route } from "./+types/v1";

/** The API for programs, whole: in a middleware, so that every method and every way of asking ends here. */
export const middleware: Route.MiddlewareFunction[] = [({ request, context }) => answerApi(request, context)];

/** Never reached: it makes this an address that can be asked. */
export function loader() {
  return null;
}

/** Never reached: it makes this an address that can be sent to. */
export function action() {
  return null;
}
