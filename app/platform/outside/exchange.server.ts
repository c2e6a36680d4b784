import { OutsideFault } from "./fault.ts";

/** How long a whole exchange may take, its body included. */
export const LIMIT_MS = 3_000;
/** The largest body that is read, counted as it comes in and after it was unpacked. */
export const LIMIT_BYTES = 1_048_576;

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;

export type Received = { status: number; body: unknown };

/** Asks one address for JSON, within the limits; OutsideFault where the answer is none of the expected statuses. */
export async function exchange(url: URL, statuses: readonly number[]): Promise<Received> {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(), LIMIT_MS);
  try {
    const response = await before(ending.signal, send(url, ending.signal));
    refuse(response, statuses);
    const bytes = await readBody(response, ending.signal);
    return { status: response.status, body: toJson(bytes) };
  } finally {
    clearTimeout(timer);
    // Lets go of whatever is still coming.
    ending.abort();
  }
}

async function send(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    const headers = { Accept: "application/json", "User-Agent": "common-ground" };
    return await fetch(url, { signal, headers, redirect: "manual", credentials: "omit" });
  } catch {
    throw new OutsideFault(signal.aborted ? "slow" : "unreachable");
  }
}

function refuse(response: Response, statuses: readonly number[]): void {
  const { status, headers } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400))
    throw new OutsideFault("redirect", status);
  if (!statuses.includes(status)) throw new OutsideFault("status", status);
  if (!JSON_TYPE.test(headers.get("Content-Type") ?? "")) throw new OutsideFault("type", status);
  if (Number(headers.get("Content-Length") ?? 0) > LIMIT_BYTES) throw new OutsideFault("large", status);
}

async function readBody({ body }: Response, signal: AbortSignal): Promise<Buffer> {
  if (body === null) throw new OutsideFault("json");
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let left = LIMIT_BYTES;
  try {
    for (;;) {
      const { done, value } = await before(signal, reader.read());
      if (done) return Buffer.concat(parts);
      left -= value.byteLength;
      if (left < 0) throw new OutsideFault("large");
      parts.push(value);
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error instanceof OutsideFault ? error : new OutsideFault("unreachable");
  }
}

/** What a promise gives, unless the time is over first. */
function before<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new OutsideFault("slow")), { once: true });
    promise.then(resolve, reject);
  });
}

function toJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new OutsideFault("json");
  }
}
