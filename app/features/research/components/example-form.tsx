import { Button, ButtonGroup } from "~/ui/button";
import { Details } from "~/ui/details";
import { GetForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { FieldShown, LineShown } from "../calculator-view";

type ExampleFormProps = {
  asOf: string;
  asOfErrors: string[];
  lines: readonly LineShown[];
  kinds: readonly { value: string; label: string }[];
  isFull: boolean;
};

/** The records of the example, to be changed by hand. Everything typed is in the address afterwards. */
export function ExampleForm({ asOf, asOfErrors, lines, kinds, isFull }: ExampleFormProps) {
  return (
    <GetForm label="The example">
      <TextInput
        id="asOf"
        name="asOf"
        label="As of"
        hint="The day the figure is for, like 2026-10-01"
        width={10}
        value={asOf}
        errors={asOfErrors}
      />
      {lines.map((line) => (
        <Line line={line} key={line.number} />
      ))}
      {isFull ? (
        <p className="govuk-body">Twelve records are the most this page holds.</p>
      ) : (
        <Select id="add" name="add" label="Add a record" optional placeholder="None" options={kinds} />
      )}
      <ButtonGroup>
        <Button>Work it out</Button>
      </ButtonGroup>
    </GetForm>
  );
}

function Line({ line: { number, type, summary, isOpen, fields } }: { line: LineShown }) {
  return (
    <Details summary={summary} open={isOpen}>
      <HiddenFields fields={{ [`r${number}.type`]: type }} />
      <div className="cg-filter__fields">
        {fields.map((field) => (
          <Field field={field} key={field.name} />
        ))}
      </div>
      <Button variant="secondary" name="remove" value={number} about={`record ${number}`}>
        Take out
      </Button>
    </Details>
  );
}

function Field({ field: { name, label, hint, value, options, errors } }: { field: FieldShown }) {
  const common = { id: name, name, label, hint, value, errors };
  if (options === null) return <TextInput {...common} width={10} />;
  return <Select {...common} placeholder="Not said" options={options} />;
}
