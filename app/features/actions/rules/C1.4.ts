import type { ActionRule } from "../action";
import { HYPOTHETICAL, postsHeld } from "../evidence";

/**
 * No councillor is the area's liaison: the council's named lead, or holding the post of liaison (framework.md C1.4).
 * Introductions join when they are recorded.
 */
export const C1_4: ActionRule = {
  id: "C1.4",
  component: "recognition",
  for: [{ side: "council", roles: ["councillor", "cabinet-member"] }],
  effort: 1,
  title: "Name a councillor who links residents with the right people",
  wording: "One councillor whom residents can ask, who knows whom in the council to ask in turn.",
  closes: "A councillor in post is the council’s named lead here, or its liaison.",
  look(evidence, today) {
    const posts = postsHeld(evidence, today).filter(({ side }) => side === "council");
    const links = new Set(
      posts.filter((post) => post.isLead || post.role === "liaison-officer").map(({ personId }) => personId),
    );
    const councillors = posts.filter(({ level }) => level === "elected");
    if (councillors.some(({ personId }) => links.has(personId))) return null;
    const leads = posts.filter(({ isLead }) => isLead);
    const among =
      councillors.length === 0
        ? "No councillor is recorded"
        : `None of the ${councillors.length} councillors recorded is named`;
    return {
      because: `${among} as a link between residents and ${evidence.council}.`,
      recordIds: leads.map(({ id }) => id),
      since: evidence.since,
      hypothetical:
        leads.length > 0
          ? undefined
          : { type: "appointment", id: HYPOTHETICAL, side: "council", lead: true, checked: today },
    };
  },
};
