import { getEnvironment } from "./environment.server";

/** The whole address of a page of this tracker, as a mail has it. */
export function ownAddress(path: string): string {
  const { APP_ORIGIN, PORT } = getEnvironment();
  return `${APP_ORIGIN ?? `http://localhost:${PORT}`}${path}`;
}

/** How people reach this tracker, without a path. Unset it is as this request did: which names it may have was asked before it. */
export function ownOrigin(request: Request): string {
  return new URL(getEnvironment().APP_ORIGIN ?? request.url).origin;
}
