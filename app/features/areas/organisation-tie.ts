import type { Day } from "~/platform/calendar/day";

type Named = { slug: string; name: string };

/** A relationship an organisation is part of, with both its ends. The last day is the last it was in force. */
export type TieOfOrganisation = {
  id: string;
  area: Named;
  council: Named;
  partnership: Named;
  startsOn: Day | null;
  lastDay: Day | null;
  takenOver: boolean;
};
