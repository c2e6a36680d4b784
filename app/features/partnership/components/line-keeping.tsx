import { Details } from "~/ui/details";
import { FormButton } from "~/ui/form-button";
import type { LineKind } from "../line";
import type { Question } from "../question";
import { LineForm, type Sent } from "./line-form";

type LineKeepingProps = Sent & {
  kind: LineKind;
  line: { id: string; revision: number } & Readonly<Record<string, unknown>>;
  /** What the line is called, for those who hear the page. */
  name: string;
  questions: readonly Question[];
  audience: string;
};

/** A line of a list, to be changed in place or taken off. */
export function LineKeeping({ kind, line, name, questions, audience, answer, formKey }: LineKeepingProps) {
  const intent = `change:${line.id}`;
  return (
    <>
      <Details summary={`Change “${name}”`} open={answer?.intent === intent}>
        <LineForm
          key={line.revision}
          intent={intent}
          line={line}
          questions={questions}
          audience={audience}
          button="Save changes"
          answer={answer}
          formKey={formKey}
        />
      </Details>
      <TakeOff kind={kind} id={line.id} name={name} formKey={formKey} />
    </>
  );
}

type TakeOffProps = { kind: LineKind; id: string; name: string; formKey: string | undefined };

/** Takes a line off its list; it can be put back. */
export function TakeOff({ kind, id, name, formKey }: TakeOffProps) {
  return (
    <FormButton
      fields={{ intent: `take-off:${kind}:${id}` }}
      idempotencyKey={formKey}
      variant="secondary"
      about={name}
    >
      Take off the list
    </FormButton>
  );
}
