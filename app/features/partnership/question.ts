import { DECISION_ABOUTS, DECISION_HOWS, INTEREST_NATURES, KINS, PLAN_KINDS, POLICY_ABOUTS } from "./line";
import { memberRoleChoices } from "./member-role";

export type Option = { value: string; label: string };

/** One question of a form about a line, in the order it is asked. */
export type Question = {
  name: string;
  label: string;
  type: "line" | "text" | "day" | "choice" | "list" | "ticks";
  hint?: string;
  optional?: boolean;
  options?: readonly Option[];
};

const optionsOf = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

const PLACE_QUESTIONS: readonly Question[] = [
  { name: "role", label: "Role", type: "list", options: memberRoleChoices },
  {
    name: "livesHere",
    label: "Do they live in the area?",
    type: "choice",
    options: [...YES_NO, { value: "unknown", label: "We do not know yet" }],
  },
  { name: "voting", label: "Do they vote?", type: "choice", options: YES_NO },
  {
    name: "paid",
    label: "Are they paid for their work for the partnership?",
    type: "choice",
    options: YES_NO,
  },
  {
    name: "kin",
    label: "Is anybody of their family or household here too?",
    type: "choice",
    hint: "Husband, wife, partner, parent, grandparent, child, brother or sister, or somebody they live with.",
    options: optionsOf(KINS),
  },
  {
    name: "family",
    label: "What do you call this family or household?",
    type: "line",
    hint: "Write the same for each of them, such as “Marsh, Mill Lane”.",
    optional: true,
  },
];

const OFFICE_QUESTIONS: readonly Question[] = [
  {
    name: "otherOffices",
    label: "Other posts they hold",
    type: "text",
    hint: "Such as trustee of the hall.",
    optional: true,
  },
  {
    name: "publicOffice",
    label: "Public office they were elected to",
    type: "line",
    hint: "Such as borough councillor for Mill ward. Leave it empty for everybody else.",
    optional: true,
  },
  {
    name: "party",
    label: "Party they hold that office for",
    type: "line",
    hint: "Only for somebody who holds a public office, as it stood on the ballot paper. Never write down what party a resident is of.",
    optional: true,
  },
  { name: "formSignedOn", label: "Day they last signed the membership form", type: "day", optional: true },
  { name: "startsOn", label: "Day they joined", type: "day" },
  { name: "endsOn", label: "Day they left", type: "day", optional: true },
];

/** The questions about a member; `people` are those of the register, `others` the other members. */
export function memberQuestions(people: readonly Option[], others: readonly Option[]): Question[] {
  const questions: Question[] = [
    { name: "name", label: "Name", type: "line" },
    {
      name: "personId",
      label: "Who they are in the list of people",
      type: "list",
      hint: "Then the meetings they came to are shown with them.",
      optional: true,
      options: people,
    },
    ...PLACE_QUESTIONS,
    { name: "relatedTo", label: "Whom are they related to?", type: "ticks", optional: true, options: others },
    ...OFFICE_QUESTIONS,
  ];
  return questions.filter(({ options }) => options === undefined || options.length > 0);
}

export const policyQuestions: readonly Question[] = [
  { name: "about", label: "What is it about?", type: "list", options: optionsOf(POLICY_ABOUTS) },
  { name: "title", label: "Its name", type: "line" },
  { name: "adoptedOn", label: "Day it was agreed", type: "day" },
  { name: "reviewOn", label: "Day to look at it again", type: "day", optional: true },
  { name: "endsOn", label: "Day it stopped", type: "day", optional: true },
  { name: "note", label: "Note", type: "text", hint: "Such as where it is kept.", optional: true },
];

/** The questions about an interest of one of these members. */
export function interestQuestions(members: readonly Option[]): Question[] {
  return [
    { name: "memberId", label: "Whose interest is it?", type: "list", options: members },
    {
      name: "body",
      label: "Which body?",
      type: "line",
      hint: "An organisation, a group or a business. Write it the same way in a decision about it.",
    },
    {
      name: "nature",
      label: "What do they have to do with it?",
      type: "choice",
      options: optionsOf(INTEREST_NATURES),
    },
    { name: "startsOn", label: "Day from which it holds", type: "day" },
    { name: "endsOn", label: "Day it ended", type: "day", optional: true },
    { name: "note", label: "Note", type: "text", optional: true },
  ];
}

/** The questions about a decision; `meetings` are those it can have been made at. */
export function decisionQuestions(meetings: readonly Option[]): Question[] {
  const questions: Question[] = [
    { name: "title", label: "What was decided?", type: "line" },
    { name: "about", label: "What is it about?", type: "choice", options: optionsOf(DECISION_ABOUTS) },
    {
      name: "body",
      label: "Which body does it concern?",
      type: "line",
      hint: "Who would be paid or would gain. We then say who has an interest in it.",
      optional: true,
    },
    {
      name: "decidedOn",
      label: "Day it is decided",
      type: "day",
      hint: "A day to come is fine: then you see beforehand who has to step out.",
    },
    {
      name: "how",
      label: "How was it made?",
      type: "list",
      optional: true,
      options: optionsOf(DECISION_HOWS),
    },
    { name: "meetingId", label: "At which meeting?", type: "list", optional: true, options: meetings },
    { name: "toldOn", label: "Day residents were told", type: "day", optional: true },
    { name: "note", label: "Note", type: "text", optional: true },
  ];
  return questions.filter(({ options }) => options === undefined || options.length > 0);
}

export const planQuestions: readonly Question[] = [
  { name: "kind", label: "What are these words?", type: "choice", options: optionsOf(PLAN_KINDS) },
  { name: "agreedOn", label: "Day it was agreed", type: "day" },
  { name: "until", label: "Last day it is meant for", type: "day", optional: true },
  {
    name: "text",
    label: "The words",
    type: "text",
    hint: "As they were agreed, or a summary and where the whole is kept.",
  },
];

export const mendingQuestions: readonly Question[] = [
  { name: "doing", label: "What are you doing about it?", type: "line" },
  { name: "who", label: "Who sees to it?", type: "line", optional: true },
  { name: "byOn", label: "By when?", type: "day" },
];

/** A saved line as its form begins. */
export function typedFrom(line: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const typed = ([name, value]: [string, unknown]) => {
    if (typeof value === "boolean") return [name, value ? "yes" : "no"];
    if (value === null) return [name, name === "livesHere" ? "unknown" : /(On|until)$/.test(name) ? {} : ""];
    return [name, value];
  };
  return Object.fromEntries(Object.entries(line).map(typed));
}
