import type { RequestHandler } from "express";
import { RETRY_SECONDS } from "../platform/unavailable.server.ts";

/**
 * Answers 503 instead of 500 where a request failed for want of the database (`response.locals.busy`, noted by
 * handleError), whichever page it was; and says with every 503 when to come again.
 */
export const sayBusy: RequestHandler = (_request, response, next) => {
  const busy = { isBusy: false };
  response.locals.busy = busy;
  const writeHead = response.writeHead.bind(response);
  response.writeHead = ((...args: Parameters<typeof writeHead>) => {
    if (busy.isBusy && response.statusCode === 500) {
      response.statusCode = 503;
      response.statusMessage = "Service Unavailable";
      if (args[0] === 500) args[0] = 503;
    }
    if (response.statusCode === 503 && !response.headersSent && !response.hasHeader("Retry-After"))
      response.setHeader("Retry-After", String(RETRY_SECONDS));
    return writeHead(...args);
  }) as typeof response.writeHead;
  next();
};
