import { z } from "zod";
import { createArea, createRelationship } from "~/features/areas/areas.commands.server";
import { accountFields } from "~/features/identity/account-fields.server";
import { hasAdmin, makeFirstAdmin, openAccount } from "~/features/identity/accounts.server";
import { checkSetupCode, forgetSetupCode } from "~/features/identity/setup-code.server";
import { TIER_IDS } from "~/features/organisations/organisation";
import { createOrganisation } from "~/features/organisations/organisations.commands.server";
import { findCouncilsAt } from "~/features/organisations/postcode-question.server";
import { type Clock, todayBy } from "~/platform/clock";
import { shortText } from "~/platform/form-texts";
import { formatDay } from "~/ui/format-date";
import { type Circumstances, runAs } from "./execution.server";
import { postcodeOf, refilled } from "./find-councils.server";

/** What /setup asks: the code printed at start, the first admin, the first area and its council. */
export const setupInput = z.strictObject({
  code: shortText("Enter the code that was printed when the tracker started"),
  ...accountFields,
  area: shortText("Enter the area’s name"),
  council: shortText("Enter the council’s name"),
  tier: z.enum(TIER_IDS, { error: "Choose what kind of council it is" }),
  gssCode: createOrganisation.input.shape.gssCode,
  region: createArea.input.shape.region,
});

const WRONG_CODE = "This is not the code. After 20 wrong tries, start the tracker again to get a new one.";

/** A form of the setup page filled in by its postcode, for whoever has the code: nobody else makes this tracker ask. */
export async function fillSetup(form: FormData, clock: Clock) {
  const code = form.get("code");
  form.delete("password");
  if (typeof code !== "string" || !checkSetupCode(code))
    return refilled(form, {}, { problem: WRONG_CODE, at: "code" });
  const answer = await findCouncilsAt(postcodeOf(form), clock);
  if ("problem" in answer) return refilled(form, {}, { problem: answer.problem });
  const { councils, region, askedOn } = answer.found;
  const [first, ...others] = councils;
  const also = others.map(({ name }) => ` ${name} works there too: add it under Organisations afterwards.`);
  const said = `postcodes.io said on ${formatDay(askedOn)}: ${first?.name}. Write its full name.${also.join("")}`;
  const values = { council: first?.name, tier: first?.tier, gssCode: first?.gssCode, region };
  return refilled(form, values, { said });
}

export type SetupProblem = { fields: Record<string, string[]> };

/** Makes the first admin, area and council of an empty tracker; null once done, or what is wrong with which field. */
export async function setUp(
  input: z.output<typeof setupInput>,
  circumstances: Circumstances,
): Promise<SetupProblem | null> {
  const today = todayBy(circumstances.clock);
  if (!checkSetupCode(input.code)) return { fields: { code: [WRONG_CODE] } };
  if (await hasAdmin(today)) return { fields: { "": ["This tracker is already set up."] } };
  const { name, email, password } = input;
  const id = await openAccount({ name, email, password });
  if (id === null) return { fields: { email: ["There is already an account with this address"] } };
  await makeFirstAdmin(id, "Programme", today);
  forgetSetupCode();
  const admin = { id, name, email, demo: false };
  const { tier, gssCode, region } = input;
  const area = await must(runAs(admin, createArea, { name: input.area, region }, circumstances));
  const organisation = { name: input.council, kinds: ["council"], tier, gssCode, region };
  const council = await must(runAs(admin, createOrganisation, organisation, circumstances));
  await must(runAs(admin, createRelationship, { areaId: area.id, councilId: council.id }, circumstances));
  return null;
}

async function must<R>(outcome: ReturnType<typeof runAs<z.ZodType, unknown, R>>): Promise<R> {
  const result = await outcome;
  if (result.status !== "done") throw new Error(`setup stopped half-way: ${result.status}`);
  return result.result;
}
