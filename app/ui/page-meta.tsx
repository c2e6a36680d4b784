import { Children, cloneElement, isValidElement, type ReactNode, useContext } from "react";
import { Meta, UNSAFE_DataRouterStateContext, useMatches } from "react-router";
import { withPlace } from "./page-title.tsx";

/** What a layout exports as its `handle`: which part of its data says what its pages belong to. */
export type PlaceHandle = { placeIn: string };

/**
 * The page's entries in <head>, as its `meta` gives them. The title names the place that the layout around the page says
 * it belongs to, so that whoever has nine areas open can tell the tabs apart. Where a form has just been refused the title
 * says so first, for every page and with script or without: a screen reader says the title before anything else.
 */
export function PageMeta() {
  const answers = useContext(UNSAFE_DataRouterStateContext)?.actionData ?? {};
  const place = placeOf(useMatches());
  const before = Object.values(answers).some(isRefused) ? "Error: " : "";
  // Called, not rendered: the entries are needed as they are, and React Router gives them in no other way.
  const entries = (Meta() as { props: { children: ReactNode } }).props.children;
  return Children.map(entries, (entry) =>
    isValidElement<{ children?: ReactNode }>(entry) && entry.type === "title"
      ? cloneElement(entry, {}, before + withPlace(String(entry.props.children), place))
      : entry,
  );
}

function placeOf(matches: ReturnType<typeof useMatches>): string {
  for (const { handle, loaderData } of matches) {
    const key = Object(handle).placeIn;
    if (typeof key === "string") return String(Object(loaderData)[key] ?? "");
  }
  return "";
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
