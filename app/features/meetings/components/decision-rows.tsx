import { AddAnother, type RepeatPlace } from "~/ui/add-another";
import { Checkbox } from "~/ui/checkboxes";
import { Details } from "~/ui/details";
import { Radios } from "~/ui/radios";
import { TextInput } from "~/ui/text-input";
import { Textarea } from "~/ui/textarea";
import { DECISION_HOW_WORDS, DECISION_HOWS } from "../decision";
import type { TypedForm } from "./typed-form";

const VOTERS = [
  { name: "residents", label: "Residents" },
  { name: "councillors", label: "Councillors" },
  { name: "others", label: "Others" },
] as const;

/** What was decided, how, and with whose votes. */
export function DecisionRows({ form }: { form: TypedForm }) {
  return (
    <AddAnother
      id={`${form.id}-decisions`}
      name="decisions"
      itemName="decision"
      items={form.rows("decisions", 1)}
      emptyItem={-1}
    >
      {(_, place) => <DecisionRow form={form} place={place} />}
    </AddAnother>
  );
}

function DecisionRow({ form, place }: { form: TypedForm; place: RepeatPlace }) {
  const at = (name: string) => `${place.name}.${name}`;
  const votes = VOTERS.flatMap(({ name }) => [at(`${name}For`), at(`${name}Against`)]);
  return (
    <>
      <Textarea {...form.field(at("text"))} label="What was decided" rows={2} />
      <Radios
        {...form.field(at("how"))}
        value={form.text(at("how")) ?? "consensus"}
        label="How it was decided"
        inline
        small
        options={DECISION_HOWS.map((how) => ({ value: how, label: DECISION_HOW_WORDS[how] }))}
      />
      <Checkbox {...form.tick(at("jointWork"))} label="It is about our joint work" />
      <Checkbox {...form.tick(at("key"))} label="It is a key decision" />
      <Details summary="Votes, and who stepped out" open={form.touches([...votes, at("abstained")])}>
        {VOTERS.map(({ name, label }) => (
          <div key={name}>
            <TextInput
              {...form.field(at(`${name}For`))}
              label={`${label} for`}
              width={3}
              inputMode="numeric"
            />
            <TextInput
              {...form.field(at(`${name}Against`))}
              label={`${label} against`}
              width={3}
              inputMode="numeric"
            />
          </div>
        ))}
        <TextInput {...form.field(at("abstained"))} label="Who abstained or stepped out" optional />
      </Details>
    </>
  );
}
