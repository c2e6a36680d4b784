/** Only an address of this tracker: a sign-in must not lead elsewhere, however the address is written. */
export function safeNext(next: string | undefined | null): string {
  const own = "http://own.invalid";
  if (!next?.startsWith("/") || !URL.canParse(next, own)) return "/";
  const { origin, pathname, search, hash } = new URL(next, own);
  // Parsed, then written again: what is left is printable, and one slash begins it.
  return origin === own && !pathname.startsWith("//") ? pathname + search + hash : "/";
}
