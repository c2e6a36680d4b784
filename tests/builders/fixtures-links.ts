import { buildRequest } from "./asked-request";
import type { Access } from "./fixtures-access";
import { buildPost } from "./leaver";
import { buildLink } from "./link";

type Form = Record<string, string>;

/** A link of the borough's, for the partnership's chair to answer a request of its own: its token, and what it is about. */
export async function buildAnswerable({ place, users, people }: Access): Promise<{ token: string }> {
  const author = users["council editor"];
  const title = "When is the meeting?";
  const id = await buildRequest(
    author,
    { area: place.area.slug, council: place.council.slug, title },
    place.by,
  );
  return buildLink(author, { id, personId: people.ours }, place.by);
}

/** Takes back a link that the partnership made for somebody of the borough, on the shared request. */
export async function takeBackForm({ place, users, records }: Access): Promise<Form> {
  const officer = await buildPost(place, users["council editor"]);
  const wanted = { id: records.request?.shared ?? "", personId: officer.id };
  return { intent: "revoke", linkId: (await buildLink(users["community editor"], wanted, place.by)).id };
}
