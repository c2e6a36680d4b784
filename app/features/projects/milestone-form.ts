import {
  councilAsked,
  type PersonOption,
  personChoices,
  type Question,
  recordChoices,
  type Step,
} from "./plan-forms";
import { BEARERS } from "./project";
import { bearerNameFirst } from "./project-words";

type Titled = { id: string; title: string };

/** What a milestone's forms offer. */
export type MilestoneOptions = {
  councils: readonly { slug: string; name: string }[];
  sides: Record<"council" | "community", string>;
  people: readonly PersonOption[];
  projects: readonly Titled[];
  parents: readonly Titled[];
};

type Words = {
  title: string;
  evidence: string | null;
  projectId: string | null;
  parentId: string | null;
  councilPersonId: string | null;
  communityPersonId: string | null;
  earlyWin: boolean;
  dueDiligence: boolean;
  revision: number;
};

/** What is filled in before anybody types: where it belongs, or what stands. */
export type MilestoneStart = Partial<Words>;

function whereItBelongs({ projects, parents }: MilestoneOptions, now: MilestoneStart): Question[] {
  const questions: (Question | false)[] = [
    projects.length > 0 && {
      kind: "select",
      name: "projectId",
      label: "Which project is it a step of?",
      optional: true,
      placeholder: "None: of the area as a whole",
      value: now.projectId ?? "",
      options: recordChoices(projects),
    },
    parents.length > 0 && {
      kind: "select",
      name: "parentId",
      label: "Is it part of another milestone?",
      hint: "That one is done when all its parts are. Both belong to the same project.",
      optional: true,
      placeholder: "No",
      value: now.parentId ?? "",
      options: recordChoices(parents),
    },
  ];
  return questions.filter((question) => question !== false);
}

function personAsked(
  side: "council" | "community",
  { people, sides }: MilestoneOptions,
  value: string | null | undefined,
): Question {
  return {
    kind: "select",
    name: `${side}PersonId`,
    label: `Who looks after it for ${sides[side]}?`,
    optional: true,
    placeholder: "Nobody by name",
    value: value ?? "",
    options: personChoices(people.filter((person) => person.side === side)),
  };
}

function rest(options: MilestoneOptions, now: MilestoneStart): Question[] {
  return [
    {
      kind: "text",
      name: "evidence",
      label: "What will show that it is done?",
      optional: true,
      rows: 2,
      value: now.evidence ?? "",
    },
    personAsked("council", options, now.councilPersonId),
    personAsked("community", options, now.communityPersonId),
    {
      kind: "tick",
      name: "earlyWin",
      label: "It is an early win",
      hint: "Small and soon, so that people see that something moves.",
      value: now.earlyWin ? "on" : undefined,
    },
    {
      kind: "tick",
      name: "dueDiligence",
      label: "It is one of the council’s checks",
      hint: "Legal, financial, or about land: planned in, it surprises nobody.",
      value: now.dueDiligence ? "on" : undefined,
    },
  ];
}

const TITLE = "What will be done?";

/** Sets a milestone. */
export function newMilestoneForm(options: MilestoneOptions, start: MilestoneStart): Step {
  const { councils, sides } = options;
  return {
    intent: "record",
    summary: "Set a milestone",
    submit: "Save milestone",
    questions: [
      { kind: "line", name: "title", label: TITLE },
      ...whereItBelongs(options, start),
      ...(start.projectId || start.parentId ? [] : councilAsked(councils)),
      {
        kind: "radios",
        name: "owner",
        label: "Whose is it to do?",
        options: BEARERS.map((value) => ({ value, label: bearerNameFirst(value, sides) })),
      },
      { kind: "day", name: "dueOn", label: "By which day?" },
    ],
    more: [
      {
        kind: "day",
        name: "setOn",
        label: "When was it set?",
        hint: "Leave it empty for today.",
        optional: true,
      },
      ...rest(options, start),
    ],
  };
}

/** Changes a milestone's words, its people and where it belongs. */
export function editMilestoneForm(options: MilestoneOptions, now: Words): Step {
  return {
    intent: "edit",
    summary: "Change its words or where it belongs",
    submit: "Save changes",
    hidden: { revision: String(now.revision) },
    questions: [
      { kind: "line", name: "title", label: TITLE, value: now.title },
      ...whereItBelongs(options, now),
      ...rest(options, now),
    ],
  };
}
