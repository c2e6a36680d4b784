import { href } from "react-router";
import type { CheckRef } from "~/features/partnership/check";

type Place = { area: string; id: string };

const PAGES: Record<CheckRef["kind"], (place: Place) => string> = {
  member: ({ area, id }) => href("/areas/:area/partnership/members/:id", { area, id }),
  policy: ({ area }) => href("/areas/:area/partnership/policies", { area }),
  interest: ({ area }) => href("/areas/:area/partnership/interests", { area }),
  decision: ({ area, id }) => href("/areas/:area/partnership/decisions/:id", { area, id }),
  plan: ({ area }) => href("/areas/:area/partnership/plan", { area }),
  mending: ({ area }) => href("/areas/:area/partnership", { area }),
  review: ({ area, id }) => href("/areas/:area/partnership/reviews/:id", { area, id }),
};

/** Where something the partnership has written down about itself is shown. */
export function ownHref({ kind, id }: Pick<CheckRef, "kind" | "id">, area: string): string {
  return PAGES[kind]({ area, id });
}
