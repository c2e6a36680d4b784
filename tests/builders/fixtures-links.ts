import type { Access } from "./fixtures-access";
import { buildPost } from "./leaver";
import { buildLink } from "./link";

type Form = Record<string, string>;

/** Takes back a link that the partnership made for somebody of the borough, on the shared request. */
export async function takeBackForm({ place, users, records }: Access): Promise<Form> {
  const officer = await buildPost(place, users["council editor"]);
  const wanted = { id: records.request?.shared ?? "", personId: officer.id };
  return { intent: "revoke", linkId: (await buildLink(users["community editor"], wanted, place.by)).id };
}
