import { z } from "zod";
import { isPublicUrl } from "~/platform/public-url.server";
import { callbackOf } from "./council-provider.server";

const NOT_AN_ISSUER = "Enter the provider’s address, such as https://login.council.example";

/** The address a provider is known by. */
export const issuer = z
  .string({ error: NOT_AN_ISSUER })
  .trim()
  .max(500)
  .refine(isIssuer, { error: NOT_AN_ISSUER });

function isIssuer(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  // What no address holds is written otherwise in it, and could not be kept as it was typed.
  const isWhole = text.isWellFormed() && !text.includes("\0");
  return isWhole && url !== null && isPublicUrl(url) && !url.search && !url.hash;
}

/** A provider that is not set up yet, and the address it will send people back to; or what is wrong with what was typed. */
export type ToBeSetUp = { issuer: string; callback: string } | { issuer: string; problem: string };

/**
 * Where a provider will send people back to, before it is set up: a council enters this address at its provider first, and
 * is given by it what a form here asks for. Null: no provider was named.
 */
export function findCallback(typed: string | null): ToBeSetUp | null {
  if (typed === null) return null;
  const asked = issuer.safeParse(typed);
  return asked.success
    ? { issuer: asked.data, callback: callbackOf(asked.data) }
    : { issuer: typed.slice(0, 500), problem: NOT_AN_ISSUER };
}
