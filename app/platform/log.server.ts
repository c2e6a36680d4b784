import { type Logger, pino } from "pino";
import { getEnvironment } from "./environment.server.ts";

let logger: Logger | undefined;

/**
 * The log: one JSON object a line on standard output. What goes in names no person: ids, kinds, counts and
 * durations, never what somebody typed, an address of theirs, or a link that opens something. The one exception is mail
 * about accounts in a demonstration that has no mail server (mailer.server.ts).
 */
export function getLog(): Logger {
  logger ??= pino({
    level: getEnvironment().LOG_LEVEL,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return logger;
}
