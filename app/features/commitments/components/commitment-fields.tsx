import type { FieldMetadata } from "@conform-to/react";
import { dateOf, fieldOf } from "~/ui/conform-field";
import { DateInput } from "~/ui/date-input";
import { Details } from "~/ui/details";
import { Radios } from "~/ui/radios";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { SIZE_WORDS } from "../commitment-words";

/** People to choose from, under the name of their organisation. */
export type PeopleGroup = { group: string; options: { value: string; label: string }[] };

/** What a person writes of a promise. */
export type WrittenAnswers = {
  title: string;
  detail: string;
  dueOn: string;
  size: string;
  byPersonId: string;
  toPersonId: string;
};

type FieldsOf<T> = { [Key in keyof T]: FieldMetadata<T[Key], Record<string, unknown>, string[]> };

type WordFieldsProps = {
  fields: Pick<FieldsOf<WrittenAnswers>, "title" | "dueOn" | "size">;
};

/** What is promised, by when, and how large it is. */
export function WordFields({ fields }: WordFieldsProps) {
  return (
    <>
      <TextInput
        {...fieldOf(fields.title)}
        label="What is promised?"
        hint="For example: mend the park gate"
      />
      <DateInput {...dateOf(fields.dueOn)} label="By when?" hint="For example: 27 3 2027" />
      <Radios
        {...fieldOf(fields.size)}
        label="How large is it?"
        inline
        options={[
          { value: "small", label: SIZE_WORDS.small },
          { value: "large", label: SIZE_WORDS.large },
        ]}
      />
    </>
  );
}

type MoreFieldsProps = {
  fields: Pick<FieldsOf<WrittenAnswers>, "detail" | "byPersonId" | "toPersonId">;
  /** The day it was made, asked only of a new promise. */
  madeOn?: FieldsOf<{ madeOn: string }>["madeOn"];
  people: readonly PeopleGroup[];
  open: boolean;
};

/** What may be added: folded up, so that a promise is written down in a minute. */
export function MoreFields({ fields, madeOn, people, open }: MoreFieldsProps) {
  return (
    <Details summary="Add people, detail or an earlier day" open={open}>
      {people.length > 0 ? (
        <>
          <Select
            {...fieldOf(fields.byPersonId)}
            label="Who will see to it?"
            optional
            options={people}
            placeholder="Nobody in particular"
          />
          <Select
            {...fieldOf(fields.toPersonId)}
            label="To whom was it promised?"
            optional
            options={people}
            placeholder="Nobody in particular"
          />
        </>
      ) : null}
      <Textarea {...fieldOf(fields.detail)} label="More about it" optional rows={3} />
      {madeOn ? <DateInput {...dateOf(madeOn)} label="When was it promised, if not today?" optional /> : null}
    </Details>
  );
}
