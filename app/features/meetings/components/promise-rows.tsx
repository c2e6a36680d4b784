import { AddAnother } from "~/ui/add-another";
import { Combobox } from "~/ui/combobox";
import { DateInput } from "~/ui/date-input";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import type { MeetingFormOptions } from "./form-options";
import type { TypedForm } from "./typed-form";

type PromiseRowsProps = { form: TypedForm; options: Pick<MeetingFormOptions, "ours" | "theirs" | "people"> };

const FIRST = ["text", "by", "person", "due.day", "due.month", "due.year"].map(
  (part) => `promises[0].${part}`,
);

/** Whether a form's promises hold anything, or were asked for: then they must be in sight. */
export function hasPromises(form: TypedForm): boolean {
  return form.rows("promises", 1).length > 1 || form.hasProblem(["promises"]) || form.touches(FIRST);
}

/** What was promised at the meeting: what, who, by when. With all three it goes into the register of promises. */
export function PromiseRows({ form, options }: PromiseRowsProps) {
  return (
    <AddAnother
      id={`${form.id}-promises`}
      name="promises"
      itemName="promise"
      items={form.rows("promises", 1)}
      emptyItem={-1}
    >
      {(_, place) => (
        <>
          <TextInput
            {...form.field(`${place.name}.text`)}
            label="What was promised"
            optional={place.index === 0}
          />
          <Select
            {...form.field(`${place.name}.by`)}
            label="Who promised it?"
            placeholder="Not said"
            options={[
              { value: "ours", label: capital(options.ours) },
              { value: "theirs", label: capital(options.theirs) },
            ]}
          />
          <Combobox
            {...form.field(`${place.name}.person`)}
            label="Who of them?"
            optional
            hint={place.index === 0 ? "Start typing and choose." : undefined}
            options={options.people}
          />
          <DateInput {...form.day(`${place.name}.due`)} label="By when?" />
        </>
      )}
    </AddAnother>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
