import { listWords } from "~/platform/list-words";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { ErrorSummary } from "~/ui/error-summary";
import { PostForm } from "~/ui/form";
import type { FormAnswer } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { InsetText } from "~/ui/inset-text";
import { Tag } from "~/ui/tag";
import { Textarea } from "~/ui/textarea";
import { WrittenText } from "~/ui/written-text";
import { dissentOf, placeOfDraft } from "../minutes";
import { EditConflict, revisionToSend } from "./edit-conflict";
import { capital, type MeetingPage } from "./meeting-page";
import { MINUTES_INTENTS } from "./page-intents";
import { typedForm } from "./typed-form";

type MinutesProps = { meeting: MeetingPage; answer: FormAnswer | undefined; formKey: string | undefined };
type Version = MeetingPage["minutes"][number];

/** The minutes, the newest version first, with what each side has said to them. */
export function MeetingMinutes(props: MinutesProps) {
  const { meeting } = props;
  const [current, ...earlier] = meeting.minutes;
  if (meeting.status !== "held") return null;
  return (
    <section aria-labelledby="minutes">
      <h2 className="govuk-heading-m" id="minutes">
        Minutes
      </h2>
      {current ? (
        <VersionText version={current} names={meeting.names} />
      ) : (
        <p className="govuk-body">Not written yet.</p>
      )}
      {current && meeting.can.sendMinutes ? <SendForm {...props} /> : null}
      {current && meeting.can.agreeMinutes ? <AgreeForm {...props} version={current} /> : null}
      {meeting.can.draftMinutes ? <DraftForm {...props} current={current ?? null} /> : null}
      {earlier.length > 0 ? (
        <Details summary="Earlier versions">
          {earlier.map((version) => (
            <VersionText key={version.id} version={version} names={meeting.names} />
          ))}
        </Details>
      ) : null}
    </section>
  );
}

const STATES = {
  draft: { text: "Draft", tone: "neutral" },
  sent: { text: "Sent", tone: "waiting" },
  agreed: { text: "Agreed by both sides", tone: "good" },
} as const;

function VersionText({ version, names }: { version: Version; names: MeetingPage["names"] }) {
  const { text, tone } = STATES[version.state];
  const waiting = version.waitingFor.map((side) => names[side]);
  return (
    <article>
      <p className="govuk-body">
        <Tag tone={tone}>{text}</Tag> Version {version.version}, written by {names[version.draftedBySide]} on{" "}
        {formatDay(version.draftedOn)}
        {version.sentOn ? `, sent on ${formatDay(version.sentOn)}` : null}
        {waiting.length > 0 ? `. To be agreed by ${listWords(waiting)}` : null}.
      </p>
      <WrittenText>{version.text}</WrittenText>
      {(["community", "council"] as const).map((side) => {
        const dissent = dissentOf(version, side);
        return dissent ? (
          <InsetText key={side}>
            <p className="govuk-body">{capital(names[side])} sees this differently:</p>
            <WrittenText>{dissent}</WrittenText>
          </InsetText>
        ) : null;
      })}
    </article>
  );
}

function formOf(answer: FormAnswer | undefined, intent: string, defaults: Record<string, string>) {
  return typedForm(intent.replace(".", "-"), answer?.intent === intent ? answer : undefined, defaults);
}

function SendForm({ answer, formKey }: MinutesProps) {
  const form = formOf(answer, MINUTES_INTENTS.send, {});
  const day = form.day("on");
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <HiddenFields fields={{ intent: MINUTES_INTENTS.send }} />
      <ErrorSummary errors={form.problems} />
      <DateInput
        {...day}
        value={answer ? day.value : { quick: "today", day: "", month: "", year: "" }}
        label="When do you send them?"
        quick
      />
      <Button variant="secondary">Send these minutes</Button>
    </PostForm>
  );
}

function AgreeForm({ answer, formKey, version }: MinutesProps & { version: Version }) {
  const intent = answer?.intent === MINUTES_INTENTS.dissent ? MINUTES_INTENTS.dissent : MINUTES_INTENTS.agree;
  const form = formOf(answer, intent, {});
  return (
    <PostForm id={form.id} idempotencyKey={formKey}>
      <HiddenFields fields={{ version: String(version.version) }} />
      <ErrorSummary errors={form.problems} />
      <Textarea
        {...form.field("dissent")}
        label="What your side sees differently"
        optional
        rows={3}
        hint="It stands beside the text, which stays as it is."
      />
      <Button name="intent" value={MINUTES_INTENTS.agree}>
        Agree these minutes
      </Button>{" "}
      <Button variant="secondary" name="intent" value={MINUTES_INTENTS.dissent}>
        Only note what we see differently
      </Button>
    </PostForm>
  );
}

function DraftForm({ meeting, answer, formKey, current }: MinutesProps & { current: Version | null }) {
  const mine = answer?.intent === MINUTES_INTENTS.draft ? answer : undefined;
  const form = formOf(answer, MINUTES_INTENTS.draft, { text: current?.text ?? "" });
  const replaces = current !== null && placeOfDraft(current, meeting.side) === "replace";
  const summary =
    current === null ? "Write the minutes" : replaces ? "Change this draft" : "Write a new version";
  return (
    <Details summary={summary} open={mine !== undefined}>
      <PostForm id={form.id} idempotencyKey={formKey}>
        <HiddenFields
          fields={{ intent: MINUTES_INTENTS.draft, revision: revisionToSend(mine, form, meeting.revision) }}
        />
        <ErrorSummary errors={form.problems} />
        <EditConflict conflict={mine?.conflict} form={form}>
          <Textarea {...form.field("text")} label="Minutes" rows={12} />
        </EditConflict>
        <AudienceNote>Both sides can read it, as a draft at first.</AudienceNote>
        <Button variant="secondary">Save minutes</Button>
      </PostForm>
    </Details>
  );
}
