import { href } from "react-router";
import { getEnvironment } from "~/platform/environment.server";

/** The whole address of a link, as it is handed over or sent. */
export function answerAddress(token: string): string {
  const { APP_ORIGIN, PORT } = getEnvironment();
  return `${APP_ORIGIN ?? `http://localhost:${PORT}`}${href("/answer/:token", { token })}`;
}
