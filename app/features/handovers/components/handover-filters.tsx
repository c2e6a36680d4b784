import { FilterChoice, FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { HANDOVER_VIEWS, type HandoverView } from "../handover-views";

type HandoverFiltersProps = {
  filter: { view: HandoverView; side?: "council" | "community" | undefined; council?: string | undefined };
  councils: readonly { slug: string; name: string }[];
  /** The list without filters. */
  home: string;
};

/** Narrows the list of handovers. */
export function HandoverFilters({ filter: { view, side, council }, councils, home }: HandoverFiltersProps) {
  return (
    <FilterForm clearHref={view !== "open" || side || council ? home : undefined}>
      <Select
        id="view"
        name="view"
        label="Show"
        value={view}
        options={Object.entries(HANDOVER_VIEWS).map(([value, label]) => ({ value, label }))}
      />
      <Select
        id="side"
        name="side"
        label="Whose post"
        value={side}
        placeholder="Either side"
        options={[
          { value: "community", label: "The partnership" },
          { value: "council", label: "The council" },
        ]}
      />
      <FilterChoice name="council" label="Council" value={council} any="All councils" choices={councils} />
    </FilterForm>
  );
}
