import { useForm } from "@conform-to/react";
import { AudienceNote } from "~/ui/audience-note";
import { Button } from "~/ui/button";
import { ConflictView } from "~/ui/conflict-view";
import { dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { HiddenFields } from "~/ui/hidden-fields";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { ELECTION_KINDS } from "../election";
import type { ElectionView } from "../election-views";
import { CouncilChoice, type Councils } from "./council-choice";
import { versionsOf } from "./election-versions";

export type Sent = { answer: FormAnswer | undefined; formKey: string | undefined };
type Day = string | { day?: string; month?: string; year?: string };
type Fields = { councilId: string; kind: string; pollOn: Day; noticeOn: Day; source: string; note: string };

type ElectionFormProps = Sent & {
  intent: string;
  /** What is corrected; none: it is new. */
  election?: ElectionView;
  councils?: Councils;
};

const KINDS = Object.entries(ELECTION_KINDS).map(([value, label]) => ({ value, label }));

/** Adds an election, or corrects one. */
export function ElectionForm({ intent, election, councils, answer, formKey }: ElectionFormProps) {
  const lastResult = answerTo(answer, intent);
  const { kind, pollOn, noticeOn, source, note, revision } = election ?? {};
  const [form, fields] = useForm<Fields>({
    id: intent.replace(":", "-"),
    lastResult,
    defaultValue: { kind, pollOn, noticeOn: noticeOn ?? {}, source: source ?? "", note: note ?? "" },
  });
  const body = (
    <IntentForm form={form} intent={intent} formKey={formKey}>
      {revision === undefined ? null : <HiddenFields fields={{ revision: String(revision) }} />}
      <CouncilChoice field={fields.councilId} councils={councils} />
      <Radios {...fieldOf(fields.kind)} label="What is voted for?" options={KINDS} />
      <DateInput {...dateOf(fields.pollOn)} label="Day of the poll" />
      <DateInput
        {...dateOf(fields.noticeOn)}
        label="Published first day of the pre-election period"
        hint="Leave it empty if none is published. Then it is counted back from the poll."
      />
      <TextInput
        {...fieldOf(fields.source)}
        label="Where does this come from?"
        hint="Such as the address of a page"
        optional
      />
      <Textarea {...fieldOf(fields.note)} label="Note" hint="You can leave it empty." rows={2} />
      <AudienceNote>Both sides of every area that works with this council.</AudienceNote>
      <Button>{election ? "Save changes" : "Add"}</Button>
    </IntentForm>
  );
  if (!election || lastResult === undefined || !answer?.conflict) return body;
  return (
    <ConflictView
      said="Somebody changed this election meanwhile."
      fields={versionsOf(election, lastResult.initialValue ?? {})}
    >
      {body}
    </ConflictView>
  );
}
