import type { ReactNode } from "react";
import { ConflictView } from "~/ui/conflict-view";
import type { FormAnswer } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HOW_WORDS, MEETING_HOWS } from "../meeting";
import type { TypedForm } from "./typed-form";

const PARTS = [
  { name: "title", label: "What it was about" },
  { name: "how", label: "How you met" },
  { name: "startsAt", label: "When it began" },
  { name: "place", label: "Where" },
  { name: "purpose", label: "What it was for" },
  { name: "wentWell", label: "What went well" },
  { name: "wentBadly", label: "What went badly" },
  { name: "text", label: "The minutes" },
] as const;

type EditConflictProps = { conflict: unknown; form: TypedForm; children: ReactNode };

/** The form; where somebody else saved meanwhile, with their version beside what was typed. */
export function EditConflict({ conflict, form, children }: EditConflictProps) {
  const saved = savedParts(conflict);
  if (saved === null) return children;
  const fields = PARTS.filter(({ name }) => name in saved).map(({ name, label }) => {
    const [theirs, yours] = [textOf(saved[name]), form.text(name) ?? ""];
    return { label, saved: shown(theirs), yours: shown(yours), differs: theirs.trim() !== yours.trim() };
  });
  const day = typeof saved.on === "string" ? ` It says ${formatDay(saved.on)} for the day.` : "";
  return (
    <ConflictView said={`Somebody else changed this while you were writing.${day}`} fields={fields}>
      {children}
    </ConflictView>
  );
}

/**
 * The revision a form says it was made from: that of the version now beside it, after a conflict (saving again is
 * choosing over it); else what it said before, however often it came back.
 */
export function revisionToSend(answer: FormAnswer | undefined, form: TypedForm, loaded: number): string {
  const newer = savedParts(answer?.conflict)?.revision;
  return typeof newer === "number" ? String(newer) : (form.text("revision") ?? String(loaded));
}

function savedParts(conflict: unknown): Record<string, unknown> | null {
  return typeof conflict === "object" && conflict !== null ? (conflict as Record<string, unknown>) : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function shown(text: string): string {
  const how = MEETING_HOWS.find((one) => one === text);
  return how === undefined ? text || "Nothing" : HOW_WORDS[how];
}
