import type { ActionRule } from "../action";
import { livePosts, metToday } from "../evidence";

/** An organisation of the area's own is recorded, and nobody there is a live contact (guide, P2.5). */
export const P2_5: ActionRule = {
  id: "P2.5",
  component: "trust",
  for: [{ side: "community", roles: [] }],
  effort: 1,
  title: "Bring a parish council or another local group in as an ally",
  wording: "Ask them to the next talk with the council: two voices from the same place are heard better.",
  closes: "Somebody of each local organisation came to a meeting in the last six months.",
  look(evidence, today) {
    const live = new Set(livePosts(evidence, today).map(({ organisationId }) => organisationId));
    const unmet = evidence.organisations.filter(({ id }) => !live.has(id));
    const [first] = unmet;
    if (!first) return null;
    const rest =
      unmet.length === 1 ? "" : ` and ${unmet.length - 1} more of ${evidence.organisations.length}`;
    return {
      because: `${first.name}${rest} ${unmet.length === 1 ? "is" : "are"} recorded here, and nobody from there came to a meeting in the last six months.`,
      recordIds: [],
      state: unmet.map(({ id }) => id),
      since: evidence.since,
      hypothetical: metToday(today, "in person"),
    };
  },
};
