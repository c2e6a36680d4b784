import { createHash } from "node:crypto";
import { formOf } from "./request.server";

/** The largest file a page takes, in bytes: 5 MB. */
export const UPLOAD_BYTES = 5_000_000;
/** What else a form with a file may hold. */
const ROOM_BYTES = 100_000;

export type Upload = { fileName: string; sha256: string; body: Uint8Array };

export const UPLOAD_WORDS =
  "The file is larger than 5 MB, the most a page takes. Split it, or leave out what is not needed.";

/**
 * A request's form with its file, or null for one that is too large: it is read to its end and thrown away, so that
 * the browser has sent all and reads the answer.
 */
export async function uploadFormOf(request: Request): Promise<FormData | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size <= UPLOAD_BYTES + ROOM_BYTES) parts.push(part);
    else parts.length = 0;
  }
  if (size > UPLOAD_BYTES + ROOM_BYTES) return null;
  const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
  return formOf(new Request(request.url, { method: "POST", headers, body: Buffer.concat(parts) }));
}

/** The file of a field; in words what is wrong with it. */
export async function fileOf(form: FormData, field: string): Promise<Upload | string> {
  const file = form.get(field);
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return "Choose a file";
  if (file.size === 0) return "The file is empty";
  if (file.size > UPLOAD_BYTES) return UPLOAD_WORDS;
  const body = new Uint8Array(await file.arrayBuffer());
  const fileName =
    file.name
      .replace(/[\p{Cc}/\\]/gu, " ")
      .toWellFormed()
      .trim()
      .slice(0, 200) || "file";
  return { fileName, sha256: createHash("sha256").update(body).digest("hex"), body };
}
