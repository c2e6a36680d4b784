import type { Request, Response } from "express";
import { RouterContextProvider } from "react-router";
import {
  busyContext,
  clientAddressContext,
  dataAloneContext,
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
  // Nothing else tells: its ending is gone from the address that middleware and loaders see.
  const [path = ""] = request.originalUrl.split("?");
  context.set(dataAloneContext, path.endsWith(".data"));
  context.set(userAgentContext, request.get("user-agent") ?? null);
  return context;
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
