import { href } from "react-router";
import type { RecordKind } from "~/features/records/record";

type Place = { area: string; id: string };

/** The page of a record of each kind: every list, feed and redirect takes it from here. */
const PAGES: Record<RecordKind, (place: Place) => string> = {
  meeting: ({ area, id }) => href("/areas/:area/meetings/:id", { area, id }),
  "meeting-series": ({ area, id }) => href("/areas/:area/meetings/series/:id", { area, id }),
  commitment: ({ area, id }) => href("/areas/:area/commitments/:id", { area, id }),
  request: ({ area, id }) => href("/areas/:area/requests/:id", { area, id }),
  project: ({ area, id }) => href("/areas/:area/projects/:id", { area, id }),
  milestone: ({ area, id }) => href("/areas/:area/milestones/:id", { area, id }),
  rhythm: ({ area, id }) => `${href("/areas/:area/relationship", { area })}?rhythm=${id}`,
  mou: ({ area, id }) => href("/areas/:area/agreements/:id", { area, id }),
  proposal: ({ area, id }) => href("/areas/:area/proposals/:id", { area, id }),
  handover: ({ area, id }) => href("/areas/:area/handovers/:id", { area, id }),
  evidence: ({ area, id }) => href("/areas/:area/evidence/:id", { area, id }),
  aim: ({ area, id }) => href("/areas/:area/aims/:id", { area, id }),
  // A note has no page of its own: this address leads on to what it is about.
  note: ({ area, id }) => href("/areas/:area/records/:id", { area, id }),
};

/** The address of a record's own page. */
export function recordHref(kind: RecordKind, area: string, id: string): string {
  return PAGES[kind]({ area, id });
}
