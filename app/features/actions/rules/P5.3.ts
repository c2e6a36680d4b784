import { daysBetween } from "~/platform/calendar/day";
import type { ActionRule } from "../action";
import { entriesOf, within } from "../entry-seen";
import { counted, hasHad, YEAR } from "../evidence";
import { named } from "../wording";

const TWO_YEARS = 2 * YEAR;

/** No survey in 24 months, or one that a side ran alone and no joint one after it (guide, P5.3). */
export const P5_3: ActionRule = {
  id: "P5.3",
  component: "ownership",
  for: [
    {
      side: "community",
      roles: ["worker-tasks", "worker-engagement", "worker-strategy", "worker-advice", "volunteer"],
    },
  ],
  effort: 4,
  title: "Ask residents together with the council",
  wording:
    "Two sides believe an answer they asked for together. Residents can knock on the doors, and be paid.",
  closes: "A survey that both sides ran is noted.",
  look(evidence, today) {
    const surveys = within(entriesOf(evidence, "community-survey"), TWO_YEARS, today);
    const joint = surveys.filter((one) => one.values.with === "both").at(-1);
    const alone = surveys.filter(
      (one) => (one.values.with === "own" || one.values.with === "other") && (!joint || joint.on < one.on),
    );
    const [oldest] = alone;
    if (oldest) {
      return {
        because: `${counted(alone.length, "survey")} ${alone.length === 1 ? "was" : "were"} run by one side alone: ${named(alone)} (oldest ${daysBetween(oldest.on, today)} days ago).`,
        recordIds: alone.map(({ id }) => id),
        since: oldest.on,
      };
    }
    if (surveys.length > 0 || !hasHad(TWO_YEARS, evidence, today)) return null;
    return {
      because: "No survey of residents is recorded in the last 24 months.",
      recordIds: [],
      since: evidence.since,
    };
  },
};
