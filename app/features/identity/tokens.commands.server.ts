import { z } from "zod";
import { addDays, dayToDate } from "~/platform/calendar/day";
import { defineCommand, Problem } from "~/platform/command.server";
import { shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "./actor";
import { TOKEN_ACCESS_WORDS, TOKEN_DAYS, TOKENS_MOST, type TokenAccess } from "./token";

const command = defineCommand<Actor>();
const ACCESS = Object.keys(TOKEN_ACCESS_WORDS) as [TokenAccess, ...TokenAccess[]];

const own = { areaId: null, relationshipId: null, organisationId: null, side: null } as const;

/** Makes a token of one's own. The route makes the token and shows it; here comes only what is kept of it. */
export const makeApiToken = command({
  id: "identity.make-token",
  input: z.strictObject({
    name: shortText("Say what the token is for"),
    access: z.enum(ACCESS, { error: "Choose what it may do" }),
    area: z.string().max(100).optional(),
    days: z.enum(TOKEN_DAYS, { error: "Choose how long it lasts" }).default("90"),
    prefix: z.string().length(9),
    tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  subject: async ({ actor }) => ({ userId: actor.userId }),
  allow: () => true,
  async run({ tx, actor, now, today, newId }, { userId }, input) {
    const stand = actor.stands.find(({ areaSlug }) => areaSlug === input.area);
    if (input.area !== undefined && !stand) throw new Problem({ area: "Choose one of your areas" });
    if (stand && input.access === "research")
      throw new Problem({ area: "Figures for research are of no one area: leave this as it was" });
    const live = await tx.apiToken.count({
      where: { userId, revokedAt: null, lastDay: { gte: dayToDate(today) } },
    });
    if (live >= TOKENS_MOST)
      throw new Problem({ "": `You have ${live} tokens. End one you no longer use first` });
    const id = newId();
    const lastDay = addDays(today, Number(input.days));
    const { name, prefix, tokenHash, access } = input;
    const scope = {
      ...{ mayWrite: access === "write", onlyResearch: access === "research" },
      areaId: stand?.areaId ?? null,
    };
    await tx.apiToken.create({
      data: { id, userId, name, prefix, tokenHash, ...scope, createdAt: now, lastDay: dayToDate(lastDay) },
      select: { id: true },
    });
    const data = { name, prefix, access, area: input.area ?? null, lastDay };
    return { result: { id }, event: { ...own, subjectId: id, level: "personal", data } };
  },
  says: (data) => `made the token “${String(data.name)}” (${String(data.prefix)}…)`,
});

/** Ends a token of one's own: from the next request on it opens nothing. */
export const revokeApiToken = command({
  id: "identity.revoke-token",
  input: z.strictObject({ id: idSchema }),
  subject: ({ tx, actor }, { id }) =>
    tx.apiToken.findFirst({
      where: { id, userId: actor.userId },
      select: { id: true, name: true, prefix: true, revokedAt: true },
    }),
  allow: () => true,
  async run({ tx, now }, { id, name, prefix, revokedAt }) {
    if (revokedAt === null) await tx.apiToken.updateMany({ where: { id }, data: { revokedAt: now } });
    return { result: { id }, event: { ...own, subjectId: id, level: "personal", data: { name, prefix } } };
  },
  says: (data) => `ended the token “${String(data.name)}” (${String(data.prefix)}…)`,
});
