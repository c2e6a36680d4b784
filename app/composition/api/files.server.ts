import { z } from "zod";
import { canAttach, FILE_MOST_BYTES, sizeWords } from "~/features/records/attachment";
import { attachFile } from "~/features/records/attachments.commands.server";
import { findDownload } from "~/features/records/attachments.queries.server";
import { findBase } from "~/features/records/record.queries.server";
import { type CommandResult, executeParsed } from "~/platform/command.server";
import { checkFile, FILE_TYPES, type FileType, fileName, fileTypeOf } from "~/platform/file-type";
import { openKept, putAside } from "~/platform/files.server";
import { idSchema } from "~/platform/ids";
import { giveFile } from "../give-file.server";
import { keepingWith } from "../keep-sent-file.server";
import { executionOf, readArea } from "../request.server";
import { problemType, Refusal, refuseFields } from "./problem.server";
import { type Asked, queryOf } from "./reads.server";
import { readBytes } from "./request-body.server";
import { keySent, refuseOtherUse } from "./writes.server";

/** What is asked beside the bytes of a file: its name, and who it is for. */
export const fileQuestion = z.object({
  name: z.string().min(1).max(200),
  level: z.enum(["shared", "side"]),
});

/** What a file that was put on a record answers. */
export const fileMade = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(Object.keys(FILE_TYPES) as [FileType, ...FileType[]]),
  bytes: z.int(),
  sha256: z.string(),
});

/** One file of a record, as on its page: for whoever may see both. */
export async function answerFile({ context, area, id }: Asked, fileId: string): Promise<Response> {
  if (!isId(id) || !isId(fileId)) throw new Refusal(404);
  const file = await readArea(context, area, (actor, { tx }) => findDownload(tx, actor, id, fileId));
  const kept = file && (await openKept(file));
  if (!file || !kept) throw new Refusal(404);
  const { mime } = FILE_TYPES[file.type as FileType];
  const response = giveFile({ context, params: { area } }, kept.body, {
    name: file.name,
    mime,
    bytes: kept.bytes,
  });
  response.headers.set("Content-Digest", digestOf(file.sha256));
  return response;
}

/**
 * Puts the bytes that were sent on a record as a file, with the checks of the page: who may is asked before anything
 * is read, and what it is is seen in the bytes, whatever type was said.
 */
export async function answerNewFile(request: Request, asked: Asked): Promise<Response> {
  const { context, area, id, url } = asked;
  if (!isId(id)) throw new Refusal(404);
  const may = await readArea(context, area, async (actor, { tx }) => {
    const record = await findBase(tx, actor, id);
    return record && canAttach(actor, record);
  });
  if (may === null) throw new Refusal(404);
  if (may !== true) throw new Refusal(403, { type: problemType("role"), detail: may });
  const { name, level } = questionsIn(url);
  const content = await readBytes(
    request,
    FILE_MOST_BYTES,
    `Send a file of ${sizeWords(FILE_MOST_BYTES)} or less.`,
  );
  const type = typeOf(name, content);
  const incoming = await putAside(content);
  const { bytes, sha256 } = incoming;
  const file = { name: fileName(name), type, bytes, sha256 };
  const made = await keepingWith(incoming, async (written) => {
    refuseOtherBytes(request, sha256);
    const execution = await executionOf(context, keySent(request));
    const input = { ...file, id, level };
    const once = { ...execution, keyIsOfOneWrite: true as const };
    const made = idOf(await executeParsed(attachFile, input, once).catch(refuseOtherUse));
    written(made);
    return made;
  });
  const location = `/api/v1/areas/${encodeURIComponent(area)}/records/${id}/files/${made}`;
  return Response.json(fileMade.parse({ ...file, id: made }), {
    status: 201,
    headers: { Location: location },
  });
}

function questionsIn(url: URL): z.output<typeof fileQuestion> {
  const parsed = fileQuestion.safeParse(queryOf(url, fileQuestion));
  if (parsed.success) return parsed.data;
  throw refuseFields(400, {
    ...(url.searchParams.has("name") ? {} : { name: ["Say what the file is called"] }),
    ...(url.searchParams.has("level") ? {} : { level: ["Say who the file is for: shared or side"] }),
  });
}

/** What the file is, by its bytes; refused where that is nothing that is taken, or its name says something else. */
function typeOf(name: string, content: Uint8Array): FileType {
  if (content.byteLength === 0) throw refuseFields(422, { file: ["That file is empty"] });
  const type = fileTypeOf(content);
  const fits = checkFile(name, type);
  if (fits !== true || type === null) throw refuseFields(422, { file: [String(fits)] });
  return type;
}

/** Who says what the bytes add up to (RFC 9530) is held to it: nothing was lost on the way. */
function refuseOtherBytes(request: Request, sha256: string): void {
  const said = request.headers.get("Content-Digest");
  const own = said && /(?:^|,)\s*sha-256=(:[^:]*:)/.exec(said)?.[1];
  if (own && `sha-256=${own}` !== digestOf(sha256))
    throw refuseFields(422, { "Content-Digest": ["These are not the bytes it says"] });
}

const digestOf = (sha256: string) => `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`;

const isId = (text: string) => idSchema.safeParse(text).success;

function idOf(outcome: CommandResult<{ id: string }>): string {
  switch (outcome.status) {
    case "done":
      return outcome.result.id;
    case "invalid":
      throw refuseFields(422, outcome.fields);
    case "forbidden":
      throw new Refusal(403, { type: problemType("role"), detail: outcome.why });
    case "absent":
      throw new Refusal(404);
    default:
      throw new Refusal(409);
  }
}
