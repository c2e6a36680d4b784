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
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import type { RhythmState } from "../rhythm";

type Side = "council" | "community";

type RhythmItem = {
  id: string;
  /** The page of this rhythm: its replies and history. */
  href: string;
  idealGapDays: number;
  longestGapDays: number;
  proposedBy: Side;
  proposedOn: string;
  state: RhythmState;
  agreedOn: string | null;
  declinedOn: string | null;
  declinedReason: string | null;
  waitsOn: Side | null;
  canAnswer: boolean;
};

type Forms = { audience: string; answer: FormAnswer | undefined; formKey: string | undefined };

type RhythmSectionProps = Forms & {
  rhythms: readonly RhythmItem[];
  sides: Record<Side, string>;
  canPropose: boolean;
};

const TAGS: Record<RhythmState, { text: string; tone: TagTone }> = {
  proposed: { text: "Waiting for an answer", tone: "waiting" },
  agreed: { text: "Agreed", tone: "good" },
  declined: { text: "Declined", tone: "quiet" },
};

/** How often the two sides agreed to meet, what is proposed, and the forms for it. */
export function RhythmSection({ rhythms, sides, canPropose, ...forms }: RhythmSectionProps) {
  return (
    <section aria-labelledby="rhythm">
      <h2 className="govuk-heading-m" id="rhythm">
        How often to meet
      </h2>
      {rhythms.length === 0 ? (
        <p className="govuk-body">Nothing is agreed yet. Many meet every four to six weeks.</p>
      ) : null}
      <RecordList
        label="What was proposed and agreed"
        items={rhythms.map((rhythm) => ({
          id: rhythm.id,
          href: rhythm.href,
          title: `Every ${rhythm.idealGapDays} days, ${rhythm.longestGapDays} at most`,
          tag: <Tag tone={TAGS[rhythm.state].tone}>{TAGS[rhythm.state].text}</Tag>,
          facts: [
            `Proposed by ${sides[rhythm.proposedBy]} on ${formatDay(rhythm.proposedOn)}`,
            rhythm.agreedOn && `In force since ${formatDay(rhythm.agreedOn)}`,
            rhythm.declinedOn &&
              `Declined on ${formatDay(rhythm.declinedOn)}: ${rhythm.declinedReason ?? ""}`,
            rhythm.waitsOn && `For ${sides[rhythm.waitsOn]} to answer`,
          ],
          children: rhythm.canAnswer ? <AnswerRhythm id={rhythm.id} {...forms} /> : null,
        }))}
      />
      {canPropose ? <ProposeRhythm {...forms} /> : null}
    </section>
  );
}

function AnswerRhythm({ id, audience, answer, formKey }: Forms & { id: string }) {
  const { pathname, search } = useLocation();
  const lastResult = answerTo(answer, "decline");
  const [form, fields] = useForm<{ reason: string }>({ id: "decline", lastResult });
  return (
    <>
      <FormButton idempotencyKey={formKey} fields={{ intent: "agree", id }}>
        Agree
      </FormButton>
      <Details summary="Decline" open={lastResult !== undefined}>
        <PostForm id={form.id} action={`${pathname}${search}#rhythm`} idempotencyKey={formKey}>
          <ErrorSummary errors={errorItems(form)} />
          <HiddenFields fields={{ intent: "decline", id }} />
          <Textarea {...fieldOf(fields.reason)} label="Why, and what would suit you" rows={3} />
          <AudienceNote>{audience}</AudienceNote>
          <Button variant="secondary">Decline</Button>
        </PostForm>
      </Details>
    </>
  );
}

function ProposeRhythm({ audience, answer, formKey }: Forms) {
  const { pathname, search } = useLocation();
  const lastResult = answerTo(answer, "propose");
  const [form, fields] = useForm<{ idealGapDays: string; longestGapDays: string }>({
    id: "propose",
    lastResult,
  });
  return (
    <Details summary="Propose how often to meet" open={lastResult !== undefined}>
      <PostForm id={form.id} action={`${pathname}${search}#rhythm`} idempotencyKey={formKey}>
        <ErrorSummary errors={errorItems(form)} />
        <HiddenFields fields={{ intent: "propose" }} />
        <TextInput
          {...fieldOf(fields.idealGapDays)}
          label="Usually every"
          suffix="days"
          width={3}
          inputMode="numeric"
        />
        <TextInput
          {...fieldOf(fields.longestGapDays)}
          label="And never further apart than"
          hint="The score takes nothing off until this many days have passed without contact."
          suffix="days"
          width={3}
          inputMode="numeric"
        />
        <AudienceNote>{audience}</AudienceNote>
        <Button variant="secondary">Propose</Button>
      </PostForm>
    </Details>
  );
}
