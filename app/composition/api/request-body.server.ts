import { Refusal } from "./problem.server";

/** The largest body that is read: the longest of our texts fit many times. */
const BODY_BYTES = 1_000_000;
/** No input of ours is nested deeper. */
const DEPTH_MOST = 16;

/** The JSON object of a request's body; an empty body is an empty one. */
export async function readBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request, BODY_BYTES, `Send at most ${BODY_BYTES} bytes.`);
  if (bytes.byteLength === 0) return {};
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/json *(;|$)/i.test(type))
    throw new Refusal(415, {
      detail: "Send JSON, as application/json.",
      headers: { "Accept-Post": "application/json" },
    });
  const sent = parse(bytes);
  if (typeof sent !== "object" || sent === null || Array.isArray(sent))
    throw new Refusal(400, { detail: "Send a JSON object." });
  return sent as Record<string, unknown>;
}

/** The bytes of a request's body, of so many at the most; 413 with these words for more. */
export async function readBytes(
  { body, headers }: Request,
  most: number,
  words: string,
): Promise<Uint8Array> {
  const tooLarge = () => new Refusal(413, { detail: words });
  if (Number(headers.get("Content-Length") ?? 0) > most) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > most) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function parse(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (depthOf(text) > DEPTH_MOST) throw new Error("too deep");
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, { detail: "This is not JSON, or it is nested too deeply." });
  }
}

/** How deep lists and objects stand in one another, counted before anything is made of them. */
function depthOf(text: string): number {
  let [depth, deepest, inText] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const mark = text[at];
    if (inText && mark === "\\") at += 1;
    else if (mark === '"') inText = !inText;
    else if (!inText && (mark === "{" || mark === "[")) deepest = Math.max(deepest, ++depth);
    else if (!inText && (mark === "}" || mark === "]")) depth -= 1;
  }
  return deepest;
}
