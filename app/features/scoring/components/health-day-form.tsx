import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { GetForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";

type Problem = { typed: string; says: string };

type HealthDayFormProps = {
  council: string;
  on: string | null;
  known: string | null;
  problems: { on?: Problem; known?: Problem };
  /** Every published method: asked for only where there are several. */
  methods: readonly string[];
  method: string;
};

/**
 * Asks for the figures of another day, as they were known then, by another method. The answer's address can be kept and
 * sent on: it gives the same figures at any time.
 */
export function HealthDayForm({ council, on, known, problems, methods, method }: HealthDayFormProps) {
  const isAsked = on !== null || known !== null || problems.on !== undefined || problems.known !== undefined;
  return (
    <Details summary="See the figures of another day" open={isAsked}>
      <GetForm label="Another day">
        <HiddenFields fields={{ council }} />
        <TextInput
          id="on"
          name="on"
          label="The day"
          hint="Year, month and day, such as 2026-03-31. Empty: today."
          value={problems.on?.typed ?? on ?? ""}
          errors={problems.on && [problems.on.says]}
          width={10}
        />
        <TextInput
          id="known"
          name="known"
          label="As it was known on"
          hint="Leaves out what was recorded after this day. Empty: everything known now."
          value={problems.known?.typed ?? known ?? ""}
          errors={problems.known && [problems.known.says]}
          width={10}
        />
        {methods.length > 1 ? (
          <Select
            id="method"
            name="method"
            label="Method"
            hint="How the figures are worked out. An older one stays as it was."
            value={method}
            options={methods.map((id) => ({ value: id, label: id }))}
          />
        ) : null}
        <Button variant="secondary">Show</Button>
      </GetForm>
    </Details>
  );
}
