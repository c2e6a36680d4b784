import { dayAsked, personChoices, type Question, recordChoices, type Step } from "./plan-forms";
import { BEARERS, writeTeams } from "./project";
import { type FormMaker, formsOf, type ProjectChoices, type ProjectFormsView } from "./project-forms";
import { bearerNameFirst } from "./project-words";

/** The choices of who leads. */
export function leadChoices(sides: Record<"council" | "community", string>) {
  return [
    ...BEARERS.map((value) => ({ value, label: bearerNameFirst(value, sides) })),
    { value: "none", label: "Nobody yet" },
  ];
}

/** Whether residents hold the lead. */
export function residentsAsked(value?: string): Question {
  const options = [
    { value: "yes", label: "Yes" },
    { value: "no", label: "No" },
  ];
  return {
    kind: "radios",
    name: "residentsLead",
    label: "Do residents hold the lead?",
    optional: true,
    value,
    options,
  };
}

/** What the council answers for, and its teams, a line each. */
export function responsibilityAsked(
  now: Pick<ProjectFormsView, "responsibility" | "teams">,
  optional: boolean,
): Question[] {
  return [
    {
      kind: "text",
      name: "responsibility",
      label: "What does the council answer for?",
      optional,
      value: now.responsibility ?? "",
    },
    {
      kind: "text",
      name: "teams",
      label: "Which of its teams take part, and what does each add?",
      hint: "A line for each, such as “Parks: mows the long side from May”.",
      optional: true,
      rows: 4,
      value: writeTeams(now.teams),
    },
  ];
}

function meetingAsked({ meetings }: ProjectChoices): Question {
  return {
    kind: "select",
    name: "meetingId",
    label: "The meeting it was decided at",
    optional: true,
    placeholder: "Not at a meeting recorded here",
    options: recordChoices(meetings),
  };
}

const DECIDED = "What was decided, and by whom?";

function decisionAsked(choices: ProjectChoices): Question[] {
  return [
    {
      kind: "radios",
      name: "decided",
      label: "If the lead moves: was there a decision?",
      hint: "A lead that moves without a decision on record counts against both sides.",
      optional: true,
      options: [
        { value: "yes", label: "Yes, there was a decision" },
        { value: "no", label: "No, there was none" },
      ],
    },
    { kind: "text", name: "decisionText", label: DECIDED, rows: 2, optional: true },
    meetingAsked(choices),
  ];
}

const changeLead: FormMaker = ({ sides, lead, leadPersonId, residentsLead }, choices) => [
  {
    intent: "change-lead",
    summary: "Say who leads",
    submit: "Save who leads",
    questions: [
      {
        kind: "radios",
        name: "lead",
        label: "Who leads?",
        value: lead ?? "none",
        options: leadChoices(sides),
      },
      {
        kind: "select",
        name: "personId",
        label: "Who holds it?",
        optional: true,
        placeholder: "Nobody by name",
        value: leadPersonId ?? "",
        options: personChoices(choices.people),
      },
      residentsAsked(residentsLead === null ? undefined : residentsLead ? "yes" : "no"),
      dayAsked("on", "From when?"),
      ...decisionAsked(choices),
      { kind: "text", name: "reason", label: "Why?", rows: 2, optional: true },
    ],
  },
];

const noteDecision: FormMaker = ({ leadChanges }, choices) =>
  leadChanges
    .filter(({ isMove, decided }) => isMove && !decided)
    .map(({ id }) => ({
      intent: "note-decision",
      summary: "Record the decision behind the move of the lead",
      submit: "Save the decision",
      hidden: { changeId: id },
      questions: [{ kind: "text", name: "decisionText", label: DECIDED }, meetingAsked(choices)],
    }));

const stateResponsibility: FormMaker = (view) => [
  {
    intent: "state-responsibility",
    summary: "Say what the council answers for",
    submit: "Save what the council answers for",
    hidden: { revision: String(view.revision) },
    questions: responsibilityAsked(view, false),
  },
];

/** The forms about who leads and what the council answers for, as far as the reader may send them. */
export function leadForms(view: ProjectFormsView, choices: ProjectChoices): Step[] {
  const makers = {
    "change-lead": changeLead,
    "note-decision": noteDecision,
    "state-responsibility": stateResponsibility,
  };
  return formsOf(makers, view, choices);
}
