import { fieldOf } from "~/ui/conform-field";
import { Select } from "~/ui/select";

type Field = { id: string; name: string; errors?: string[] | undefined; defaultValue?: string | undefined };
type Organisation = { slug: string; name: string; side: "council" | "community" };

/** Which organisation somebody is of, by side. */
export function OrganisationField({
  field,
  organisations,
}: {
  field: Field;
  organisations: readonly Organisation[];
}) {
  const of = (side: Organisation["side"]) =>
    organisations.filter((o) => o.side === side).map(({ slug, name }) => ({ value: slug, label: name }));
  return (
    <Select
      {...fieldOf(field)}
      label="Organisation"
      placeholder="Choose an organisation"
      options={[
        { group: "Community", options: of("community") },
        { group: "Council", options: of("council") },
      ]}
    />
  );
}
