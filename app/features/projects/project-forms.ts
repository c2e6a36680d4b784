import {
  dayAsked,
  moveForms,
  type PersonOption,
  personChoices,
  recordChoices,
  type Step,
} from "./plan-forms";
import { BEARERS, type Bearer, STAGE_WORDS, STAGES, type Stage, writeTeams } from "./project";
import type { Action } from "./project.transitions";
import { bearerNameFirst } from "./project-words";

type Side = "council" | "community";
type Titled = { id: string; title: string };

/** What the forms of a project's page are made from. */
export type ProjectFormsView = {
  can: readonly Action[];
  sides: Record<Side, string>;
  ownSide: Side;
  revision: number;
  stage: Stage;
  lead: Bearer | null;
  leadPersonId: string | null;
  residentsLead: boolean | null;
  responsibility: string | null;
  teams: readonly { name: string; adds: string | null }[];
  endpoint: { waiting: { id: string; newDueOn: string } | null } | null;
  leadChanges: readonly { id: string; on: string; isMove: boolean; decided: boolean }[];
  blocks: readonly { id: string; text: string; clearedOn: string | null }[];
  gaps: readonly { id: string; skill: string; filledOn: string | null }[];
};

/** What there is to choose from. */
export type ProjectChoices = {
  people: readonly PersonOption[];
  meetings: readonly Titled[];
  requests: readonly Titled[];
};

/** The forms about who leads and what the council answers for, as far as the reader may send them. */
export function leadForms(view: ProjectFormsView, { people, meetings }: ProjectChoices): Step[] {
  const { can, sides } = view;
  const meeting = {
    kind: "select" as const,
    name: "meetingId",
    label: "The meeting it was decided at",
    optional: true,
    placeholder: "Not at a meeting recorded here",
    options: recordChoices(meetings),
  };
  const forms: (Step | false)[] = [
    can.includes("change-lead") && {
      intent: "change-lead",
      summary: "Say who leads",
      submit: "Save who leads",
      questions: [
        {
          kind: "radios",
          name: "lead",
          label: "Who leads?",
          value: view.lead ?? "none",
          options: leadChoices(sides),
        },
        {
          kind: "select",
          name: "personId",
          label: "Who holds it?",
          optional: true,
          placeholder: "Nobody by name",
          value: view.leadPersonId ?? "",
          options: personChoices(people),
        },
        {
          kind: "radios",
          name: "residentsLead",
          label: "Do residents hold the lead?",
          optional: true,
          value: view.residentsLead === null ? undefined : view.residentsLead ? "yes" : "no",
          options: YES_NO,
        },
        dayAsked("on", "From when?"),
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
        {
          kind: "text",
          name: "decisionText",
          label: "What was decided, and by whom?",
          rows: 2,
          optional: true,
        },
        meeting,
        { kind: "text", name: "reason", label: "Why?", rows: 2, optional: true },
      ],
    },
    ...decisionForms(view, meeting),
    can.includes("state-responsibility") && {
      intent: "state-responsibility",
      summary: "Say what the council answers for",
      submit: "Save what the council answers for",
      hidden: { revision: String(view.revision) },
      questions: [
        {
          kind: "text",
          name: "responsibility",
          label: "What does the council answer for?",
          value: view.responsibility ?? "",
        },
        {
          kind: "text",
          name: "teams",
          label: "Which teams take part, and what does each add?",
          hint: "A line for each, such as “Parks: mows the long side from May”.",
          optional: true,
          rows: 4,
          value: writeTeams(view.teams),
        },
      ],
    },
  ];
  return forms.filter((form) => form !== false);
}

const YES_NO = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

/** The choices of who leads. */
export function leadChoices(sides: Record<Side, string>) {
  return [
    ...BEARERS.map((value) => ({ value, label: bearerNameFirst(value, sides) })),
    { value: "none", label: "Nobody yet" },
  ];
}

function decisionForms(view: ProjectFormsView, meeting: Step["questions"][number]): (Step | false)[] {
  const undecided = view.leadChanges.filter(({ isMove, decided }) => isMove && !decided);
  return undecided.map(
    ({ id }) =>
      view.can.includes("note-decision") && {
        intent: "note-decision",
        summary: "Record the decision behind the move of the lead",
        submit: "Save the decision",
        hidden: { changeId: id },
        questions: [{ kind: "text", name: "decisionText", label: "What was decided, and by whom?" }, meeting],
      },
  );
}

/** The forms about where a project stands and when it ends. */
export function courseForms(view: ProjectFormsView): Step[] {
  const { can, sides, ownSide, endpoint, stage } = view;
  const theirs = sides[ownSide === "council" ? "community" : "council"];
  const forms: (Step | false)[] = [
    can.includes("set-stage") && {
      intent: "set-stage",
      summary: "Say where it stands",
      submit: "Save where it stands",
      questions: [
        {
          kind: "radios",
          name: "stage",
          label: "Where does it stand?",
          value: stage,
          options: STAGES.map((value) => ({ value, label: STAGE_WORDS[value] })),
        },
        { kind: "day", name: "on", label: "If it has ended: on which day?", optional: true },
        { kind: "text", name: "note", label: "What came of it, or why it stopped", rows: 2, optional: true },
      ],
    },
    can.includes("set-endpoint") && {
      intent: "set-endpoint",
      summary: "Set an endpoint",
      submit: "Set the endpoint",
      questions: [{ kind: "day", name: "endsOn", label: "By which day should it be done?" }],
    },
    can.includes("agree-endpoint") && {
      intent: "agree-endpoint",
      summary: "Agree to the endpoint",
      submit: "Agree to the endpoint",
      questions: [dayAsked("on", "When did you agree?")],
    },
    ...moveForms(can, "the endpoint", theirs, endpoint?.waiting),
    can.includes("fix-scope") && {
      intent: "fix-scope",
      summary: "Say that its outcome is fixed",
      submit: "Save the day",
      questions: [dayAsked("on", "When was it fixed what this should come to?")],
    },
    can.includes("agree-scope") && {
      intent: "agree-scope",
      summary: "Agree to the outcome",
      submit: "Agree to the outcome",
      questions: [dayAsked("on", "When did your side agree to what this should come to?")],
    },
  ];
  return forms.filter((form) => form !== false);
}
