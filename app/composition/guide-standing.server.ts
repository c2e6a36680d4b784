import type { RouterContextProvider } from "react-router";
import { getRelationshipsOf } from "~/features/areas/areas.queries.server";
import type { AreaStanding } from "~/features/guide/area-standing";
import { liveTies } from "~/features/identity/actor";
import type { Component } from "~/features/scoring/facts";
import { componentSays, figureText, hasFigure } from "~/features/scoring/words";
import { readKeptOfAll } from "./kept-pages.server";
import { findActor } from "./request.server";
import { findFigures } from "./score-store.server";

/** How a component stands in each relationship of whoever reads; nobody signed in, or in no area: none. */
export async function findStandings(
  context: Readonly<RouterContextProvider>,
  component: Component,
): Promise<AreaStanding[]> {
  const actor = await findActor(context);
  if (actor === null || actor.stands.length === 0) return [];
  const areas = await readKeptOfAll(context, ["guide", component], async (stand, { tx, today }, head) => {
    const live = liveTies(stand).map(({ id }) => id);
    const standings: AreaStanding[] = [];
    for (const { id, council, slug } of await getRelationshipsOf(tx, stand)) {
      if (!live.includes(id)) continue;
      const figure = (await findFigures(tx, id, today)).components[component];
      const value = hasFigure(figure) ? figureText(figure.value) : null;
      standings.push({
        area: head.slug,
        name: head.name,
        council,
        councilSlug: slug,
        value,
        says: componentSays(figure),
      });
    }
    return standings;
  });
  return areas.flat();
}
