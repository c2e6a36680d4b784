import { dayWords } from "~/platform/calendar/day-words";
import { type Action, TRANSITIONS } from "./commitment.transitions";
import type { CommitmentView } from "./commitment-view";

/** A question of a small form. */
export type FormField = {
  name: string;
  kind: "day" | "past-day" | "text";
  label: string;
  hint?: string;
  optional?: boolean;
};

/** What a small form says and asks. Its button is the action's label. */
export type ActionForm = {
  action: Action;
  button: string;
  intro: string;
  fields: FormField[];
  /** Values that go with it unasked. */
  hidden: Record<string, string>;
};

type Spec = { intro: (view: CommitmentView) => string; fields?: (view: CommitmentView) => FormField[] };

const note = (label: string, hint?: string): FormField[] => [
  { name: "note", kind: "text", label, ...(hint ? { hint } : {}) },
];

/** Only a day that was dated before it was entered can be put right. */
function corrections({ done, told, by }: CommitmentView): FormField[] {
  const dated = (said: CommitmentView["done"]) => said?.saidOn != null && said.on < said.saidOn;
  const hint = `Leave it empty if ${by.name} has it right`;
  return [
    ...(dated(done)
      ? [{ name: "doneOn", kind: "day" as const, label: "The right day it was done", hint, optional: true }]
      : []),
    ...(dated(told)
      ? [{ name: "toldOn", kind: "day" as const, label: "The right day you were told", hint, optional: true }]
      : []),
  ];
}

const SPECS: Partial<Record<Action, Spec>> = {
  "report-done": {
    intro: ({ to }) => `${to.first} will be asked to say yes. Until then it counts half.`,
    fields: () => [
      { name: "doneOn", kind: "past-day", label: "When was it done?" },
      ...note("What was done?", "A sentence is enough"),
    ],
  },
  confirm: {
    intro: ({ by, done }) =>
      done ? `${by.first} says that it was done on ${dayWords(done.on)}.` : "Say that it is done.",
    fields: corrections,
  },
  refuse: {
    intro: () => "It stays open and is marked as disputed until you say that it is settled.",
    fields: () => [{ name: "text", kind: "text", label: "What is still missing?" }],
  },
  tell: {
    intro: ({ to }) => `Telling ${to.name} early is fair to both sides. The day itself does not change.`,
    fields: () => [
      { name: "toldOn", kind: "past-day", label: "When did you tell them?" },
      { name: "note", kind: "text", label: "What did you tell them?", optional: true },
    ],
  },
  "propose-day": {
    intro: () =>
      "The other side is asked to agree. A day agreed in time takes the place of the old one, twice at most.",
    fields: () => [
      { name: "newDueOn", kind: "day", label: "New day" },
      { name: "reason", kind: "text", label: "Why should it move?" },
    ],
  },
  "agree-day": { intro: proposalWords },
  "decline-day": {
    intro: () => "The day stays as it is.",
    fields: () => [{ name: "reason", kind: "text", label: "Why not?" }],
  },
  "not-kept": {
    intro: () => "It can still be done later, and that counts.",
    fields: () => note("What happened?"),
  },
  withdraw: {
    intro: ({ by }) => `${by.first} then owes nothing here, and it does not count.`,
    fields: () => note("Why is it no longer needed?"),
  },
  "not-ours": {
    intro: () =>
      "It is marked as disputed, with your words beside it, until your side says that it is settled.",
    fields: () => [{ name: "text", kind: "text", label: "Why is it not yours?" }],
  },
  reopen: {
    intro: () => "What was said before stays in the history.",
    fields: () => note("Why is it opened again?"),
  },
};

function proposalWords({ redatings, proposalId }: CommitmentView): string {
  const proposal = redatings.find(({ id }) => id === proposalId);
  return proposal
    ? `${proposal.by} proposes ${dayWords(proposal.newDueOn)}: ${proposal.reason}`
    : "A new day is proposed.";
}

/** The small form of an action on this promise, or null where it has a form of its own (edit, settle). */
export function formFor(action: Action, view: CommitmentView): ActionForm | null {
  const spec = SPECS[action];
  if (spec === undefined) return null;
  return {
    action,
    button: TRANSITIONS[action].label,
    intro: spec.intro(view),
    fields: spec.fields?.(view) ?? [],
    hidden: hiddenFor(action, view),
  };
}

function hiddenFor(action: Action, { revision, proposalId }: CommitmentView): Record<string, string> {
  if (action === "confirm" || action === "refuse") return { revision: String(revision) };
  const answers = action === "agree-day" || action === "decline-day";
  return answers && proposalId !== null ? { redatingId: proposalId } : {};
}
