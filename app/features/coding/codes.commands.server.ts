import { z } from "zod";
import { Conflict, defineCommand, Problem } from "~/platform/command.server";
import { eventOfNoArea } from "~/platform/event-of-no-area.server";
import { optionalLongText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "../identity/actor";
import { slugOf } from "../organisations/organisation";
import { afterDecision, CODE_THEMES, type CodeState, DECISIONS, needsReason } from "./code";
import { canDecide, canPropose } from "./code.policy";
import { isInStudy } from "./coding.queries.server";

const command = defineCommand<Actor>();
/** Longest code: with its theme, and a number where two are called the same. */
const SLUG_MOST = 48;
const TRIES = 50;

/** Proposes a code. A programme admin decides. */
export const proposeCode = command({
  id: "coding.propose",
  input: z.strictObject({
    theme: z.enum(CODE_THEMES, { error: "Choose what it is about" }),
    label: shortText("Enter what the code is called"),
    says: shortText("Write in one sentence when to use it"),
  }),
  subject: async ({ tx }) => ({ inStudy: await isInStudy(tx) }),
  allow: (actor, { inStudy }) => canPropose(actor, inStudy),
  async run({ tx, actor, newId, now }, _, { theme, label, says }) {
    const used = await tx.code.findFirst({
      where: {
        theme,
        label: { equals: label, mode: "insensitive" },
        state: { in: ["proposed", "accepted"] },
      },
      select: { id: true },
    });
    if (used) throw new Problem({ label: "There is a code of this name already" });
    const code = { id: newId(), theme, label, says, proposedById: actor.userId, proposedAt: now };
    const wanted = `${theme}-${slugOf(label)}`.slice(0, SLUG_MOST).replace(/-+$/, "");
    // What others proposed is not to be seen from here: whether a name is free is asked of the database, one by one.
    for (let n = 1; n <= TRIES; n++) {
      const slug = n === 1 ? wanted : `${wanted}-${n}`;
      const { count } = await tx.code.createMany({ data: [{ ...code, slug }], skipDuplicates: true });
      if (count === 1)
        return { result: { id: code.id, slug }, event: eventOfNoArea(code.id, { theme, label, says }) };
    }
    throw new Problem({ label: "Choose another name" });
  },
  says: ({ label }) => `proposed the code “${String(label)}”`,
});

/** An admin decides: a proposal is accepted, or declined with a reason; a code in use is retired with a reason. */
export const decideCode = command({
  id: "coding.decide",
  input: z.strictObject({
    id: idSchema,
    revision: z.int32(),
    decision: z.enum(DECISIONS, { error: "Choose what becomes of it" }),
    reason: optionalLongText(),
  }),
  async subject({ tx }, { id }) {
    const select = { id: true, label: true, state: true, revision: true, reason: true } as const;
    return tx.code.findUnique({ where: { id }, select });
  },
  allow: (actor) => canDecide(actor),
  async run({ tx, actor, now }, code, { revision, decision, reason }) {
    if (code.revision !== revision) throw new Conflict({ state: code.state, reason: code.reason });
    const state: CodeState | null = afterDecision(code.state, decision);
    if (state === null) throw new Problem({ decision: "This was decided already" });
    if (needsReason(decision) && reason === null)
      throw new Problem({ reason: "Write why, for whoever proposed or uses it" });
    const { count } = await tx.code.updateMany({
      where: { id: code.id, revision },
      data: {
        ...{ state, reason, decidedById: actor.userId, revision: { increment: 1 } },
        ...(decision === "accept" ? { acceptedAt: now } : { endedAt: now }),
      },
    });
    if (count === 0) throw new Conflict(null);
    return {
      result: { id: code.id },
      event: eventOfNoArea(code.id, { label: code.label, decision, reason }),
    };
  },
  says: ({ label, decision }) => `${SAID[String(decision)] ?? "decided on"} the code “${String(label)}”`,
});

const SAID: Readonly<Record<string, string>> = { accept: "accepted", decline: "declined", retire: "retired" };
