import { Button } from "~/ui/button";
import { Details } from "~/ui/details";
import { GetForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { TextInput } from "~/ui/text-input";

type HealthDayFormProps = { council: string; on: string | null; known: string | null };

/** Asks for the figures of another day, or as they were known then. The answer's address can be kept and sent on. */
export function HealthDayForm({ council, on, known }: HealthDayFormProps) {
  return (
    <Details summary="See the figures of another day">
      <GetForm label="Another day">
        <HiddenFields fields={{ council }} />
        <TextInput
          id="on"
          name="on"
          label="The day"
          hint="Year, month and day, such as 2026-03-31. Empty: today."
          value={on ?? ""}
          width={10}
        />
        <TextInput
          id="known"
          name="known"
          label="As it was known on"
          hint="Leaves out what was recorded after this day. Empty: everything known now."
          value={known ?? ""}
          width={10}
        />
        <Button variant="secondary">Show</Button>
      </GetForm>
    </Details>
  );
}
