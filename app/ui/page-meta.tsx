import { Children, cloneElement, isValidElement, type ReactNode, useContext } from "react";
import { Meta, UNSAFE_DataRouterStateContext } from "react-router";

/**
 * The page's entries in <head>, as its `meta` gives them. Where a form has just been refused the title says so first, for
 * every page and with script or without: a screen reader says the title before anything else.
 */
export function PageMeta() {
  const answers = useContext(UNSAFE_DataRouterStateContext)?.actionData ?? {};
  // Called, not rendered: the entries are needed as they are, and React Router gives them in no other way.
  const entries = (Meta() as { props: { children: ReactNode } }).props.children;
  return Object.values(answers).some(isRefused) ? Children.map(entries, sayError) : entries;
}

function sayError(entry: ReactNode): ReactNode {
  if (!isValidElement<{ children?: ReactNode }>(entry) || entry.type !== "title") return entry;
  return cloneElement(entry, {}, `Error: ${String(entry.props.children)}`);
}

/** Whether an action answered with problems: a conform reply, alone or as `lastResult` (see form-answer.ts). */
function isRefused(answer: unknown): boolean {
  const reply = property(answer, "lastResult") ?? answer;
  return Object.values(property(reply, "error") ?? {}).some(
    (words) => Array.isArray(words) && words.length > 0,
  );
}

function property(value: unknown, name: string): object | null {
  const found = typeof value === "object" && value !== null ? Reflect.get(value, name) : null;
  return typeof found === "object" ? found : null;
}
