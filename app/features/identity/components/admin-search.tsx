import { Button } from "~/ui/button";
import { GetForm } from "~/ui/form";
import { TextInput } from "~/ui/text-input";

/** Finds a line of an admin's list. */
export function AdminSearch({ action, q, label }: { action: string; q: string; label: string }) {
  return (
    <GetForm action={action} role="search" label="Search this list">
      <TextInput id="q" name="q" type="search" label={label} value={q} width={20} />
      <Button variant="secondary">Find</Button>
    </GetForm>
  );
}
