import { FilterChoice, FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";

type AimFiltersProps = {
  filter: { owner?: string | undefined; council?: string | undefined };
  councils: readonly { slug: string; name: string }[];
  /** The list without filters. */
  home: string;
};

/** Narrows the list of aims. */
export function AimFilters({ filter: { owner, council }, councils, home }: AimFiltersProps) {
  return (
    <FilterForm clearHref={owner || council ? home : undefined}>
      <Select
        id="owner"
        name="owner"
        label="Whose aims"
        value={owner}
        placeholder="Both sides’"
        options={[
          { value: "community", label: "The partnership’s" },
          { value: "council", label: "The council’s" },
        ]}
      />
      <FilterChoice name="council" label="Council" value={council} any="All councils" choices={councils} />
    </FilterForm>
  );
}
