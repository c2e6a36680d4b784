import { useForm } from "@conform-to/react";
import { Button } from "~/ui/button";
import { fieldOf } from "~/ui/conform-field";
import { answerTo, type FormAnswer } from "~/ui/form-answer";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { IntentForm } from "~/ui/intent-form";
import { Table } from "~/ui/table";
import { TextInput } from "~/ui/text-input";

type StudyMembersProps = {
  members: readonly {
    id: string;
    name: string;
    email: string;
    startsOn: string;
    endsOn: string | null;
    isIn: boolean;
  }[];
  isOver: boolean;
  answer: FormAnswer | undefined;
  formKey: string | undefined;
};

/** Who is and was in a study, with a button to take each out, and a form to let somebody in. */
export function StudyMembers({ members, isOver, answer, formKey }: StudyMembersProps) {
  return (
    <>
      <Table
        caption="Who is in it"
        rows={members}
        rowKey={({ id }) => id}
        whenEmpty="Nobody yet."
        columns={[
          { header: "Name", cell: ({ name }) => name },
          { header: "Address", cell: ({ email }) => email },
          { header: "From", cell: ({ startsOn }) => formatDay(startsOn) },
          {
            header: "Until",
            cell: ({ id, name, endsOn, isIn }) =>
              isIn && !isOver ? (
                <FormButton
                  fields={{ intent: `remove ${id}` }}
                  idempotencyKey={formKey}
                  variant="secondary"
                  about={name}
                >
                  Take out
                </FormButton>
              ) : endsOn ? (
                formatDay(endsOn)
              ) : (
                ""
              ),
          },
        ]}
      />
      {isOver ? null : <AddMember answer={answer} formKey={formKey} />}
    </>
  );
}

function AddMember({ answer, formKey }: Pick<StudyMembersProps, "answer" | "formKey">) {
  const [form, fields] = useForm<{ email: string }>({ id: "member", lastResult: answerTo(answer, "add") });
  return (
    <>
      <h2 className="govuk-heading-m">Let somebody in</h2>
      <IntentForm form={form} intent="add" formKey={formKey}>
        <TextInput
          {...fieldOf(fields.email)}
          label="E-mail address of their account"
          hint="Nobody lets themselves in: another programme admin can."
          type="email"
          autoComplete="off"
          spellCheck={false}
        />
        <Button variant="secondary">Let them in</Button>
      </IntentForm>
    </>
  );
}
