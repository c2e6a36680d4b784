import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { isConstraint } from "~/platform/database-problems.server";
import { accountFields } from "./account-fields.server";
import type { Actor } from "./actor";

const command = defineCommand<Actor>();
const own = { areaId: null, relationshipId: null, organisationId: null, side: null } as const;

/** Changes one's own name, as everybody sees it beside what one wrote. */
export const renameSelf = command({
  id: "identity.rename",
  input: z.strictObject({ name: accountFields.name }),
  subject: async ({ actor }) => ({ id: actor.userId, name: actor.name }),
  allow: (actor) => !actor.demo || "Others use this demonstration account too, so its name stays.",
  async run({ tx }, { id, name: before }, { name }) {
    await tx.$executeRaw`SELECT app.change_own_account(${name}, NULL)`;
    const data = { before, after: name };
    return { result: { id }, event: { ...own, subjectId: id, level: "personal", data } };
  },
  says: (data) => `changed their name from ${String(data.before)} to ${String(data.after)}`,
});

/** Changes one's own e-mail address to one that a mail has reached: the route has asked for what that mail held. */
export const changeOwnEmail = command({
  id: "identity.change-email",
  input: z.strictObject({ email: accountFields.email }),
  subject: async ({ actor }) => ({ id: actor.userId, email: actor.email }),
  allow: (actor) => !actor.demo || "Others use this demonstration account too, so its address stays.",
  async run({ tx }, { id, email: before }, { email }) {
    const after = email.toLowerCase();
    try {
      await tx.$executeRaw`SELECT app.change_own_account(NULL, ${after})`;
    } catch (error) {
      if (!isConstraint(error, "user_email_key")) throw error;
      throw new Problem({ "": "There is already an account with this address. Ask a programme admin." });
    }
    const data = { before, after };
    return { result: { id }, event: { ...own, subjectId: id, level: "personal", data } };
  },
  says: (data) => `changed their e-mail address from ${String(data.before)} to ${String(data.after)}`,
});
