import type { Access } from "./fixtures-access";
import { revisionOf } from "./fixtures-prepared";

type Form = Record<string, string>;

/** A good form of each page that puts a value back, or asks for break-glass. */
export const AUDIT_FORMS: Record<string, (access: Access) => Form | Promise<Form>> = {
  "/admin/break-glass": ({ place }) => ({
    intent: "ask",
    areaId: place.area.id,
    reason: "Somebody’s safety, as a test may say",
  }),
  "/areas/:area/records/:id/put-back/:entry": async (access) => ({
    revision: await revisionOf(access, "record", access.changed.id),
    fields: "title",
  }),
};
