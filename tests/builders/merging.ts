import type { SignedIn } from "~/composition/execution.server";
import { mergePeople } from "~/features/people/merging.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { asMaintenance } from "./fixtures-records";
import { mustRun, type Place } from "./place";

type About = { organisation?: string; role?: "councillor" | "chair" | "member" | "officer"; email?: string };

/** Somebody of Oakfield, a councillor of the borough unless told otherwise. */
export async function buildNamed(place: Place, name: string, about: About = {}) {
  const post = { organisation: place.council.slug, role: "councillor" as const };
  const { area, community, by } = place;
  return mustRun(community.editor, addPerson, { area: area.slug, name, ...post, ...about }, by);
}

/** What the page sends to make two people one, as both stand now. */
export async function mergeForm(ownerUrl: string, place: Place, id: string, other: string) {
  const revisions = await asMaintenance(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; revision: number }>(
      "select id, revision from person where id in ($1, $2)",
      [id, other],
    );
    return new Map(rows.map((row) => [row.id, row.revision]));
  });
  const revisionOf = (one: string) => revisions.get(one) ?? 0;
  return {
    ...{ area: place.area.slug, id, other },
    ...{ revision: revisionOf(id), otherRevision: revisionOf(other) },
  };
}

/** Makes two people one; gives the merging's id. */
export async function buildMerged(
  { ownerUrl }: { ownerUrl: string },
  place: Place,
  user: SignedIn,
  pair: { kept: string; merged: string },
): Promise<string> {
  const form = await mergeForm(ownerUrl, place, pair.kept, pair.merged);
  return (await mustRun(user, mergePeople, form, place.by)).merging;
}
