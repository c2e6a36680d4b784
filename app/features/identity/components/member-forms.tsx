import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { IntentForm } from "~/ui/intent-form";
import { Radios } from "~/ui/radios";
import { useFormKey } from "~/ui/use-form-key";
import { SIDE_ROLES } from "../role-words";
import { PersonForm } from "./person-form";

type Props = {
  member: { name: string; role: string; personId: string | null };
  isOnlyLead: boolean;
  can: { change: boolean; end: boolean; bringBack: boolean; link: boolean };
  people: readonly { value: string; label: string }[];
  answer: FormAnswer | undefined;
};

/** What a lead may do about a member of their team. */
export function MemberForms({ member, isOnlyLead, can, people, answer }: Props) {
  const formKey = useFormKey();
  return (
    <>
      {can.link ? (
        <PersonForm
          answer={answer}
          formKey={formKey}
          people={people}
          personId={member.personId}
          label="Who is it in the register of people?"
          hint="Next steps for their post then come first for them"
        />
      ) : null}
      {can.change && isOnlyLead ? (
        <p className="govuk-body">
          {member.name} is the only lead of your side here. To change that, make somebody else a lead first.
        </p>
      ) : null}
      {can.change && !isOnlyLead ? (
        <RoleForm intent="change" role={member.role} answer={answer} formKey={formKey}>
          Change the role
        </RoleForm>
      ) : null}
      {can.end && !isOnlyLead ? (
        <>
          <h2 className="govuk-heading-m">Leaves the team</h2>
          <p className="govuk-body">They see nothing of it from then on. What they wrote keeps their name.</p>
          <FormButton
            fields={{ intent: "end" }}
            idempotencyKey={formKey}
            variant="warning"
            about={`of ${member.name}`}
          >
            End the role
          </FormButton>
        </>
      ) : null}
      {can.bringBack ? (
        <RoleForm intent="bring-back" role={member.role} answer={answer} formKey={formKey}>
          Bring them back
        </RoleForm>
      ) : null}
    </>
  );
}

type RoleProps = Pick<Props, "answer"> & {
  intent: "change" | "bring-back";
  role: string;
  formKey: string | undefined;
  children: string;
};

function RoleForm({ intent, role, answer, formKey, children }: RoleProps) {
  const [form, fields] = useForm<{ role: string }>({
    id: intent,
    lastResult: answerTo(answer, intent),
    defaultValue: { role },
  });
  return (
    <IntentForm form={form} intent={intent} formKey={formKey}>
      <Radios {...fieldOf(fields.role)} label="What may they do?" options={SIDE_ROLES} small />
      <Button>{children}</Button>
    </IntentForm>
  );
}
