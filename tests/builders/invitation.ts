import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { prepareInvitation } from "~/features/identity/invitation-acceptance.server";
import { inviteToSide } from "~/features/identity/invitations.commands.server";
import { newId } from "~/platform/ids";
import { mustRun } from "./place";

/** An invitation to a lead's side of an area, and what its link is opened with. */
export async function buildInvitation(lead: SignedIn, area: string, by: Circumstances) {
  const email = `${newId()}@test.example`;
  const asked = { area, name: "Nia New", email, role: "reader" } as const;
  const { id } = await mustRun(lead, inviteToSide, asked, by);
  const made = await prepareInvitation(id, by.clock.now());
  if (!made) throw new Error("an invitation just made cannot be accepted");
  return { id, token: made.token };
}
