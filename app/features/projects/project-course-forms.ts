import { dayAsked, moveForms, type Question, type Step } from "./plan-forms";
import { STAGE_WORDS, STAGES } from "./project";
import { type FormMaker, formsOf, type ProjectChoices, type ProjectFormsView } from "./project-forms";

const setStage: FormMaker = ({ stage }) => [
  {
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
];

const dayForm =
  (intent: string, summary: string, submit: string, question: Question): FormMaker =>
  () => [{ intent, summary, submit, questions: [question] }];

/** The forms about where a project stands and when it ends, as far as the reader may send them. */
export function courseForms(view: ProjectFormsView, choices: ProjectChoices): Step[] {
  const { can, sides, ownSide, endpoint } = view;
  const theirs = sides[ownSide === "council" ? "community" : "council"];
  return [
    ...formsOf(ENDPOINT, view, choices),
    ...moveForms(can, "the endpoint", theirs, endpoint?.waiting),
    ...formsOf(SCOPE, view, choices),
  ];
}

const ENDPOINT = {
  "set-stage": setStage,
  "set-endpoint": dayForm("set-endpoint", "Set an endpoint", "Set the endpoint", {
    kind: "day",
    name: "endsOn",
    label: "By which day should it be done?",
  }),
  "agree-endpoint": dayForm(
    "agree-endpoint",
    "Agree to the endpoint",
    "Agree to the endpoint",
    dayAsked("on", "When did you agree?"),
  ),
};

const SCOPE = {
  "fix-scope": dayForm(
    "fix-scope",
    "Say that its outcome is fixed",
    "Save the day",
    dayAsked("on", "When was it fixed what this should come to?"),
  ),
  "agree-scope": dayForm(
    "agree-scope",
    "Agree to the outcome",
    "Agree to the outcome",
    dayAsked("on", "When did your side agree to what this should come to?"),
  ),
};
