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

/** The notes on a record or a person: those both sides see, then one's side's own and one's personal ones. */
export function RecordNotes({ panel, answer, formKey }: RecordNotesProps) {
  const { notes, can, otherSide } = panel;
  if (notes.length === 0 && !can.note) return null;
  const refused = answerTo(answer, PANEL_INTENTS.note) !== undefined;
  const shared = notes.filter(({ level }) => level === "shared");
  const item = (note: NoteView) => (
    <NoteItem note={note} answer={answer} formKey={formKey} key={`${note.id} ${note.revision}`} />
  );
  return (
    <section aria-labelledby="notes">
      {shared.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Notes both sides see</h2>
          {shared.map(item)}
        </>
      ) : null}
      <h2 className="govuk-heading-m" id="notes">
        Our side’s notes
      </h2>
      <p className="govuk-body">
        These never reach {otherSide}, unless a lead of your side shows one to them.
      </p>
      {notes.filter((note) => !shared.includes(note)).map(item)}
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
