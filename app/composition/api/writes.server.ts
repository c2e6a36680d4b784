import { v5 } from "uuid";
import { KeyReused } from "~/platform/command-log.server";
import { executionOf, readArea } from "../request.server";
import type { Operation } from "./operations.server";
import { problemType, Refusal, refuseFields } from "./problem.server";
import { type Asked, findOne, requireTheirs, requireThere, tagOf } from "./reads.server";
import { readBody } from "./request-body.server";
import type { Resource } from "./resource.server";

type Writing = Extract<Operation, { does: "create" | "verb" }>;

/** Carries out a command, and answers with what there is after it. */
export async function answerWrite(
  request: Request,
  asked: Asked,
  { does, resource, sent }: Writing,
): Promise<Response> {
  const actor = await readArea(asked.context, asked.area, async (standing) => standing);
  requireTheirs(resource, actor);
  if (does === "verb") await requireThere(asked, resource);
  const { write, given, overwrites } = sent;
  const body = await readBody(request);
  const revision = await revisionSent(request, asked, resource, overwrites);
  const unknown = given.filter((name) => Object.hasOwn(body, name));
  if (unknown.length > 0)
    throw refuseFields(
      422,
      Object.fromEntries(unknown.map((name) => [name, ["The address or a header says this"]])),
    );
  const address = write.fixed.values({ ...asked, actor });
  const parsed = write.parse({ ...body, ...address, ...(overwrites ? { revision } : {}) });
  if ("fields" in parsed) throw refuseFields(422, parsed.fields);
  const key = keySent(request);
  const execution = await executionOf(asked.context, key);
  const outcome = await write
    .run(parsed.input, { ...execution, keyIsOfOneWrite: true })
    .catch(refuseOtherUse);
  switch (outcome.status) {
    case "done":
      return answerDone(asked, resource, does, outcome.result);
    case "invalid":
      throw refuseFields(422, outcome.fields);
    case "conflict":
      throw await conflict(asked, resource, revision);
    case "absent":
      throw new Refusal(404);
    case "forbidden":
      throw new Refusal(403, { type: problemType("role"), detail: outcome.why });
  }
}

/** The revision a write was made from, as `If-Match` says: asked for where words are overwritten. */
async function revisionSent(
  request: Request,
  asked: Asked,
  resource: Resource,
  overwrites: boolean,
): Promise<number | null> {
  const sent = request.headers.get("If-Match");
  if (sent === null) {
    if (!overwrites) return null;
    throw new Refusal(428, { detail: "Say in If-Match at which revision you read this: its ETag." });
  }
  const revision = Number(/^"(\d{1,9})"$/.exec(sent.trim())?.[1] ?? Number.NaN);
  if (Number.isNaN(revision)) throw refuseFields(400, { "If-Match": ['Send one ETag, such as "3"'] });
  // A command that overwrites nothing asks for no revision; who sends one all the same is held to it.
  if (!overwrites && (await revisionNow(asked, resource)) !== revision)
    throw await conflict(asked, resource, revision);
  return revision;
}

async function revisionNow(asked: Asked, resource: Resource): Promise<number | null> {
  return resource.one && asked.id !== ""
    ? ((await findOne(asked, resource, resource.one))?.revision ?? null)
    : null;
}

async function conflict(asked: Asked, resource: Resource, revision: number | null): Promise<Refusal> {
  const told = {
    type: problemType("changed"),
    detail: "Somebody else changed this since you read it. Nothing was saved.",
    currentRevision: await revisionNow(asked, resource),
  };
  return revision === null ? new Refusal(409, told) : new Refusal(412, { ...told, yourRevision: revision });
}

const KEYS = "6f6d6d6f-6e47-5264-8a70-692d6b657973";

/** The key of a write that may arrive twice: any text, kept as an id made from it. */
export function keySent(request: Request): string | undefined {
  const sent = request.headers.get("Idempotency-Key");
  if (sent === null) return undefined;
  if (!/^[\x20-\x7e]{1,255}$/.test(sent))
    throw refuseFields(400, { "Idempotency-Key": ["Send 1 to 255 letters, figures and signs"] });
  return v5(sent, KEYS);
}

/** The same key is the same write: with another one it is a mistake of the program. */
export function refuseOtherUse(error: unknown): never {
  if (!(error instanceof KeyReused)) throw error;
  throw new Refusal(422, {
    type: problemType("key-reused"),
    detail: "This Idempotency-Key was used for another write. Nothing was saved.",
  });
}

async function answerDone(
  asked: Asked,
  resource: Resource,
  does: Writing["does"],
  result: unknown,
): Promise<Response> {
  const made = does === "create" ? idIn(result) : null;
  const id = made ?? asked.id;
  const after = resource.one
    ? await findOne({ ...asked, id }, resource, resource.one).catch(goneIsNothing)
    : null;
  const tag = tagOf(after?.revision ?? null);
  if (made === null)
    return after ? Response.json(after.body, { headers: tag }) : new Response(null, { status: 204 });
  const location = `/api/v1/areas/${encodeURIComponent(asked.area)}/${resource.name}/${made}`;
  const headers = resource.one ? { Location: location, ...tag } : {};
  return Response.json(after?.body ?? { id: made }, { status: 201, headers });
}

function idIn(result: unknown): string | null {
  return typeof result === "object" && result !== null && "id" in result && typeof result.id === "string"
    ? result.id
    : null;
}

/** What a write has taken away is no longer there to be shown. */
function goneIsNothing(error: unknown): null {
  if (error instanceof Refusal || !(error instanceof Error)) return null;
  throw error;
}
