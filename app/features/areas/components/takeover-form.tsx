import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { formatDay } from "~/ui/format-date";
import { HiddenFields } from "~/ui/hidden-fields";
import { IntentForm } from "~/ui/intent-form";
import { Select } from "~/ui/select";
import { ENDS, type EndingMember, type EndingTie, openWords, type Successor } from "../takeover";

type TakeoverFormProps = {
  ties: readonly EndingTie[];
  members: readonly EndingMember[];
  successors: readonly Successor[];
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

type Fields = {
  ties: { id: string; successorId: string }[];
  members: { id: string; to: string }[];
};

/** Who takes over in each area, what follows there in numbers, and what becomes of each account: one form, one step. */
export function TakeoverForm({ ties, members, successors, answer, formKey }: TakeoverFormProps) {
  const only = successors.length === 1 ? (successors[0]?.id ?? "") : "";
  const [form, fields] = useForm<Fields>({
    id: "takeover",
    lastResult: answerTo(answer, "prepare"),
    defaultValue: {
      ties: ties.map(({ id }) => ({ id, successorId: only })),
      members: members.map(({ id }) => ({ id, to: only })),
    },
  });
  const options = successors.map(({ id, name, on }) => ({
    value: id,
    label: `${name}, from ${formatDay(on)}`,
  }));
  const tieFields = fields.ties.getFieldList();
  const memberFields = fields.members.getFieldList();
  return (
    <IntentForm form={form} intent="prepare" formKey={formKey}>
      <h2 className="govuk-heading-m">Its areas</h2>
      {ties.map(({ id, area, open }, index) => {
        const tie = tieFields[index]?.getFieldset();
        return tie ? (
          <div key={id}>
            <HiddenFields fields={{ [tie.id.name]: id }} />
            <Select
              {...fieldOf(tie.successorId)}
              label={`Who takes over in ${area}`}
              hint={`What follows: ${openWords(open)}.`}
              placeholder="Choose a council"
              options={options}
            />
          </div>
        ) : null;
      })}
      {members.length > 0 ? <h2 className="govuk-heading-m">Its accounts</h2> : null}
      {members.map(({ id, name, role, area }, index) => {
        const member = memberFields[index]?.getFieldset();
        return member ? (
          <div key={id}>
            <HiddenFields fields={{ [member.id.name]: id }} />
            <Select
              {...fieldOf(member.to)}
              label={`${name}, ${role}${area ? ` for ${area}` : ""}`}
              placeholder="Choose what becomes of it"
              options={[
                ...successors.map((one) => ({ value: one.id, label: `Goes on with ${one.name}` })),
                { value: ENDS, label: "Ends that day" },
              ]}
            />
          </div>
        ) : null;
      })}
      <Button>Prepare the takeover</Button>
    </IntentForm>
  );
}
