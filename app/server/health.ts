import { setTimeout as sleep } from "node:timers/promises";
import type { RequestHandler } from "express";

const PATIENCE_MS = 3_000;

/** Named questions whose answers must all be yes for the instance to be able to serve. */
export type Checks = Record<string, () => Promise<boolean>>;

/** /healthz: the process is alive. */
export const healthz: RequestHandler = (_request, response) => {
  response.set("Cache-Control", "no-store").json({ status: "alive" });
};

/** What is worth knowing of an instance and no reason for it not to serve, such as when it was last backed up. */
export type Notes = () => Promise<Record<string, string | null>>;

/** /readyz: able to serve; 503 names what is not well, and while the server is stopping. */
export function readyz(
  checks: () => Checks,
  isStopping: () => boolean,
  notes: Notes = async () => ({}),
): RequestHandler {
  return async (_request, response) => {
    const answers = await answerChecks(checks());
    const ready = !isStopping() && answers.every(([, well]) => well);
    const status = isStopping() ? "stopping" : ready ? "ready" : "not ready";
    response
      .status(ready ? 200 : 503)
      .set("Cache-Control", "no-store")
      .json({ status, checks: Object.fromEntries(answers), ...(await notes()) });
  };
}

/** Asks every check at once. */
export function answerChecks(checks: Checks): Promise<(readonly [string, boolean])[]> {
  return Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await answer(check)] as const),
  );
}

/** A check that fails or takes too long is a no. */
async function answer(check: () => Promise<boolean>): Promise<boolean> {
  const waited = new AbortController();
  const late = sleep(PATIENCE_MS, false, { signal: waited.signal, ref: false }).catch(() => false);
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    waited.abort();
  }
}
