import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { takeOver } from "~/features/areas/take-over.commands.server";
import { setSuccessor } from "~/features/organisations/organisations.commands.server";
import { newId } from "~/platform/ids";
import type { Access } from "./fixtures-access";
import { buildSpareCouncil } from "./fixtures-prepared";
import { asMaintenance } from "./fixtures-records";
import { mustRun } from "./place";

/** The form that says that an area is to close, far from now. */
const ENDING = { intent: "begin", closesOn: "2040-01-01", reason: "It ends then." };

/** Nobody has said yet that an area is to close. */
async function clearClosing({ ownerUrl }: Access): Promise<void> {
  await asMaintenance(ownerUrl, (client) =>
    client.query("update area set closing_on = null, closes_on = null"),
  );
}

/** An area that nobody works in. */
function buildSpareArea({ place }: Access): Promise<{ id: string }> {
  return mustRun(place.admin, createArea, { name: `Spare ${newId()}` }, place.by);
}

/** A council whose takeover in its only area is prepared and can be taken back. */
async function buildPreparedTakeover(access: Access): Promise<string> {
  const { admin, by } = access.place;
  const [predecessorId, successorId] = [await buildSpareCouncil(access), await buildSpareCouncil(access)];
  const { id: areaId } = await buildSpareArea(access);
  const tie = { areaId, councilId: predecessorId, startsOn: "2020-01-01" };
  const { id } = await mustRun(admin, createRelationship, tie, by);
  await mustRun(admin, setSuccessor, { predecessorId, successorId, takesOverOn: "2040-04-01" }, by);
  await mustRun(admin, takeOver, { predecessorId, ties: [{ id, successorId }], members: [] }, by);
  return predecessorId;
}

type Made<T> = Record<string, (access: Access) => T | Promise<T>>;

/** A good form of each page about a council's or an area's end. */
export const ENDING_FORMS: Made<Record<string, string>> = {
  "/admin/organisations/:id/takeover": () => ({ intent: "take-back" }),
  "/admin/areas/:id/close": () => ENDING,
  "/areas/:area/close": async (access) => {
    await clearClosing(access);
    return ENDING;
  },
};

/** What such a form uses up, made anew. */
export const ENDING_FRESH: Record<string, (access: Access) => Promise<Record<string, string>>> = {
  "/admin/organisations/:id/takeover": async (access) => ({ id: await buildPreparedTakeover(access) }),
  "/admin/areas/:id/close": async (access) => ({ id: (await buildSpareArea(access)).id }),
};

/** The council and the area of such a page. */
export const ENDING_EXAMPLES: Record<string, (access: Access) => Record<string, string>> = {
  "/admin/organisations/:id/takeover": ({ place }) => ({ id: place.council.id }),
  "/admin/areas/:id/close": ({ place }) => ({ id: place.area.id }),
};
