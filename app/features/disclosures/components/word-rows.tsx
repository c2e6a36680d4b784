import { Fieldset } from "~/ui/fieldset";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { REASONS } from "../reason-options";

type WordRowsProps = {
  words: readonly { text?: string | undefined; reason?: string | undefined }[];
  errors: (name: string) => string[] | undefined;
};

const SPARE = 3;

/** Words to leave out wherever they stand in the record, each with why; there is room for a few more. */
export function WordRows({ words, errors }: WordRowsProps) {
  const rows = [...words, ...Array.from({ length: SPARE }, () => ({ text: undefined, reason: undefined }))];
  return (
    <Fieldset legend="Words to leave out" legendSize="m">
      <p className="govuk-hint">
        They go wherever they stand in this record. For more lines, press “Keep this”.
      </p>
      {rows.map(({ text, reason }, at) => {
        const name = `words[${at}]`;
        return (
          <div key={name}>
            <TextInput
              id={`decide-${name}.text`}
              name={`${name}.text`}
              label={`Words ${at + 1}`}
              value={text}
              errors={errors(`${name}.text`)}
              optional
            />
            <Select
              id={`decide-${name}.reason`}
              name={`${name}.reason`}
              label={`Why words ${at + 1} are left out`}
              placeholder="Choose why"
              options={REASONS}
              value={reason}
              errors={errors(`${name}.reason`)}
              optional
            />
          </div>
        );
      })}
    </Fieldset>
  );
}
