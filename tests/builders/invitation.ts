import type { Circumstances, SignedIn } from "~/composition/execution.server";
import { prepareInvitation } from "~/features/identity/invitation-acceptance.server";
import { inviteToSide } from "~/features/identity/invitations.commands.server";
import { newId } from "~/platform/ids";
import type { Principal } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
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

/** The form that takes back an invitation of the principal's side; for whoever has none, of the community's. */
export async function takeBackInvitation({ place, users }: Access, principal: Principal) {
  const council = principal.startsWith("council") ? users["council lead"] : users["community lead"];
  const lead = principal === "other council" ? users["other council"] : council;
  return { intent: `withdraw ${(await buildInvitation(lead, place.area.slug, place.by)).id}` };
}
