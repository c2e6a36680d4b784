import { type IncomingMessage, request as requestHere } from "node:http";
import { request } from "node:https";
import { isPublicUrl, isTestHere } from "../public-url.server.ts";
import { LIMIT_BYTES, LIMIT_MS } from "./exchange.server.ts";
import { OutsideFault } from "./fault.ts";
import { lookupPublic } from "./public-address.server.ts";

export type PublicRequest = { method: string; headers: Record<string, string>; body?: string | undefined };

/**
 * Asks an address that somebody has typed in, and none but a public one: its name is looked up and judged for this very
 * connection, so that it cannot stand for another address a moment later. By https, three seconds, a megabyte, no
 * redirects, no cookies. OutsideFault where it does not answer so. Never within a transaction.
 */
export function fetchPublic(url: URL, { method, headers, body }: PublicRequest): Promise<Response> {
  if (!isPublicUrl(url)) return Promise.reject(new OutsideFault("unreachable"));
  const isHere = isTestHere(url);
  const options = { method, headers: { ...headers, "User-Agent": "common-ground" } };
  return new Promise((resolve, reject) => {
    const given = (answer: IncomingMessage) => receive(answer).then(resolve, reject);
    const asked = isHere
      ? requestHere(url, options, given)
      : request(url, { ...options, lookup: lookupPublic, agent: false }, given);
    const timer = setTimeout(() => {
      reject(new OutsideFault("slow"));
      asked.destroy();
    }, LIMIT_MS);
    asked.on("close", () => clearTimeout(timer));
    asked.on("error", () => reject(new OutsideFault("unreachable")));
    asked.end(body);
  });
}

async function receive(answer: IncomingMessage): Promise<Response> {
  const { statusCode: status = 0, headers } = answer;
  const parts: Buffer[] = [];
  let left = LIMIT_BYTES;
  for await (const part of answer as AsyncIterable<Buffer>) {
    left -= part.byteLength;
    if (left < 0) throw new OutsideFault("large");
    parts.push(part);
  }
  if (status < 200 || (status >= 300 && status < 400)) throw new OutsideFault("redirect", status);
  const type = headers["content-type"];
  const isEmpty = status === 204 || status === 205;
  return new Response(isEmpty ? null : Buffer.concat(parts), {
    status,
    headers: type ? { "Content-Type": type } : {},
  });
}
