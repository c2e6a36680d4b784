const KEY = "COMMON_GROUND_DATABASE";

/** Tells this process, and the bundled server within it, which database to use (as the application role). */
export function setConnection(appUrl: string): void {
  // The environment, because the boot and the built server are two module graphs in one process.
  process.env[KEY] = appUrl;
}

/** The application role's connection string; a unix socket is in its `host` parameter, which pg understands. */
export function getConnection(): string {
  const url = process.env[KEY];
  if (!url) throw new Error("The database connection has not been set: call setConnection first.");
  return url;
}
