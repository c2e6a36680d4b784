import { getAreaFrame } from "~/features/areas/areas.queries.server";
import { disclosureDocument, type ItemState, type Line } from "~/features/disclosures/disclosure";
import { findDisclosure, findDisclosures } from "~/features/disclosures/disclosures.queries.server";
import type { KnownNames } from "~/features/disclosures/known-names";
import { knownIn, redact } from "~/features/disclosures/redact";
import type { AreaActor } from "~/features/identity/actor";
import { canLead } from "~/features/records/record.policy";
import { idSchema } from "~/platform/ids";
import { formatDay } from "~/ui/format-date";
import { findLinesAndNames } from "./disclosure-lines.server";
import { countOwn } from "./disclosure-records.server";
import { forbidden, notFound, type Reading, readArea } from "./request.server";

type Context = Parameters<typeof readArea>[0];

const ITEMS_A_PAGE = 50;

/** Reads within an area as a lead: 403 for whoever else stands there. */
function readAsLead<T>(
  context: Context,
  area: string,
  work: (actor: AreaActor, reading: Reading) => Promise<T>,
) {
  return readArea(context, area, async (actor, reading) => {
    const may = canLead(actor);
    return may === true ? work(actor, reading) : forbidden(may);
  });
}

/** The bundles of a side. */
export function loadDisclosures(context: Context, area: string) {
  return readAsLead(context, area, async (actor, { tx }) => ({
    disclosures: await findDisclosures(tx, actor),
  }));
}

/** What the form of a new one offers. */
export function loadNewDisclosure(context: Context, area: string) {
  return readAsLead(context, area, async (actor, { tx }) => {
    const { councils } = await getAreaFrame(tx, actor);
    return { councils: councils.length > 1 ? councils.map(({ slug, name }) => ({ slug, name })) : [] };
  });
}

const idOf = (id: string | undefined) => idSchema.safeParse(id).data ?? notFound();

type Asked = { id: string | undefined; item: string | null; page: string | null };

/** One bundle: how far it is, its records a page at a time, and the one that is looked at. */
export function loadDisclosure(context: Context, area: string, { id, item, page }: Asked) {
  return readAsLead(context, area, async (actor, { tx }) => {
    const found = (await findDisclosure(tx, actor, idOf(id))) ?? notFound();
    const { disclosure, items } = found;
    const { lines, known } = await findLinesAndNames(tx, actor, items);
    const pages = Math.max(1, Math.ceil(lines.length / ITEMS_A_PAGE));
    const at = Math.min(pages, Math.max(1, Math.trunc(Number(page)) || 1));
    return {
      disclosure,
      counts: countStates(lines),
      consult: lines.filter(({ record }) => record?.ofOther).length,
      ownNotes: await countOwn(tx, actor, disclosure),
      ...{ page: at, pages },
      lines: lines.slice((at - 1) * ITEMS_A_PAGE, at * ITEMS_A_PAGE).map(toListed),
      item:
        item === null ? null : toItem(lines.find((one) => one.item.id === item) ?? notFound(), lines, known),
    };
  });
}

function countStates(lines: readonly Line[]): Partial<Record<ItemState, number>> {
  const counts: Partial<Record<ItemState, number>> = {};
  for (const { weighed } of lines) counts[weighed.state] = (counts[weighed.state] ?? 0) + 1;
  return counts;
}

function toListed({ item, record, weighed }: Line) {
  const title = record?.texts.find(({ key }) => key.startsWith("record.title"))?.text;
  return {
    ...{ id: item.id, number: item.number, state: weighed.state, title: title ?? "A record" },
    kind: record?.kind ?? null,
    day: record?.day ?? null,
    by: record?.by ?? null,
    consult: record?.ofOther ?? false,
  };
}

function toItem({ item, record, weighed }: Line, lines: readonly Line[], known: KnownNames) {
  const texts = record?.texts ?? [];
  const after = [...lines.slice(lines.findIndex((one) => one.item.id === item.id) + 1), ...lines];
  return {
    ...{
      id: item.id,
      number: item.number,
      revision: item.revision,
      decision: item.decision,
      reason: item.reason,
    },
    ...{ state: weighed.state, redactions: item.redactions, digest: record?.digest ?? "" },
    record: record && { kind: record.kind, day: record.day, by: record.by, consult: record.ofOther },
    texts: texts.map((text) => ({ ...text, goesOut: redact(text, item.redactions, known).text })),
    found: knownIn(texts, known),
    next: after.find((one) => one.weighed.state === "open" && one.item.id !== item.id)?.item.id ?? null,
  };
}

/** The bundle as a document to give, with what is left out gone from it. */
export function loadDisclosureDocument(context: Context, area: string, id: string | undefined) {
  return readAsLead(context, area, async (actor, { tx }) => {
    const { disclosure, items } = (await findDisclosure(tx, actor, idOf(id))) ?? notFound();
    const { lines } = await findLinesAndNames(tx, actor, items);
    const { name } = await tx.area.findUniqueOrThrow({ where: { id: actor.areaId }, select: { name: true } });
    const own = await tx.organisation.findUniqueOrThrow({
      where: { id: actor.organisationId },
      select: { name: true },
    });
    return disclosureDocument({ disclosure, lines, area: name, organisation: own.name }, formatDay);
  });
}
