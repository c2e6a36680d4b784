import { FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { ROUND_VIEWS, type RoundView } from "../round-filter.ts";

type RoundFiltersProps = {
  view: RoundView;
  /** The council whose check-ins they are, kept while the list is narrowed; null: the only one. */
  council: string | null;
  home: string;
};

/** Narrows the list of check-ins to those in one state. */
export function RoundFilters({ view, council, home }: RoundFiltersProps) {
  const whole = council === null ? home : `${home}?council=${council}`;
  return (
    <FilterForm clearHref={view === "all" ? undefined : whole}>
      {council === null ? null : <input type="hidden" name="council" value={council} />}
      <Select
        id="view"
        name="view"
        label="Show"
        value={view}
        options={Object.entries(ROUND_VIEWS).map(([value, label]) => ({ value, label }))}
      />
    </FilterForm>
  );
}
