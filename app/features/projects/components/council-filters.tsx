import { FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { COUNCIL_KINDS, COUNCIL_WHENS, type CouncilKind, type CouncilWhen } from "../council-line";

type CouncilFiltersProps = {
  filter: { area?: string | undefined; what?: CouncilKind | undefined; when: CouncilWhen };
  areas: readonly { slug: string; name: string }[];
  home: string;
};

/** Narrows an officer's page: which area, what, when. */
export function CouncilFilters({ filter: { area, what, when }, areas, home }: CouncilFiltersProps) {
  return (
    <FilterForm clearHref={area || what || when !== "all" ? home : undefined}>
      <Select
        id="area"
        name="area"
        label="Area"
        value={area}
        placeholder="All areas"
        options={areas.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <Select
        id="what"
        name="what"
        label="What"
        value={what}
        placeholder="Everything"
        options={Object.entries(COUNCIL_KINDS).map(([value, label]) => ({ value, label }))}
      />
      <Select
        id="when"
        name="when"
        label="When"
        value={when}
        options={Object.entries(COUNCIL_WHENS).map(([value, label]) => ({ value, label }))}
      />
    </FilterForm>
  );
}
