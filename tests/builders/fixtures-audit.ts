import type { Access } from "./fixtures-access";
import { revisionOf } from "./fixtures-prepared";
import { asMaintenance } from "./fixtures-records";

/** A job that failed and waits for another year. */
async function buildFailedJob({ ownerUrl }: Access): Promise<string> {
  let id = "";
  await asMaintenance(ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select (graphile_worker.add_job('sweep-files', run_at => '2999-01-01')).id",
    );
    id = String(rows[0]?.id);
    await client.query(
      "update graphile_worker._private_jobs set attempts = 1, last_error = 'TypeError: CANARY' where id = $1",
      [id],
    );
  });
  return id;
}

type Form = Record<string, string>;

/** A good form of each page that puts a value back, or asks for break-glass. */
export const AUDIT_FORMS: Record<string, (access: Access) => Form | Promise<Form>> = {
  "/admin/break-glass": ({ place }) => ({
    intent: "ask",
    areaId: place.area.id,
    reason: "Somebody’s safety, as a test may say",
  }),
  "/admin/jobs": async (access) => ({ intent: "retry", job: await buildFailedJob(access) }),
  "/areas/:area/records/:id/put-back/:entry": async (access) => ({
    revision: await revisionOf(access, "record", access.changed.id),
    fields: "title",
  }),
};
