import type { RouterContextProvider } from "react-router";
import { z } from "zod";
import { findLinkable } from "~/features/agreements/clause-links.queries.server";
import { getMouPage } from "~/features/agreements/mou.queries.server";
import { getMouVersions } from "~/features/agreements/mou-versions.queries.server";
import { getAreaFrame, getRelationshipsOf } from "~/features/areas/areas.queries.server";
import { type AreaActor, councilNow } from "~/features/identity/actor";
import { findPeopleOf, type PersonChoice } from "~/features/people/people.queries.server";
import { roleLabel } from "~/features/people/person";
import { audienceWords, KIND_WORDS } from "~/features/records/record";
import { sideNameFirst } from "~/features/records/side-names";
import { isDay } from "~/platform/calendar/day";
import { optionalDayField, resolveDay } from "~/platform/form-days";
import { recordHref } from "./record-href";
import { notFound, readArea } from "./request.server";

type Context = Readonly<RouterContextProvider>;

/** The page of one agreement: its own view, what its clauses are linked with, and what its forms offer. */
export function loadMouPage(context: Context, area: string, id: string) {
  return readArea(context, area, async (actor, { tx, today }) => {
    const { relationshipId, links, ...view } = (await getMouPage(tx, actor, id, today)) ?? notFound();
    const { councils } = await getAreaFrame(tx, actor);
    const slug = actor.relationships.find((r) => r.id === relationshipId)?.councilSlug;
    const council = councils.filter((each) => each.slug === slug).map(({ name }) => name);
    const people = view.can.includes("sign") ? await findPeopleOf(tx, actor, today) : [];
    const linkable = view.can.includes("link") ? await findLinkable(tx, actor, relationshipId) : [];
    const shared = audienceWords("shared", actor, council);
    const alone = audienceWords("side", actor, []);
    return {
      view,
      links: links.map(({ kind, linkedId, ...link }) => ({
        ...link,
        kindWords: KIND_WORDS[kind].one,
        href: recordHref(kind, area, linkedId),
      })),
      linkable: linkable.map((one) => ({
        id: one.id,
        label: `${KIND_WORDS[one.kind as keyof typeof KIND_WORDS].one}: ${one.title}`,
      })),
      people: signatoriesOf(people, actor, relationshipId),
      widensTo: view.kind === "programme" ? alone : `Once it is proposed: ${shared}`,
      audience: view.state === "draft" || view.kind === "programme" ? alone : shared,
    };
  });
}

/** Who can sign for the actor's side: those of its own posts, of a council those of the one it is with. */
function signatoriesOf(people: readonly PersonChoice[], actor: AreaActor, relationshipId: string | null) {
  const then = actor.relationships.find(({ id }) => id === relationshipId)?.councilId;
  const council = then && councilNow(actor, then);
  return people
    .filter(
      ({ side, organisationId }) =>
        side === actor.side && (side === "community" || organisationId === council),
    )
    .map(({ id, name, role }) => ({ id, name, role: roleLabel(role) }));
}

const number = z.coerce.number().int().min(1).max(1_000).optional().catch(undefined);
const versionSearch = z.object({ on: optionalDayField().catch(null), from: number, to: number });

/** The versions of one agreement, as asked in the address: on a day, and from one version to another. */
export function loadMouVersions(context: Context, area: string, id: string, search: URLSearchParams) {
  const asked = versionSearch.parse({ ...Object.fromEntries(search), on: dayAsked(search) });
  return readArea(context, area, async (actor, { tx, today }) => {
    const on = asked.on === null ? today : resolveDay(asked.on, today);
    const found = await getMouVersions(tx, actor, id, { ...asked, on });
    const { relationshipId, versions, ...view } = found ?? notFound();
    const relationships = await getRelationshipsOf(tx, actor);
    const council = relationships.find((each) => each.id === relationshipId)?.council ?? null;
    return {
      ...view,
      versions: versions.map(({ bySide, ...version }) => ({
        ...version,
        by: sideNameFirst(bySide, council),
      })),
    };
  });
}

/** A day in the address: as one word, or as the three boxes of the form. */
function dayAsked(search: URLSearchParams): unknown {
  const word = search.get("on");
  if (word !== null && isDay(word)) return word;
  const part = (name: string) => search.get(`on.${name}`) ?? "";
  return { day: part("day"), month: part("month"), year: part("year") };
}
