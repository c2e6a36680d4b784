import type { Action } from "./milestone.transitions";
import { dayAsked, moveForms, type Step } from "./plan-forms";

/** What the forms of a milestone's page are made from. */
export type MilestoneFormsView = {
  can: readonly Action[];
  sides: Record<"council" | "community", string>;
  ownSide: "council" | "community";
  proposal: { id: string; newDueOn: string } | null;
};

const reasonForm = (intent: Action, summary: string, label: string): Step => ({
  intent,
  summary,
  submit: summary,
  questions: [{ kind: "text", name: "reason", label, rows: 2 }],
});

/** The one form that comes first, open: to say that it is done, or to acknowledge it. */
export function firstForm({ can }: MilestoneFormsView): Step | null {
  if (can.includes("report-done")) {
    return {
      intent: "report-done",
      summary: "Say that it is done",
      submit: "It is done",
      questions: [
        dayAsked("doneOn", "When was it done?"),
        { kind: "text", name: "note", label: "What shows it?", rows: 2, optional: true },
      ],
    };
  }
  if (can.includes("acknowledge")) {
    return {
      intent: "acknowledge",
      summary: "Acknowledge it",
      submit: "We have seen it",
      questions: [{ kind: "text", name: "note", label: "A word to them", rows: 2, optional: true }],
    };
  }
  return null;
}

/** The other forms of a milestone's page, as far as the reader may send them. */
export function otherForms({ can, sides, ownSide, proposal }: MilestoneFormsView): Step[] {
  const theirs = sides[ownSide === "council" ? "community" : "council"];
  const forms: (Step | false)[] = [
    ...moveForms(can, "the day", theirs, proposal),
    can.includes("decline-let-go") &&
      reasonForm("decline-let-go", "Say that it should stay", "Why should it stay?"),
    can.includes("drop") && reasonForm("drop", "Give it up", "Why is it given up?"),
    can.includes("ask-let-go") &&
      reasonForm("ask-let-go", `Ask ${theirs} to let it go`, "Why should it be let go?"),
    can.includes("reopen") && reasonForm("reopen", "Open it again", "Why is it opened again?"),
  ];
  return forms.filter((form) => form !== false);
}
