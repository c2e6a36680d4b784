import { z } from "zod";
import { optionalShortText } from "~/platform/form-texts";
import { capacityField, ROWS_MAX } from "./meeting-fields";

const typedPerson = {
  /** A known person as the list shows them, or a new name. */
  person: optionalShortText(),
  /** What the page's script adds; the text alone decides. */
  personId: z.string().max(40).optional(),
  capacity: capacityField.optional(),
  /** For a new name much like a known one: the id of who is meant, or that it is somebody new. */
  same: z.string().max(40).optional(),
  /** For a new name where the side has several organisations. */
  organisation: z.string().max(100).optional(),
};

/** A row of "who came", as typed. */
export const personRow = z.strictObject(typedPerson);

/** A row of "who did not come", as typed. */
export const missingRow = z.strictObject({
  ...typedPerson,
  attendance: z.enum(["apologies", "absent"]).default("apologies"),
});

/** Who came, as typed on the page. */
export const peopleFields = {
  theirs: z.array(personRow).max(ROWS_MAX).default([]),
  ours: z.array(personRow).max(ROWS_MAX).default([]),
  nobodyTheirs: z.boolean().default(false),
  nobodyOurs: z.boolean().default(false),
  missing: z.array(missingRow).max(ROWS_MAX).default([]),
};

type TypedPeople = z.output<z.ZodObject<typeof peopleFields>>;

/**
 * Each side's people are named, or it is said that nobody came: silence is not an answer. Asked together with everything
 * else of the form, whatever else is wrong with it, so that nobody is sent back twice.
 */
export const bothSidesNamed = z.superRefine<TypedPeople>(
  (typed, context) => {
    for (const [field, message] of Object.entries(missingSides(typed))) {
      context.addIssue({ code: "custom", path: pathOf(field), message });
    }
  },
  { when: ({ issues }) => issues.every(({ path }) => !path || !(String(path[0]) in peopleFields)) },
);

/** What is missing of who came, by field. */
function missingSides(typed: TypedPeople): Record<string, string> {
  const problems: Record<string, string> = {};
  const named = (list: "theirs" | "ours") => typed[list].some(({ person }) => person !== null);
  const check = (list: "theirs" | "ours", flag: "nobodyTheirs" | "nobodyOurs", whose: string) => {
    if (!named(list) && !typed[flag]) {
      problems[list] = `Say who came from ${whose} side, or tick that nobody did`;
    }
    if (named(list) && typed[flag])
      problems[flag] = "You named somebody who came. Untick this or take the names out";
  };
  check("theirs", "nobodyTheirs", "the other");
  check("ours", "nobodyOurs", "your");
  if (typed.nobodyTheirs && typed.nobodyOurs)
    problems.nobodyOurs = "If nobody came, call the meeting off instead";
  return problems;
}

/** Beside the first name of a list that has none. */
function pathOf(field: string): (string | number)[] {
  return field === "theirs" || field === "ours" ? [field, 0, "person"] : [field];
}
