import { buildRound, inviteByLink } from "./check-in";
import { buildPost } from "./leaver";
import type { Place } from "./place";

/** An open round of the borough's, and what somebody of the partnership answers with who has no account. */
export type OpenRound = { round: string; token: string };

/** Opens it, once everybody who has an account is a member. */
export async function buildOpenRound(place: Place): Promise<OpenRound> {
  const { community, by } = place;
  const neighbour = await buildPost(place, community.lead, { name: "Nell Neighbour", organisation: "ours" });
  const round = await buildRound(place, community.editor, by);
  const { token } = await inviteByLink(community.lead, round, neighbour.id, by);
  return { round, token };
}
