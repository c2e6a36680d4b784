import { useForm } from "@conform-to/react";
import { useLocation } from "react-router";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextInput } from "~/ui/text-input";
import { type NoteView, PANEL_INTENTS } from "../record-panel";

type WidenFormProps = {
  note: NoteView;
  widen: NonNullable<NoteView["widen"]>;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Shows a note to more people, after saying who they are. */
export function WidenForm({ note, widen, answer, formKey }: WidenFormProps) {
  const { pathname, search } = useLocation();
  const answered = answerTo(answer, PANEL_INTENTS.widenNote);
  const lastResult = answered?.initialValue?.id === note.id ? answered : undefined;
  const [form, fields] = useForm<{ reason: string }>({ id: `widen-${note.id}`, lastResult });
  const whom = widen.to === "shared" ? "both sides" : "your side";
  return (
    <Details summary={`Show this note to ${whom}`} open={lastResult !== undefined}>
      <PostForm id={form.id} action={`${pathname}${search}#notes`} idempotencyKey={formKey}>
        <ErrorSummary errors={errorItems(form)} />
        <HiddenFields
          fields={{
            intent: PANEL_INTENTS.widenNote,
            noteId: note.id,
            to: widen.to,
            revision: String(note.revision),
          }}
        />
        <TextInput
          {...fieldOf(fields.reason)}
          label="Why"
          optional
          hint="Kept in the history for whoever sees the note."
        />
        <AudienceNote>{widen.audience} This cannot be taken back.</AudienceNote>
        <Button variant="secondary">Show it to {whom}</Button>
      </PostForm>
    </Details>
  );
}
