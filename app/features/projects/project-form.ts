import {
  councilAsked,
  dayAsked,
  type PersonOption,
  personChoices,
  type Question,
  type Step,
} from "./plan-forms";
import { NEED_WORDS, NEEDS, type Need, STAGE_WORDS, STAGES } from "./project";
import { leadChoices, residentsAsked, responsibilityAsked } from "./project-lead-forms";

type Words = {
  title: string;
  aim: string;
  caseText: string | null;
  involves: readonly Need[];
  startedOn: string;
  revision: number;
};

function wordQuestions(now: Words | null): { first: Question[]; last: Question[] } {
  const began: Question = now
    ? { kind: "day", name: "startedOn", label: "When did it begin, or when will it?", value: now.startedOn }
    : dayAsked("startedOn", "When did it begin, or when will it?");
  return {
    first: [
      { kind: "line", name: "title", label: "What is it called?", value: now?.title },
      { kind: "text", name: "aim", label: "What is it for?", value: now?.aim },
      began,
    ],
    last: [
      {
        kind: "checks",
        name: "involves",
        label: "Does it involve any of these?",
        hint: "They need checks by the council: plan a milestone for them. Leave all empty if none.",
        optional: true,
        options: NEEDS.map((value) => ({ value, label: NEED_WORDS[value] })),
        value: now?.involves ?? [],
      },
      {
        kind: "text",
        name: "caseText",
        label: "Why is it worth doing?",
        hint: "The case for it, as you would make it to somebody who decides.",
        optional: true,
        value: now?.caseText ?? "",
      },
    ],
  };
}

type Options = {
  councils: readonly { slug: string; name: string }[];
  sides: Record<"council" | "community", string>;
  people: readonly PersonOption[];
};

/** Records a piece of joint work. */
export function newProjectForm({ councils, sides, people }: Options): Step {
  const { first, last } = wordQuestions(null);
  const nothing = { responsibility: null, teams: [] };
  return {
    intent: "record",
    summary: "Record a project",
    submit: "Save project",
    questions: [
      ...councilAsked(councils),
      ...first,
      { kind: "radios", name: "lead", label: "Who leads?", options: leadChoices(sides) },
      END,
    ],
    more: [STAGE, ...leadAsked(people), ...responsibilityAsked(nothing, true), ...last],
  };
}

function leadAsked(people: readonly PersonOption[]): Question[] {
  return [
    {
      kind: "select",
      name: "leadPersonId",
      label: "Who holds the lead?",
      optional: true,
      placeholder: "Nobody by name",
      options: personChoices(people),
    },
    {
      kind: "day",
      name: "leadSince",
      label: "Since when?",
      hint: "Leave it empty if since it began.",
      optional: true,
    },
    residentsAsked(),
  ];
}

const STAGE: Question = {
  kind: "select",
  name: "stage",
  label: "Where does it stand?",
  placeholder: STAGE_WORDS.under_way,
  options: STAGES.filter((stage) => stage !== "under_way").map((value) => ({
    value,
    label: STAGE_WORDS[value],
  })),
};

const END: Question = {
  kind: "day",
  name: "endsOn",
  label: "By which day should it be done?",
  hint: "The endpoint. The other side is asked to agree.",
  optional: true,
};

/** Changes a project's words. */
export function editProjectForm(now: Words): Step {
  const { first, last } = wordQuestions(now);
  return {
    intent: "edit",
    summary: "Change its words",
    submit: "Save changes",
    hidden: { revision: String(now.revision) },
    questions: [...first, ...last],
  };
}
