import { useForm } from "@conform-to/react";
import { useLocation } from "react-router";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { errorItems, fieldOf, tickOf } from "~/ui/conform-field";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { formatInstant } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { Facts } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { Textarea } from "~/ui/textarea";
import { WrittenText } from "~/ui/written-text";
import { PANEL_INTENTS, type RecordPanelView } from "../record-panel";

type RepliesProps = {
  panel: RecordPanelView;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** What both sides said to a record, oldest first, and the form to say something. */
export function RecordReplies({ panel, answer, formKey }: RepliesProps) {
  if (panel.replies.length === 0 && !panel.can.reply) return null;
  return (
    <section aria-labelledby="replies">
      <h2 className="govuk-heading-m" id="replies">
        Replies
      </h2>
      {panel.replies.map((reply) => (
        <article key={reply.id}>
          <Facts
            facts={[
              <strong key="by">{reply.by}</strong>,
              formatInstant(reply.at),
              reply.disputes && (
                <Tag tone="attention" key="disputes">
                  Sees it differently
                </Tag>
              ),
            ]}
          />
          <WrittenText>{reply.text}</WrittenText>
        </article>
      ))}
      {panel.can.reply ? (
        // A sent reply counts the revision up: the form begins anew.
        <ReplyForm panel={panel} answer={answer} formKey={formKey} key={panel.revision} />
      ) : null}
    </section>
  );
}

function ReplyForm({ panel, answer, formKey }: RepliesProps) {
  const { pathname, search } = useLocation();
  const [form, fields] = useForm<{ text: string; disputes: boolean }>({
    id: "reply",
    lastResult: answerTo(answer, PANEL_INTENTS.reply),
  });
  return (
    <PostForm id={form.id} action={`${pathname}${search}#replies`} idempotencyKey={formKey}>
      <ErrorSummary errors={errorItems(form)} />
      <HiddenFields fields={{ intent: PANEL_INTENTS.reply }} />
      <Textarea {...fieldOf(fields.text)} label="Your reply" rows={3} />
      {panel.can.dispute ? (
        <Checkbox
          {...tickOf(fields.disputes)}
          label="We see this differently"
          hint="Both sides’ words stand side by side, and it counts half until you say that it is settled."
        />
      ) : null}
      <AudienceNote>{panel.audience}</AudienceNote>
      <Button variant="secondary">Send reply</Button>
    </PostForm>
  );
}
