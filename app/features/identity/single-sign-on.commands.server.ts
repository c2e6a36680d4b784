import { z } from "zod";
import { defineCommand, Problem } from "~/platform/command.server";
import { shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import type { Actor } from "./actor";
import { ADMINS_ONLY } from "./admins-only";
import { sealSecret } from "./council-provider.server";
import { issuer } from "./issuer.server";

const command = defineCommand<Actor>();
const DOMAIN = /^(?=.{4,190}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/;

const domains = z
  .string({ error: "Enter what its addresses end in" })
  .max(2_000)
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;]+/)
        .map((one) => one.replace(/^@/, ""))
        .filter(Boolean),
    ),
  ])
  .refine((all) => all.length > 0 && all.length <= 20, { error: "Enter 1 to 20 of them" })
  .refine((all) => all.every((one) => DOMAIN.test(one)), {
    error: "Enter what comes after the @, such as council.example",
  });

type Where = { id: string; shortName: string };

function eventOf({ id, shortName }: Where, data: Record<string, unknown>) {
  const where = { areaId: null, relationshipId: null, side: null };
  return {
    ...where,
    subjectId: id,
    organisationId: id,
    level: "personal" as const,
    data: { council: shortName, ...data },
  };
}

/** Says where a council's people sign in. The secret is kept sealed; left empty, the one there is stays. */
export const setSingleSignOn = command({
  id: "identity.set-single-sign-on",
  input: z.strictObject({
    organisationId: idSchema,
    id: idSchema.optional(),
    issuer,
    clientId: shortText("Enter the name this tracker has there"),
    clientSecret: z.string().trim().max(500).optional(),
    domains,
    required: z.literal("on").optional(),
  }),
  subject: ({ tx }, { organisationId }) =>
    tx.organisation.findFirst({
      where: { id: organisationId, kinds: { has: "council" } },
      select: { id: true, shortName: true },
    }),
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx, now, newId }, council, { id, clientSecret, required, ...input }) {
    const before = id && (await tx.singleSignOn.findFirst({ where: { id, organisationId: council.id } }));
    if (id && !before) throw new Problem({ "": "This was taken away meanwhile. Start again" });
    if (!before && !clientSecret)
      throw new Problem({ clientSecret: "Enter the secret the provider gave you" });
    const taken = await tx.singleSignOn.findFirst({
      where: { domains: { hasSome: input.domains }, ...(id ? { id: { not: id } } : {}) },
      select: { organisation: { select: { shortName: true } } },
    });
    if (taken) throw new Problem({ domains: `${taken.organisation.shortName} has one of these already` });
    const data = {
      ...input,
      required: required !== undefined,
      setAt: now,
      ...(clientSecret ? { clientSecret: await sealSecret(clientSecret) } : {}),
    };
    const kept = { ...data, clientSecret: data.clientSecret ?? "" };
    if (before) await tx.singleSignOn.update({ where: { id: before.id }, data, select: { id: true } });
    else await tx.singleSignOn.create({ data: { id: newId(), ...kept }, select: { id: true } });
    const { issuer: at, domains: of } = input;
    return {
      result: { id: council.id },
      event: eventOf(council, { issuer: at, domains: of, required: data.required }),
    };
  },
  says: (data) => `set where the people of ${String(data.council)} sign in: ${String(data.issuer)}`,
});

/** From now on the council's people sign in here, as everybody does. */
export const endSingleSignOn = command({
  id: "identity.end-single-sign-on",
  input: z.strictObject({ organisationId: idSchema, id: idSchema }),
  subject: ({ tx }, { id, organisationId }) =>
    tx.singleSignOn.findFirst({
      where: { id, organisationId },
      select: { id: true, issuer: true, organisation: { select: { id: true, shortName: true } } },
    }),
  allow: (actor) => actor.admin || ADMINS_ONLY,
  async run({ tx }, { id, issuer: at, organisation }) {
    await tx.singleSignOn.deleteMany({ where: { id } });
    return { result: { id: organisation.id }, event: eventOf(organisation, { issuer: at }) };
  },
  says: (data) => `ended the sign-in of ${String(data.council)} at ${String(data.issuer)}`,
});
