import { findDisclosure } from "~/features/disclosures/disclosures.queries.server";
import type { AreaActor } from "~/features/identity/actor";
import { canLead } from "~/features/records/record.policy";
import { type Context, standIn } from "~/features/records/recording.server";
import type { EventData, EventEntry } from "~/platform/command.server";

type Found = NonNullable<Awaited<ReturnType<typeof findDisclosure>>>;

/** Whoever is no lead is told so, of any address alike; to a lead, a bundle that is not their organisation's is not there. */
export type DisclosureSubject = { actor: AreaActor; bundle: Found | null };

/** The bundle a command names, as its side's lead sees it. */
export async function disclosureSubject(
  context: Context,
  { area, id }: { area: string; id: string },
): Promise<DisclosureSubject | null> {
  const actor = standIn(context, area);
  if (actor === null) return null;
  if (canLead(actor) !== true) return { actor, bundle: null };
  const bundle = await findDisclosure(context.tx, actor, id);
  return bundle && { actor, bundle };
}

/** The bundle of an allowed command: it is there. */
export function bundleOf({ bundle }: DisclosureSubject): Found {
  if (bundle === null) throw new Error("asked before it was allowed");
  return bundle;
}

/** The event of a write: the side's own. It names the request by its number, and holds no word of a record. */
export function disclosureEvent(actor: AreaActor, id: string, data: EventData): EventEntry {
  const { areaId, organisationId, side } = actor;
  return {
    ...{ areaId, organisationId, side },
    subjectId: id,
    relationshipId: null,
    level: "side",
    data: { kind: "disclosure", ...data },
  };
}
