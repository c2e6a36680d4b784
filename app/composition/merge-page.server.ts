import { href, redirect } from "react-router";
import type { AreaActor } from "~/features/identity/actor";
import { findMergings, findPersonNow } from "~/features/people/merging.queries.server";
import { findComparison, findNearTo } from "~/features/people/near-people.queries.server";
import { findOrganisations } from "~/features/people/people-list.queries.server";
import { contactAudience } from "~/features/people/people-view";
import type { Tx } from "~/platform/db.server";
import { notFound } from "./request.server";

/** The page that asks whether somebody is here twice; with `other`, both side by side. Null: nobody is there. */
export async function findMergePage(tx: Tx, actor: AreaActor, id: string, other: string | undefined) {
  const found = await findNearTo(tx, actor, id);
  if (!found) return null;
  const { person, near, others } = found;
  const comparison = other ? await findComparison(tx, actor, { kept: id, merged: other }) : null;
  const organisations = await findOrganisations(tx, actor);
  const councils = organisations.filter(({ side }) => side === "council").map(({ name }) => name);
  const option = ({ id: value, name, posts }: { id: string; name: string; posts: string }) => ({
    value,
    label: posts ? `${name} (${posts})` : name,
  });
  return {
    person,
    comparison,
    near: near.map(option),
    others: others.map(option),
    mergings: await findMergings(tx, actor, id),
    audience: contactAudience(councils),
  };
}

/** The address of somebody who was made one with another leads to who they are now, part of it or its first page. */
export async function goToPersonNow(
  tx: Tx,
  area: string,
  id: string,
  part: "" | "/merge" = "",
): Promise<never> {
  const now = await findPersonNow(tx, id);
  if (now === null) return notFound();
  throw redirect(`${href("/areas/:area/people/:id", { area, id: now })}${part}`);
}
