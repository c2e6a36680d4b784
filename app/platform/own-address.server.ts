import { getEnvironment } from "./environment.server";

/** The whole address of a page of this tracker, as a mail has it. */
export function ownAddress(path: string): string {
  const { APP_ORIGIN, PORT } = getEnvironment();
  return `${APP_ORIGIN ?? `http://localhost:${PORT}`}${path}`;
}
