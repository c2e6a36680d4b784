import { byTheme, themeName } from "~/features/coding/code";
import { canPutCode, takesCodes } from "~/features/coding/code.policy";
import { findCodes, findPutCodes } from "~/features/coding/coding.queries.server";
import { type AreaActor, ownOrganisations } from "~/features/identity/actor";
import type { RecordPanel, RecordPanelView } from "~/features/records/record-panel";
import { toDay } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";

/** The codes on a record and those its reader may put there; null: it is none that codes are put on. */
export async function findRecordCodes(
  tx: Tx,
  actor: AreaActor,
  panel: Pick<RecordPanel, "id" | "level" | "binned" | "voidedOn" | "kind">,
): Promise<RecordPanelView["codes"]> {
  if (!takesCodes(panel)) return null;
  const put = await findPutCodes(tx, panel.id);
  const codes = canPutCode(actor, panel) === true ? await findCodes(tx) : [];
  const free = codes.filter(({ id }) => !put.some(({ code }) => code.id === id));
  return {
    put: put.map(({ code: { slug, label }, organisationId, organisation, on }) => ({
      ...{ slug, label, by: organisation, on: toDay(on) },
      own: codes.length > 0 && ownOrganisations(actor).includes(organisationId),
    })),
    choices: byTheme(free).map(([theme, inside]) => ({
      group: themeName(theme),
      options: inside.map(({ slug: value, label }) => ({ value, label })),
    })),
  };
}
