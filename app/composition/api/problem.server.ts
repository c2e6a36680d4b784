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
