import { z } from "zod";
import { dayField, optionalDayField } from "~/platform/form-days";
import { optionalLongText, optionalShortText, shortText } from "~/platform/form-texts";
import { idSchema } from "~/platform/ids";
import { KINS, type Kin } from "./line";
import { MEMBER_ROLES } from "./member-role";

export const NO_PARTY =
  "Say a party only for somebody who holds a public office, and name that office. What party residents are of is never kept here";

const yesNo = (missing: string) => z.enum(["yes", "no"], { error: missing });
const emptyToNull = (value: unknown) => (value === "" || value === undefined ? null : value);

/** What is asked about a member. */
export const memberFields = {
  name: shortText("Enter their name"),
  personId: z.preprocess(emptyToNull, idSchema.nullable()).default(null),
  role: z.enum(MEMBER_ROLES, { error: "Choose their role" }),
  livesHere: z.enum(["yes", "no", "unknown"], { error: "Say whether they live in the area" }),
  voting: yesNo("Say whether they vote"),
  paid: yesNo("Say whether they are paid"),
  kin: z.enum(Object.keys(KINS) as [Kin, ...Kin[]], { error: "Say whether they have family here" }),
  family: optionalShortText(),
  relatedTo: z.array(idSchema).max(60).default([]),
  otherOffices: optionalLongText(),
  publicOffice: optionalShortText(),
  party: optionalShortText(),
  formSignedOn: optionalDayField(),
  startsOn: dayField("Enter the day they joined"),
  endsOn: optionalDayField(),
};

export type TypedMember = z.output<z.ZodObject<typeof memberFields>>;
type Answers = Readonly<
  Pick<TypedMember, "kin" | "family" | "publicOffice" | "party"> & { relatedTo: readonly string[] }
>;

/** What cannot be, taken together, beside the field it is about. */
export function memberProblems({
  kin,
  family,
  relatedTo,
  publicOffice,
  party,
}: Answers): Record<string, string> {
  const named = family !== null || relatedTo.length > 0;
  return {
    ...(party !== null && publicOffice === null ? { party: NO_PARTY } : {}),
    ...(kin === "some" && !named ? { family: "Name the family, or tick who they are related to" } : {}),
    ...(kin !== "some" && named ? { kin: "You named family below. Choose yes, or take it out" } : {}),
  };
}
