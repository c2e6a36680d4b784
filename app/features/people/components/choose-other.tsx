import { Button } from "~/ui/button";
import { GetForm } from "~/ui/form";
import type { Option } from "~/ui/select";
import { Select } from "~/ui/select";

type ChooseOtherProps = {
  what?: "person" | "organisation";
  /** Who may be the same, the likeliest first; and everybody else. */
  near: readonly Option[];
  others: readonly Option[];
};

/** Asks which other record is of the same person or organisation. */
export function ChooseOther({ what = "person", near, others }: ChooseOtherProps) {
  const groups = [
    { group: "Much like this one", options: near },
    { group: "All others", options: others },
  ].filter(({ options }) => options.length > 0);
  return (
    <GetForm label="Which other record">
      <Select
        id="with"
        name="with"
        label={`Which other record is of the same ${what}?`}
        placeholder="Choose one"
        options={groups}
      />
      <Button variant="secondary">Compare them</Button>
    </GetForm>
  );
}
