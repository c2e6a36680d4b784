import { RouterContextProvider } from "react-router";
import { answerApi } from "~/composition/api/answer.server";
import type { SignedIn } from "~/composition/execution.server";
import { clockContext } from "~/composition/visit.server";
import { makeToken } from "~/features/identity/token-secret.server";
import { makeApiToken } from "~/features/identity/tokens.commands.server";
import type { Clock } from "~/platform/clock";
import { mustRun } from "./place";

export type Asking = {
  method?: string;
  path: string;
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
};
export type Said = { status: number; headers: Headers; body: unknown };

/** What a program can send to one operation with success: to which, by whom, from which revision. */
export type Good = {
  id?: string;
  who?: "community editor" | "community lead" | "council editor" | "council lead";
  body?: Record<string, unknown>;
  revision?: string;
};

/** Makes a token of somebody's; of all they may unless told otherwise. */
export async function buildToken(
  user: SignedIn,
  { clock }: { clock: Clock },
  scope: { access?: "read" | "write" | "research"; area?: string; days?: "30" | "90" | "180" | "365" } = {},
): Promise<{ id: string; token: string }> {
  const { token, prefix, tokenHash } = makeToken();
  const input = { name: "A program", access: "write" as const, prefix, tokenHash, ...scope };
  return { ...(await mustRun(user, makeApiToken, input, { clock })), token };
}

/** Asks the API as a program does, without a web server between. */
export async function askApi(
  { clock }: { clock: Clock },
  { method, path, token, body, headers = {} }: Asking,
): Promise<Said> {
  const context = new RouterContextProvider();
  context.set(clockContext, clock);
  const sent = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method: method ?? (body === undefined ? "GET" : "POST"),
    headers: {
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      ...(sent === undefined ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const response = await answerApi(request, context);
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
}
