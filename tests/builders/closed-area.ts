import type { SignedIn } from "~/composition/execution.server";
import { beginClosing, confirmClosing } from "~/features/areas/close-area.commands.server";
import { giveMembership } from "~/features/identity/accounts.commands.server";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { buildUser, mustRun, type Place } from "./place";

/** The built area closing from today, said by the community's lead. */
export function buildClosing({ community, area, by }: Place, closesOn = "2026-10-01") {
  const input = { slug: area.slug, closesOn, reason: "The programme ends here." };
  return mustRun(community.lead, beginClosing, input, by);
}

/** The built area closed from today, with a steward that has one reader; gives them both. */
export async function buildClosed(place: Place): Promise<{ stewardId: string; reader: SignedIn }> {
  const { admin, area, by } = place;
  await buildClosing(place);
  const named = { name: "Hill Trust", shortName: "Hill Trust", kinds: ["lto" as const] };
  const { id: stewardId } = await mustRun(admin, createOrganisation, named, by);
  await mustRun(admin, confirmClosing, { slug: area.slug, closedOn: "today", stewardId }, by);
  const reader = await buildUser("Trust reader");
  const member = {
    userId: reader.id,
    organisationId: stewardId,
    role: "editor" as const,
    startsOn: "2020-01-01",
  };
  await mustRun(admin, giveMembership, member, by);
  return { stewardId, reader };
}
