import { FilterChoice, FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";

type ListFiltersProps = {
  filter: { view: string; council?: string | undefined };
  /** The views in the order they are offered; the first is the list without filters. */
  views: Readonly<Record<string, string>>;
  councils: readonly { slug: string; name: string }[];
  home: string;
};

/** Narrows the list of agreements, or of proposals. */
export function ListFilters({ filter, views, councils, home }: ListFiltersProps) {
  const { view, council } = filter;
  const narrowed = view !== Object.keys(views)[0] || council !== undefined;
  return (
    <FilterForm clearHref={narrowed ? home : undefined}>
      <Select
        id="view"
        name="view"
        label="Show"
        value={view}
        options={Object.entries(views).map(([value, label]) => ({ value, label }))}
      />
      <FilterChoice name="council" label="Council" value={council} any="All councils" choices={councils} />
    </FilterForm>
  );
}
