import { z } from "zod";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { accountFields } from "~/features/identity/account-fields.server";
import { hasAdmin, makeFirstAdmin, openAccount } from "~/features/identity/accounts.server";
import { checkSetupCode, forgetSetupCode } from "~/features/identity/setup-code.server";
import { TIERS, type Tier } from "~/features/organisations/organisation";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { todayBy } from "~/platform/clock";
import { shortText } from "~/platform/form-texts";
import { type Circumstances, runAs } from "./execution.server";

const tiers = Object.keys(TIERS) as [Tier, ...Tier[]];

/** What /setup asks: the code printed at start, the first admin, the first area and its council. */
export const setupInput = z.strictObject({
  code: shortText("Enter the code that was printed when the tracker started"),
  ...accountFields,
  area: shortText("Enter the area’s name"),
  council: shortText("Enter the council’s name"),
  tier: z.enum(tiers, { error: "Choose what kind of council it is" }),
});

export type SetupProblem = { fields: Record<string, string[]> };

/** Makes the first admin, area and council of an empty tracker; null once done, or what is wrong with which field. */
export async function setUp(
  input: z.output<typeof setupInput>,
  circumstances: Circumstances,
): Promise<SetupProblem | null> {
  const today = todayBy(circumstances.clock);
  if (!checkSetupCode(input.code)) {
    const said = "This is not the code. After 20 wrong tries, start the tracker again to get a new one.";
    return { fields: { code: [said] } };
  }
  if (await hasAdmin(today)) return { fields: { "": ["This tracker is already set up."] } };
  const { name, email, password } = input;
  const id = await openAccount({ name, email, password });
  if (id === null) return { fields: { email: ["There is already an account with this address"] } };
  await makeFirstAdmin(id, "Programme", today);
  forgetSetupCode();
  const admin = { id, name, email, demo: false };
  const area = await must(runAs(admin, createArea, { name: input.area }, circumstances));
  const organisation = { name: input.council, kinds: ["council"], tier: input.tier };
  const council = await must(runAs(admin, createOrganisation, organisation, circumstances));
  await must(runAs(admin, createRelationship, { areaId: area.id, councilId: council.id }, circumstances));
  return null;
}

async function must<R>(outcome: ReturnType<typeof runAs<z.ZodType, unknown, R>>): Promise<R> {
  const result = await outcome;
  if (result.status !== "done") throw new Error(`setup stopped half-way: ${result.status}`);
  return result.result;
}
