export type Choice = { value: string; label: string; hint?: string };

/** One question of a small form. `value` is what stands in it before anybody types. */
export type Question = { name: string; label: string; hint?: string; optional?: boolean } & (
  | { kind: "line"; value?: string | undefined }
  | { kind: "text"; rows?: number; value?: string | undefined }
  | { kind: "day"; quick?: boolean; value?: string | { quick: string } | undefined }
  | { kind: "radios"; options: readonly Choice[]; value?: string | undefined }
  | { kind: "select"; options: readonly Choice[]; placeholder: string; value?: string | undefined }
  | { kind: "checks"; options: readonly Choice[]; value?: readonly string[] | undefined }
  | { kind: "tick"; value?: "on" | undefined }
);

/** A small form: what it does, what it asks, and which line of the page it is about, if any. */
export type Step = {
  intent: string;
  /** The line it is folded up under, and the words of its button. */
  summary: string;
  submit: string;
  questions: readonly Question[];
  /** What may be left for later: folded up. */
  more?: readonly Question[];
  /** Values that go along; those beside the revision tell one line's form from another's. */
  hidden?: Readonly<Record<string, string>>;
};

/** A day that is usually today. */
export function dayAsked(name: string, label: string): Question {
  return { kind: "day", name, label, quick: true, value: { quick: "today" } };
}

/** Which council a new record is about: asked of the community where there are several. */
export function councilAsked(councils: readonly { slug: string; name: string }[]): Question[] {
  if (councils.length < 2) return [];
  const options = [
    ...councils.map(({ slug, name }) => ({ value: slug, label: name })),
    { value: "all", label: "All of them" },
  ];
  return [{ kind: "radios", name: "council", label: "Which council is it about?", options }];
}

/** Somebody from a list of people, by side. */
export type PersonOption = { id: string; name: string; organisation: string; side: "council" | "community" };

/** People as the choices of a question. */
export function personChoices(people: readonly PersonOption[]): Choice[] {
  return people.map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }));
}

/** Records as the choices of a question. */
export function recordChoices(records: readonly { id: string; title: string }[]): Choice[] {
  return records.map(({ id, title }) => ({ value: id, label: title }));
}

type Proposal = { id: string; newDueOn: string } | null | undefined;

/** The forms that move a day: put to the other side, moved alone, declined. Agreeing is a single button. */
export function moveForms(
  can: readonly string[],
  what: "the day" | "the endpoint",
  theirs: string,
  proposal: Proposal,
): Step[] {
  const decline = can.includes("decline-day") && proposal ? [declineForm(proposal)] : [];
  const move = can.includes("move-day") ? [moveForm(what, theirs)] : [];
  return [...decline, ...move];
}

function declineForm({ id }: NonNullable<Proposal>): Step {
  return {
    intent: "decline-day",
    summary: "Decline the new day",
    submit: "Decline the new day",
    hidden: { moveId: id },
    questions: [{ kind: "text", name: "reason", label: "Why not?" }],
  };
}

function moveForm(what: string, theirs: string): Step {
  const options = [
    { value: "ask", label: `Ask ${theirs}`, hint: "The day moves when they agree." },
    {
      value: "alone",
      label: "No: it moves without them",
      hint: "The new day is shown. The old day still counts in the figures.",
    },
  ];
  return {
    intent: "move-day",
    summary: `Move ${what}`,
    submit: `Move ${what}`,
    questions: [
      { kind: "day", name: "toOn", label: "The new day" },
      { kind: "text", name: "reason", label: "Why should it move?" },
      { kind: "radios", name: "how", label: "Will you ask the other side?", options },
    ],
  };
}
