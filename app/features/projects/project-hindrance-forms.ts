import { dayAsked, recordChoices, type Step } from "./plan-forms";
import type { ProjectChoices, ProjectFormsView } from "./project-forms";

/** The forms about what holds a project up, what it waits for, and what it misses. */
export function hindranceForms(view: ProjectFormsView, { requests }: ProjectChoices): Step[] {
  const { can } = view;
  const help = (optional: boolean) => ({
    kind: "select" as const,
    name: "requestId",
    label: "The request by which help was asked",
    optional,
    placeholder: "None yet",
    options: recordChoices(requests),
  });
  const forms: (Step | false)[] = [
    can.includes("block") && {
      intent: "block",
      summary: "Say what holds it up",
      submit: "Save what holds it up",
      questions: [
        { kind: "text", name: "text", label: "What holds it up?", rows: 2 },
        dayAsked("since", "Since when?"),
        help(true),
      ],
    },
    ...view.blocks
      .filter(({ clearedOn }) => clearedOn === null)
      .flatMap(({ id, text }) => [
        can.includes("ask-help") &&
          requests.length > 0 && {
            intent: "ask-help",
            summary: `Link the request for help: ${text}`,
            submit: "Link the request",
            hidden: { blockId: id },
            questions: [help(false)],
          },
        can.includes("clear-block") && {
          intent: "clear-block",
          summary: `Say that it is cleared: ${text}`,
          submit: "Save that it is cleared",
          hidden: { blockId: id },
          questions: [
            dayAsked("on", "When was it cleared?"),
            { kind: "text" as const, name: "note", label: "How?", rows: 2, optional: true },
          ],
        },
      ]),
    can.includes("await-decision") && {
      intent: "await-decision",
      summary: "Say which decision it waits for",
      submit: "Save the decision it waits for",
      questions: [
        { kind: "line", name: "from", label: "Whose decision?", hint: "Such as: the planning committee" },
        dayAsked("since", "Since when?"),
      ],
    },
    can.includes("decision-made") && {
      intent: "decision-made",
      summary: "Say that the decision is made",
      submit: "Save the decision",
      questions: [
        dayAsked("on", "When was it made?"),
        { kind: "text", name: "note", label: "What was decided?", rows: 2 },
      ],
    },
    can.includes("open-gap") && {
      intent: "open-gap",
      summary: "Name a skill that is missing",
      submit: "Save the skill",
      questions: [
        { kind: "line", name: "skill", label: "Which skill?", hint: "Such as: reading a lease" },
        dayAsked("on", "Since when?"),
      ],
    },
    ...view.gaps
      .filter(({ filledOn }) => filledOn === null)
      .map(
        ({ id, skill }) =>
          can.includes("fill-gap") && {
            intent: "fill-gap",
            summary: `Say that the skill is found: ${skill}`,
            submit: "Save that it is found",
            hidden: { gapId: id },
            questions: [
              dayAsked("on", "When was it found?"),
              { kind: "text" as const, name: "note", label: "Who brings it?", rows: 2, optional: true },
            ],
          },
      ),
  ];
  return forms.filter((form) => form !== false);
}
