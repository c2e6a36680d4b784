import type { Principal } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
import { buildInvitation } from "./invitation";
import { buildPost } from "./leaver";
import { buildLink } from "./link";

type Form = Record<string, string>;

/** Takes back a link that the partnership made for somebody of the borough, on the shared request. */
export async function takeBackForm({ place, users, records }: Access): Promise<Form> {
  const officer = await buildPost(place, users["council editor"]);
  const wanted = { id: records.request?.shared ?? "", personId: officer.id };
  return { intent: "revoke", linkId: (await buildLink(users["community editor"], wanted, place.by)).id };
}

/** The form that takes back an invitation of the principal's side; for whoever has none, of the community's. */
export async function takeBackInvitation({ place, users }: Access, principal: Principal) {
  const council = principal.startsWith("council") ? users["council lead"] : users["community lead"];
  const lead = principal === "other council" ? users["other council"] : council;
  return { intent: `withdraw ${(await buildInvitation(lead, place.area.slug, place.by)).id}` };
}
