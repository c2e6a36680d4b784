import { data, type RouterContextProvider } from "react-router";
import { canAttach, FILE_MOST_BYTES, sizeWords } from "~/features/records/attachment";
import { attachFile } from "~/features/records/attachments.commands.server";
import { findBase } from "~/features/records/record.queries.server";
import { checkFile, fileName, fileTypeOf } from "~/platform/file-type";
import { putAside } from "~/platform/files.server";
import { orUnavailable } from "~/platform/unavailable.server";
import { keepingWith } from "./keep-sent-file.server";
import { forbidden, formOf, notFound, readArea, submit } from "./request.server";

type Context = Readonly<RouterContextProvider>;

/** What a form with a file may weigh: the file, and some fields beside it. */
const FORM_MOST_BYTES = FILE_MOST_BYTES + 100_000;

const TOO_LARGE = `Choose a file of ${sizeWords(FILE_MOST_BYTES)} or less`;

/** A form that carries a file; null where it is larger than any file that is taken. What is left of it is let go. */
export async function readFileForm(request: Request): Promise<FormData | null> {
  if (Number(request.headers.get("Content-Length") ?? 0) <= FORM_MOST_BYTES)
    return formOf(request, FORM_MOST_BYTES);
  // Read to its end, so that the browser has sent all and reads the answer.
  await request.body?.pipeTo(new WritableStream()).catch(() => undefined);
  return null;
}

/** A problem with the file itself, as the form shows it. */
function refuseFile(words: string, form: FormData | null) {
  const level = form?.get("level");
  const lastResult = {
    status: "error" as const,
    error: { file: [words] },
    initialValue: typeof level === "string" ? { level } : {},
  };
  return data({ lastResult, intent: "attach", conflict: null }, { status: 400 });
}

/** Refuses whoever may put no file on the record, before anything they sent is read: 404, or 403 for want of a role. */
export async function requireAttach(context: Context, area: string, id: string): Promise<void> {
  const may = await readArea(context, area, async (actor, { tx }) => {
    const record = await findBase(tx, actor, id);
    return record === null ? null : canAttach(actor, record);
  });
  if (may === null) return notFound();
  if (may !== true) forbidden(may);
}

/**
 * Puts the file of a form on a record. It is written aside first; its row is one command; then it is moved to its place.
 * Where the row is not written the file goes again.
 */
export async function attachSent(
  context: Context,
  form: FormData | null,
  recordId: string,
  done: { to: string; message: string },
) {
  const file = form?.get("file");
  form?.delete("file");
  if (form === null || (file instanceof File && file.size > FILE_MOST_BYTES))
    return refuseFile(TOO_LARGE, form);
  if (!(file instanceof File) || file.name === "") return refuseFile("Choose a file", form);
  if (file.size === 0) return refuseFile("That file is empty", form);
  const content = new Uint8Array(await file.arrayBuffer());
  const type = fileTypeOf(content);
  const fits = checkFile(file.name, type);
  if (fits !== true) return refuseFile(fits, form);
  const incoming = await orUnavailable(putAside(content));
  const { bytes, sha256 } = incoming;
  const found = { id: recordId, name: fileName(file.name), type: String(type), bytes: String(bytes), sha256 };
  return keepingWith(incoming, (written) =>
    submit(context, form, attachFile, found, ({ id }) => {
      written(id);
      return done;
    }),
  );
}
