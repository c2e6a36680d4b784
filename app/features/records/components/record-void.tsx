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
import { Textarea } from "~/ui/textarea";
import { PANEL_INTENTS, type RecordPanelView } from "../record-panel";

type AskVoidProps = {
  panel: RecordPanelView;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Asks the other side to agree that a shared record does not count. */
export function AskVoid({ panel, answer, formKey }: AskVoidProps) {
  const { pathname, search } = useLocation();
  const lastResult = answerTo(answer, PANEL_INTENTS.askVoid);
  const [form, fields] = useForm<{ reason: string }>({ id: "void", lastResult });
  return (
    <Details summary="This should not be here" open={lastResult !== undefined}>
      <p>
        Other people have seen it, or it is more than a day old, so it stays until both sides agree that it
        does not count. Say why, and {panel.otherSide} will be asked.
      </p>
      <PostForm id={form.id} action={`${pathname}${search}#about-record`} idempotencyKey={formKey}>
        <ErrorSummary errors={errorItems(form)} />
        <HiddenFields fields={{ intent: PANEL_INTENTS.askVoid }} />
        <Textarea {...fieldOf(fields.reason)} label="Why it should not count" rows={3} />
        <AudienceNote>{panel.audience}</AudienceNote>
        <Button variant="secondary">Ask {panel.otherSide}</Button>
      </PostForm>
    </Details>
  );
}
