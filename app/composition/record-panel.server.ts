import { href } from "react-router";
import { findMovesOf } from "~/features/handovers/handover.queries.server";
import type { Level, RecordKind } from "~/features/records/record";
import { findBase } from "~/features/records/record.queries.server";
import type { RecordPanel, RecordPanelView } from "~/features/records/record-panel";
import { findRecordPanel } from "~/features/records/record-panel.queries.server";
import { noteOpened } from "~/features/records/records.commands.server";
import { idSchema } from "~/platform/ids";
import { waitsOutside } from "./outside-ask.server";
import { mayPutBack, mayShow } from "./put-back.server";
import { findRecordCodes } from "./record-codes.server";
import { recordHref } from "./record-href";
import { notFound, readArea, run } from "./request.server";
import { sayEvent } from "./wording.server";

type Context = Parameters<typeof readArea>[0];

/** The kinds of what goes from one person to another with a handover. */
const MOVABLE: readonly RecordKind[] = ["commitment", "request", "milestone", "project"];

/**
 * The foot of a record's page, for its loader: `const panel = await loadRecordPanel(context, params.area, params.id)`.
 * 404 where the reader sees no such record. Somebody of the other side opening it for the first time is noted, which
 * ends the request's read transaction: call it after the page's own reads.
 */
export async function loadRecordPanel(context: Context, area: string, id: string): Promise<RecordPanelView> {
  const panel = await readArea(context, area, async (actor, { tx, now, today }) => {
    const shown = idSchema.safeParse(id).success ? await findRecordPanel(tx, actor, id, now) : null;
    const found = shown && {
      ...shown,
      outside: await waitsOutside(tx, actor, shown, today),
      codes: await findRecordCodes(tx, actor, shown),
    };
    if (found === null || !MOVABLE.includes(found.kind)) return found && { ...found, moves: [] };
    const moves = await findMovesOf(tx, actor, id);
    return {
      ...found,
      moves: moves.map(({ handoverId, ...move }) => ({
        ...move,
        href: recordHref("handover", area, handoverId),
      })),
    };
  });
  if (panel === null) return notFound();
  if (panel.firstOpening) await run(context, noteOpened, { id });
  return toView(panel, area);
}

/** Before an action on a record's page: 404 unless the record is of that area, of that kind, and the reader's to see. */
export async function requireRecord(
  context: Context,
  area: string,
  id: string,
  kind: RecordKind | null = null,
): Promise<void> {
  const record = await readArea(context, area, async (actor, { tx }) =>
    idSchema.safeParse(id).success ? findBase(tx, actor, id, { withGone: true }) : null,
  );
  if (record === null || (kind !== null && record.kind !== kind)) notFound();
}

function toView(
  { firstOpening: _, history, ...panel }: RecordPanel & Pick<RecordPanelView, "moves" | "outside" | "codes">,
  area: string,
): RecordPanelView {
  const isBack = (command: string, level: Level, data: unknown) =>
    panel.can.edit && mayPutBack(command, data) && mayShow(level, panel.level) === true;
  return {
    ...panel,
    history: history.map(({ command, level, data, ...entry }) => ({
      ...entry,
      said: sayEvent(command, data),
      putBack: isBack(command, level, data)
        ? href("/areas/:area/records/:id/put-back/:entry", { area, id: panel.id, entry: entry.id })
        : null,
    })),
  };
}
