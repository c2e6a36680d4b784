type Sent = { name: string; mime: string; bytes?: number };

/** A download: saved under its name, never shown inside the site, whatever is in it. Every answer says nosniff (security.ts). */
export function sendFile(
  body: ReadableStream | Uint8Array<ArrayBuffer>,
  { name, mime, bytes }: Sent,
): Response {
  return new Response(body, {
    headers: {
      "Content-Type": mime,
      "Content-Disposition": disposition(name),
      "Cache-Control": "no-store",
      ...(bytes === undefined ? {} : { "Content-Length": String(bytes) }),
    },
  });
}

/** RFC 6266: a plain name for old programs, the whole name for all others. */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
