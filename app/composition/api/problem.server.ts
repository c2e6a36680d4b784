import { STATUS_CODES } from "node:http";
import { z } from "zod";

/** What went wrong, as every refusal of the API tells it (RFC 9457). */
export const problemView = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  /** The request's number in the log. */
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  /** After a conflict: the revision that was sent, and the one there is now. */
  yourRevision: z.int().optional(),
  currentRevision: z.int().nullable().optional(),
});
export type ProblemBody = z.infer<typeof problemView>;

/** Refusals that say in `Retry-After` in how many seconds to ask again. */
export const WAITS: readonly string[] = ["429", "503"];

/** Every refusal an address can give, and when. */
export const PROBLEMS: Readonly<Record<string, string>> = {
  400: "What was asked or sent is no question or JSON of this API",
  401: "No token in force was sent",
  403: "The token may only read, or the role cannot do this",
  404: "Not there, or not there for you",
  409: "Somebody else changed it since it was read",
  412: "Somebody else changed it since the revision sent in If-Match",
  413: "More was sent than is read",
  415: "What was sent is not JSON",
  422: "Some of what was sent cannot be: each problem is told with its field",
  428: "If-Match is wanted: words are overwritten",
  429: "Too many requests: wait as Retry-After says",
  503: "Busy just now, and nothing was changed: wait as Retry-After says",
};

type Told = Partial<Omit<ProblemBody, "status">> & { headers?: Record<string, string> };

/** A refusal, thrown from wherever it is found. */
export class Refusal extends Error {
  readonly status: number;
  readonly told: Told;
  constructor(status: number, told: Told = {}) {
    super(`refused: ${status}`);
    this.status = status;
    this.told = told;
  }
}

/** A kind of problem that programs tell apart by more than its status. */
export const problemType = (word: string) => `urn:common-ground:problem:${word}`;

/** Refuses what was sent, beside the fields it names: '' is the whole of it. */
export function refuseFields(status: 400 | 422, fields: Record<string, string[]>): Refusal {
  const errors = Object.entries(fields).flatMap(([field, words]) =>
    words.map((detail) => ({ field, detail })),
  );
  return new Refusal(status, {
    type: problemType("invalid"),
    title: "Some of what was sent cannot be",
    errors,
  });
}

/** The answer of a refusal. */
export function toResponse({ status, told }: Refusal, requestId: string | null): Response {
  const { headers, ...body } = told;
  const title = body.title ?? STATUS_CODES[status] ?? "Refused";
  const instance = requestId === null ? {} : { instance: `urn:uuid:${requestId}` };
  const problem: ProblemBody = { type: "about:blank", ...body, title, status, ...instance };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "Content-Type": "application/problem+json", ...headers },
  });
}
