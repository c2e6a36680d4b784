import type { LiveToken } from "~/features/identity/tokens.queries.server";
import { methodOf, type Operation } from "./operations.server";
import { problemType, Refusal } from "./problem.server";

/** 403 for what a token is not for, whoever its owner is: to write, or to read records, or to read of all areas. */
export function requireReach({ mayWrite, onlyResearch, areaSlug }: LiveToken, operation: Operation): void {
  const isResearch = operation.does === "research";
  if (onlyResearch && !isResearch && operation.does !== "about-me")
    throw beyond("This token reads figures for research, and nothing else.", "read");
  if (isResearch && areaSlug !== null)
    throw beyond("This token is for one area alone. Figures for research are of all areas.", "research");
  if (methodOf(operation) === "POST" && !mayWrite) throw beyond("This token may only read.", "write");
}

function beyond(detail: string, scope: "read" | "write" | "research"): Refusal {
  return new Refusal(403, {
    type: problemType("scope"),
    detail,
    headers: { "WWW-Authenticate": `Bearer error="insufficient_scope", scope="${scope}"` },
  });
}
