import { useForm } from "@conform-to/react";
import { useLocation } from "react-router";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { Radios } from "~/ui/radios";
import { Textarea } from "~/ui/textarea";
import { type NoteView, PANEL_INTENTS } from "../record-panel";
import { NoteItem } from "./note-item";

type RecordNotesProps = {
  panel: {
    notes: readonly NoteView[];
    /** The other side, as the reader would name it: what is written here never reaches it. */
    otherSide: string;
    can: { note: boolean };
  };
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** A side's own notes and the reader's personal ones, on a record or a person. */
export function RecordNotes({ panel, answer, formKey }: RecordNotesProps) {
  const { notes, can, otherSide } = panel;
  if (notes.length === 0 && !can.note) return null;
  const refused = answerTo(answer, PANEL_INTENTS.note) !== undefined;
  return (
    <section aria-labelledby="notes">
      <h2 className="govuk-heading-m" id="notes">
        Our side’s notes
      </h2>
      <p className="govuk-body">These never reach {otherSide}.</p>
      {notes.map((note) => (
        <NoteItem note={note} answer={answer} formKey={formKey} key={`${note.id} ${note.revision}`} />
      ))}
      {can.note ? (
        <Details summary="Add a note" open={refused}>
          <NoteForm answer={answer} formKey={formKey} key={`${notes.length} ${notes[0]?.id}`} />
        </Details>
      ) : null}
    </section>
  );
}

function NoteForm({ answer, formKey }: Pick<RecordNotesProps, "answer" | "formKey">) {
  const { pathname, search } = useLocation();
  const [form, fields] = useForm<{ text: string; level: string }>({
    id: "note",
    lastResult: answerTo(answer, PANEL_INTENTS.note),
  });
  const level = fieldOf(fields.level);
  return (
    <PostForm id={form.id} action={`${pathname}${search}#notes`} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: PANEL_INTENTS.note }} />
      <Textarea {...fieldOf(fields.text)} label="Your note" rows={3} />
      <Radios
        {...level}
        value={level.value ?? "side"}
        label="Who will see this"
        small
        options={[
          { value: "side", label: "Members of our side" },
          { value: "personal", label: "Only me" },
        ]}
      />
      <Button variant="secondary">Save note</Button>
    </PostForm>
  );
}
