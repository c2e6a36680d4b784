import type { Request, Response } from "express";
import { RouterContextProvider } from "react-router";
import {
  busyContext,
  clientAddressContext,
  nonceContext,
  requestIdContext,
  userAgentContext,
} from "~/platform/request-context.server";

/** What the web server knows of a request, handed to the root middleware. */
export function loadContext(request: Request, response: Response): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(nonceContext, text(response.locals.nonce));
  context.set(requestIdContext, text(response.locals.requestId));
  context.set(clientAddressContext, request.ip ?? null);
  context.set(busyContext, response.locals.busy ?? null);
  context.set(userAgentContext, request.get("user-agent") ?? null);
  return context;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
