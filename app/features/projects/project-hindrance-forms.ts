import { dayAsked, type Question, recordChoices, type Step } from "./plan-forms";
import { type FormMaker, formsOf, type ProjectChoices, type ProjectFormsView } from "./project-forms";

function helpAsked({ requests }: ProjectChoices, optional: boolean): Question {
  return {
    kind: "select",
    name: "requestId",
    label: "The request by which help was asked",
    optional,
    placeholder: "None yet",
    options: recordChoices(requests),
  };
}

const block: FormMaker = (_, choices) => [
  {
    intent: "block",
    summary: "Say what holds it up",
    submit: "Save what holds it up",
    questions: [
      { kind: "text", name: "text", label: "What holds it up?", rows: 2 },
      dayAsked("since", "Since when?"),
      helpAsked(choices, true),
    ],
  },
];

const standing = ({ blocks }: ProjectFormsView) => blocks.filter(({ clearedOn }) => clearedOn === null);

const askHelp: FormMaker = (view, choices) =>
  choices.requests.length === 0
    ? []
    : standing(view).map(({ id, text }) => ({
        intent: "ask-help",
        summary: `Link the request for help: ${text}`,
        submit: "Link the request",
        hidden: { blockId: id },
        questions: [helpAsked(choices, false)],
      }));

const clearBlock: FormMaker = (view) =>
  standing(view).map(({ id, text }) => ({
    intent: "clear-block",
    summary: `Say that it is cleared: ${text}`,
    submit: "Save that it is cleared",
    hidden: { blockId: id },
    questions: [
      dayAsked("on", "When was it cleared?"),
      { kind: "text", name: "note", label: "How?", rows: 2, optional: true },
    ],
  }));

const awaitDecision: FormMaker = () => [
  {
    intent: "await-decision",
    summary: "Say which decision it waits for",
    submit: "Save the decision it waits for",
    questions: [
      { kind: "line", name: "from", label: "Whose decision?", hint: "Such as: the planning committee" },
      dayAsked("since", "Since when?"),
    ],
  },
];

const decisionMade: FormMaker = () => [
  {
    intent: "decision-made",
    summary: "Say that the decision is made",
    submit: "Save the decision",
    questions: [
      dayAsked("on", "When was it made?"),
      { kind: "text", name: "note", label: "What was decided?", rows: 2 },
    ],
  },
];

const openGap: FormMaker = () => [
  {
    intent: "open-gap",
    summary: "Name a skill that is missing",
    submit: "Save the skill",
    questions: [
      { kind: "line", name: "skill", label: "Which skill?", hint: "Such as: reading a lease" },
      dayAsked("on", "Since when?"),
    ],
  },
];

const fillGap: FormMaker = ({ gaps }) =>
  gaps
    .filter(({ filledOn }) => filledOn === null)
    .map(({ id, skill }) => ({
      intent: "fill-gap",
      summary: `Say that the skill is found: ${skill}`,
      submit: "Save that it is found",
      hidden: { gapId: id },
      questions: [
        dayAsked("on", "When was it found?"),
        { kind: "text", name: "note", label: "Who brings it?", rows: 2, optional: true },
      ],
    }));

const MAKERS = {
  block,
  "ask-help": askHelp,
  "clear-block": clearBlock,
  "await-decision": awaitDecision,
  "decision-made": decisionMade,
  "open-gap": openGap,
  "fill-gap": fillGap,
};

/** The forms about what holds a project up, what it waits for, and what it misses. */
export function hindranceForms(view: ProjectFormsView, choices: ProjectChoices): Step[] {
  return formsOf(MAKERS, view, choices);
}
