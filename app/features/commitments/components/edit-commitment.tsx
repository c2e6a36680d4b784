import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { ConflictView } from "~/ui/conflict-view";
import { Details } from "~/ui/details";
import { PostForm } from "~/ui/form";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { TRANSITIONS } from "../commitment.transitions";
import type { CommitmentView } from "../commitment-view";
import { MoreFields, type PeopleGroup, WordFields, type WrittenAnswers } from "./commitment-fields";
import { answerTo, type FormAnswer } from "./form-answer";

type EditProps = {
  view: CommitmentView;
  people: readonly PeopleGroup[];
  audience: string;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Changes a promise's words and day, while the other side has not seen it. Two who change at once see both versions. */
export function EditCommitment({ view, people, audience, answer, formKey }: EditProps) {
  const lastResult = answerTo(answer, "edit");
  const saved = lastResult ? savedVersion(answer?.conflict) : null;
  const { title, detail, dueOn, size, by, to } = view;
  const [form, fields] = useForm<WrittenAnswers>({
    id: "edit",
    lastResult,
    defaultValue: {
      title,
      detail: detail ?? "",
      dueOn,
      size,
      byPersonId: by.personId ?? "",
      toPersonId: to.personId ?? "",
    },
  });
  const editor = (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <HiddenFields fields={{ intent: "edit", revision: String(saved?.revision ?? view.revision) }} />
      <WordFields fields={fields} />
      <MoreFields fields={fields} people={people} open={detail !== null || by.personId !== null} />
      <AudienceNote>{audience}</AudienceNote>
      <Button variant="secondary">Save</Button>
    </PostForm>
  );
  return (
    <Details summary={TRANSITIONS.edit.label} open={lastResult !== undefined}>
      {saved ? (
        <ConflictView said="Somebody changed this while you were writing." fields={compare(saved, fields)}>
          {editor}
        </ConflictView>
      ) : (
        editor
      )}
    </Details>
  );
}

type Saved = { title: string; detail: string; dueOn: string; revision: number };

/** The version that is saved now, from a conflict's answer; null where there is none. */
function savedVersion(conflict: unknown): Saved | null {
  if (typeof conflict !== "object" || conflict === null) return null;
  const { title, detail, dueOn, revision } = conflict as Record<string, unknown>;
  if (typeof title !== "string" || typeof dueOn !== "string" || typeof revision !== "number") return null;
  return { title, detail: typeof detail === "string" ? detail : "", dueOn, revision };
}

function compare(saved: Saved, typed: Record<"title" | "detail" | "dueOn", { initialValue?: unknown }>) {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  const typedDay = dayTyped(typed.dueOn.initialValue);
  const line = (label: string, one: string, other: string) => ({
    label,
    saved: one,
    yours: other,
    differs: one !== other,
  });
  return [
    line("What is promised", saved.title, text(typed.title.initialValue)),
    line("By when", formatDay(saved.dueOn), typedDay),
    line("More about it", saved.detail, text(typed.detail.initialValue)),
  ];
}

/** The boxes as they were typed, in words where they are a day. */
function dayTyped(value: unknown): string {
  if (typeof value === "string") return formatDay(value);
  const { day, month, year } = (value ?? {}) as Record<string, unknown>;
  const two = (part: unknown) => String(part ?? "").padStart(2, "0");
  const iso = `${String(year ?? "")}-${two(month)}-${two(day)}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? formatDay(iso) : [day, month, year].filter(Boolean).join(" ");
}
