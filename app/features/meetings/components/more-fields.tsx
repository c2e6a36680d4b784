import { Checkbox, Checkboxes } from "~/ui/checkboxes";
import { Details } from "~/ui/details";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { TimeInput } from "~/ui/time-input";
import { MEETING_TONES, TONE_WORDS } from "../meeting";
import { DecisionRows } from "./decision-rows";
import type { MeetingFormOptions } from "./form-options";
import { MissingRows } from "./people-rows";
import type { TypedForm } from "./typed-form";

const NAMES = [
  "startsAt",
  "durationMinutes",
  "place",
  "purpose",
  "tone",
  "wentWell",
  "wentBadly",
  "formal",
  "minutes",
  "projects",
  // Of the lists only what somebody typed: their choices always send something.
  "decisions[0].text",
  "missing[0].person",
];
const LISTS = ["decisions", "missing"];

type MoreFieldsProps = { form: TypedForm; options: MeetingFormOptions; withMinutes: boolean };

/** Everything about a meeting that can be left for another day. */
export function MoreFields({ form, options, withMinutes }: MoreFieldsProps) {
  const grown = LISTS.some((list) => form.rows(list, 1).length > 1);
  return (
    <Details summary="More about this meeting" open={grown || form.touches(NAMES) || form.hasProblem(LISTS)}>
      <TimeInput {...form.field("startsAt")} label="When it began" optional />
      <TextInput
        {...form.field("durationMinutes")}
        label="How long it took"
        optional
        width={4}
        inputMode="numeric"
        suffix="minutes"
      />
      <TextInput {...form.field("place")} label="Where" optional />
      <Textarea {...form.field("purpose")} label="What it was for" optional rows={2} />
      <Radios
        {...form.field("tone")}
        label="How it felt"
        optional
        inline
        small
        options={MEETING_TONES.map((tone) => ({ value: tone, label: TONE_WORDS[tone] }))}
      />
      <Textarea {...form.field("wentWell")} label="What went well" optional rows={3} />
      <Textarea {...form.field("wentBadly")} label="What went badly" optional rows={3} />
      <Checkbox
        {...form.tick("formal")}
        label="It was a formal meeting"
        hint="One with an agenda: its promises count as actions with an owner and a day."
      />
      {options.projects.length > 0 ? (
        <Checkboxes
          {...form.choices("projects")}
          label="Which projects did you talk about?"
          optional
          small
          options={options.projects}
        />
      ) : null}
      <h3 className="govuk-heading-s">What was decided</h3>
      <DecisionRows form={form} />
      <h3 className="govuk-heading-s">Who was expected and did not come</h3>
      <MissingRows form={form} options={options} />
      {withMinutes ? (
        <Textarea
          {...form.field("minutes")}
          label="Minutes"
          optional
          rows={8}
          hint="Kept as a draft that both sides can read. You can send it when it is ready."
        />
      ) : null}
    </Details>
  );
}
