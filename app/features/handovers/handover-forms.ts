import { type Choice, dayAsked, type Question, type Step } from "../projects/plan-forms";
import { CHECK_WORDS, CHECKS, type Check, WHY_WORDS, WHYS, type Why } from "./handover";
import type { Action } from "./handover.transitions";

type Dated = { id: string; title: string; on: string };

/** What the forms of a handover's page are made from. */
export type HandoverFormsView = {
  can: readonly Action[];
  role: "own" | "noted" | "other";
  revision: number;
  why: Why;
  note: string | null;
  notifiedOn: string;
  lastDay: string;
  outgoing: { name: string };
  incoming: { id: string; name: string } | null;
  checks: readonly { check: Check; on: string | null }[];
  /** Meetings since the change with both there, each with its day in words. */
  meetings: readonly Dated[];
  successors: readonly { id: string; name: string; organisation: string }[];
};

const whys = WHYS.map((value): Choice => ({ value, label: WHY_WORDS[value] }));

type Days = { why?: Why; notifiedOn: string | { quick: string }; lastDay?: string | undefined };

const dayQuestions = ({ why, notifiedOn, lastDay }: Days): Question[] => [
  {
    kind: "select",
    name: "why",
    label: "Why do they leave?",
    options: whys,
    placeholder: "Choose",
    value: why,
  },
  { kind: "day", name: "notifiedOn", label: "When was the other side told?", quick: true, value: notifiedOn },
  { kind: "day", name: "lastDay", label: "Their last day in the post", value: lastDay },
];

/** Says that somebody leaves. */
export function announceForm(
  posts: readonly Choice[],
  start: { postId?: string | undefined; lastDay?: string | undefined },
): Step {
  return {
    intent: "announce",
    summary: "Say that somebody leaves",
    submit: "Save",
    questions: [
      {
        ...{ kind: "select", name: "postId", label: "Who leaves which post?", value: start.postId },
        ...{ options: posts, placeholder: "Choose" },
      },
      ...dayQuestions({ notifiedOn: { quick: "today" }, lastDay: start.lastDay }),
    ],
  };
}

const NOTE = {
  kind: "text",
  name: "note",
  label: "What does the next person need to know?",
  hint: "What is under way, who to talk to, what to be careful with. The brief adds the records by itself.",
} as const;

/** The one form that comes first, open: what moves the handover on. */
export function firstForm(view: HandoverFormsView): Step | null {
  const { can, incoming } = view;
  if (can.includes("prepare")) {
    return {
      intent: "prepare",
      summary: "Write the handover note",
      submit: "Save the note",
      questions: [{ ...NOTE, rows: 6 }, dayAsked("on", "When was it ready?")],
    };
  }
  if (can.includes("accept")) return incoming ? acceptForm(incoming.name) : nameForm(view);
  return can.includes("complete") ? completeForm(view) : null;
}

function acceptForm(name: string): Step {
  return {
    intent: "accept",
    summary: `Accept the handover for ${name}`,
    submit: `${name} accepts`,
    questions: [dayAsked("on", "When was it accepted?")],
  };
}

function nameForm({ incoming, successors }: HandoverFormsView): Step {
  const options = successors.map(({ id, name, organisation }) => ({
    value: id,
    label: `${name}, ${organisation}`,
  }));
  return {
    intent: "name-incoming",
    summary: incoming ? "Say that somebody else follows" : "Say who follows",
    submit: "Save",
    questions: [
      {
        ...{ kind: "select", name: "incomingId", label: "Who follows?", optional: true, options },
        placeholder: "Nobody yet",
        hint: "Somebody who is not listed is added under People first.",
        value: incoming?.id,
      },
    ],
  };
}

function completeForm({ incoming, role, meetings }: HandoverFormsView): Step {
  const name = incoming?.name ?? "them";
  const options = meetings.map(({ id, title, on }) => ({ value: id, label: `${title}, ${on}` }));
  const met: Question = {
    ...{ kind: "select", name: "meetingId", label: `At which meeting did both sides meet ${name}?`, options },
    placeholder: meetings.length > 0 ? "Choose" : "No meeting with both sides there is logged yet",
    optional: role !== "own",
  };
  const said: Question = {
    kind: "day",
    name: "metOn",
    label: `Or: the day the other side met ${name}`,
    optional: true,
  };
  return {
    intent: "complete",
    summary: `Say that the other side has met ${name}`,
    submit: "They have met",
    questions: role === "own" ? [met] : [met, said],
  };
}

/** The other forms of a handover's page, as far as the reader may send them. */
export function otherForms(view: HandoverFormsView): Step[] {
  const { can, incoming } = view;
  const first = firstForm(view)?.intent;
  const forms: (Step | false)[] = [
    can.includes("name-incoming") && first !== "name-incoming" && nameForm(view),
    can.includes("check") && checklistForm(view),
    can.includes("revise") && reviseForm(view),
    can.includes("withdraw") && {
      intent: "withdraw",
      summary: `${view.outgoing.name} stays after all`,
      submit: "They stay",
      questions: [{ kind: "text", name: "note", label: "What changed?", rows: 2 }],
    },
  ];
  return forms.filter((form) => form !== false && (incoming !== null || form.intent !== "accept")) as Step[];
}

function checklistForm({ checks }: HandoverFormsView): Step {
  const done = checks.flatMap(({ check, on }) => (on === null ? [] : [check]));
  return {
    intent: "check",
    summary: "Keep the checklist",
    submit: "Save the checklist",
    questions: [
      {
        ...{ kind: "checks", name: "done", label: "What is done?", value: done, optional: true },
        options: CHECKS.map((value) => ({ value, label: CHECK_WORDS[value] })),
      },
    ],
  };
}

function reviseForm({ revision, why, note, notifiedOn, lastDay }: HandoverFormsView): Step {
  return {
    intent: "revise",
    summary: "Change the days or the note",
    submit: "Save",
    hidden: { revision: String(revision) },
    questions: [
      ...dayQuestions({ why, notifiedOn, lastDay }),
      { ...NOTE, rows: 6, value: note ?? "", optional: note === null },
    ],
  };
}
