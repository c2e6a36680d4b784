import { newId } from "~/platform/ids";
import type { Principal } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
import { asMaintenance } from "./fixtures-records";

type Form = Record<string, string>;

const run = (access: Access, sql: string, values: unknown[]) =>
  asMaintenance(access.ownerUrl, (client) => client.query(sql, values));

/** Somebody with an account and nothing else, whom an admin is asked to erase. */
async function buildAsked(access: Access): Promise<string> {
  const [user, erasure] = [newId(), newId()];
  await run(
    access,
    `insert into "user" (id, name, email) values ($1, 'Quillon Spareholt', $1::uuid || '@spare.example')`,
    [user],
  );
  await run(
    access,
    "insert into erasure (id, user_id, asked_by_id, reason, asked_on) values ($1, $2, $2, 'asked', '2026-01-01')",
    [erasure, user],
  );
  return erasure;
}

/** A good form of each page about what is kept about somebody. What another asked for before is not in the way. */
export const RIGHTS_FORMS: Record<string, (access: Access, principal: Principal) => Promise<Form>> = {
  "/account/your-data": async (access, principal) => {
    const user = principal === "nobody" ? null : access.users[principal].id;
    await run(access, "delete from erasure where user_id = $1", [user]);
    return { intent: "erase" };
  },
  "/areas/:area/people/:id/data": async (access) => {
    await run(access, "delete from erasure where person_id = $1", [access.people.ours]);
    return { intent: "ask", reason: "asked" };
  },
  "/admin/people-rights": async (access) => ({
    intent: "carry-out",
    id: await buildAsked(access),
    sure: "yes",
  }),
};
