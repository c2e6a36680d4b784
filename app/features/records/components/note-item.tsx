import { useForm } from "@conform-to/react";
import { useLocation } from "react-router";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { errorItems, fieldOf } from "~/ui/conform-field";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { Facts } from "~/ui/record-list";
import { Textarea } from "~/ui/textarea";
import { WrittenText } from "~/ui/written-text";
import { type NoteView, PANEL_INTENTS } from "../record-panel";
import { WidenForm } from "./widen-form";

const SEEN_BY = {
  personal: "Only you see this",
  side: "Members of your side see this",
  shared: "Both sides see this",
} as const;
const SAVED_FOR = {
  personal: "Only you will see this.",
  side: "Only members of your side will see this.",
  shared: "Both sides will see this.",
} as const;

type NoteItemProps = { note: NoteView; answer: FormAnswer | undefined; formKey: string | undefined };

/** One note with what its readers may do about it. */
export function NoteItem({ note, answer, formKey }: NoteItemProps) {
  return (
    <article>
      <Facts facts={[note.by, formatDay(note.on), SEEN_BY[note.level]]} />
      <WrittenText>{note.text}</WrittenText>
      {note.canChange ? <ReviseForm note={note} answer={answer} formKey={formKey} /> : null}
      {note.widen ? <WidenForm note={note} widen={note.widen} answer={answer} formKey={formKey} /> : null}
      {note.canChange && note.level !== "shared" ? (
        <FormButton
          idempotencyKey={formKey}
          variant="quiet"
          about="this note"
          fields={{ intent: PANEL_INTENTS.binNote, noteId: note.id }}
        >
          Put in the bin
        </FormButton>
      ) : null}
    </article>
  );
}

function ReviseForm({ note, answer, formKey }: NoteItemProps) {
  const { pathname, search } = useLocation();
  const answered = answerTo(answer, PANEL_INTENTS.reviseNote);
  const lastResult = answered?.initialValue?.id === note.id ? answered : undefined;
  const current = lastResult && conflictText(answer?.conflict);
  const [form, fields] = useForm<{ text: string }>({
    id: `note-${note.id}`,
    lastResult,
    defaultValue: { text: note.text },
  });
  return (
    <Details summary="Change this note" open={lastResult !== undefined}>
      <PostForm id={form.id} action={`${pathname}${search}#notes`} idempotencyKey={formKey}>
        <ErrorSummary errors={errorItems(form)} />
        {current ? <InsetText>Saved now: {current}</InsetText> : null}
        <HiddenFields
          fields={{
            intent: PANEL_INTENTS.reviseNote,
            noteId: note.id,
            // After a conflict the page shows the newer text: sending again is choosing over it.
            revision: String(note.revision),
          }}
        />
        <Textarea {...fieldOf(fields.text)} label="The note" rows={3} />
        <AudienceNote>{SAVED_FOR[note.level]}</AudienceNote>
        <Button variant="secondary">Save note</Button>
      </PostForm>
    </Details>
  );
}

function conflictText(conflict: unknown): string | null {
  const text = (conflict as { text?: unknown } | null | undefined)?.text;
  return typeof text === "string" ? text : null;
}
