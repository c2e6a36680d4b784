import { data } from "react-router";
import type { SentFields } from "./unavailable.server";

/** The largest form that is read: a list to import fits. */
const FORM_BYTES = 10_000_000;

/** A request's form; 400 where the body is not one, or is larger than any page of ours sends. */
export async function formOf(request: Request, most: number = FORM_BYTES): Promise<FormData> {
  try {
    let left = most;
    const counted = new TransformStream<Uint8Array, Uint8Array>({
      transform(part, stream) {
        left -= part.byteLength;
        if (left < 0) throw new Error("too large");
        stream.enqueue(part);
      },
    });
    const headers = { "Content-Type": request.headers.get("Content-Type") ?? "" };
    const form = await new Response(request.body?.pipeThrough(counted) ?? null, { headers }).formData();
    if (!isReasonable(form)) throw new Error("not a form of ours");
    return form;
  } catch {
    throw data(null, { status: 400 });
  }
}

const FIELDS_MAX = 3_000;
const FIELD_NAME_MAX = 120;

/** Not a form of ours: more fields than any has, or a row so far along that reading it would fill the memory. */
function isReasonable(form: FormData): boolean {
  const names = [...form.keys()];
  return (
    names.length <= FIELDS_MAX && names.every((name) => name.length <= FIELD_NAME_MAX && !/\d{4}/.test(name))
  );
}

const SECRET = /password|code|secret|token/i;
/** More than this is not sent to and fro: the browser still has it. */
const SENT_MOST = 200_000;

/** A form's texts, to be shown to who sent it and sent again; null where it held a secret, or more than is sent twice. */
export function fieldsToSendAgain(form: FormData): SentFields | null {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const size = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return size > SENT_MOST || fields.some(([name]) => SECRET.test(name)) ? null : fields;
}

/** What the form of a request holds that nobody has read yet; null: no form, or none to be sent again. */
export async function unreadFields(request: Request): Promise<SentFields | null> {
  const type = request.headers.get("Content-Type") ?? "";
  if (request.method !== "POST" || !/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type))
    return null;
  return formOf(request).then(fieldsToSendAgain, () => null);
}
