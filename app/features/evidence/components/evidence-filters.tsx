import { FilterChoice, FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { type EvidenceView, VIEW_WORDS } from "../evidence-views";
import type { KindGroup } from "../kind-groups";

type EvidenceFiltersProps = {
  filter: {
    view: EvidenceView;
    kind?: string | undefined;
    component?: string | undefined;
    side?: string | undefined;
    council?: string | undefined;
  };
  groups: readonly KindGroup[];
  councils: readonly { slug: string; name: string }[];
  /** The list without filters. */
  home: string;
};

/** Narrows the list of what helps and hinders. */
export function EvidenceFilters({ filter, groups, councils, home }: EvidenceFiltersProps) {
  const { view, kind, component, side, council } = filter;
  const narrowed = view !== "all" || [kind, component, side, council].some((one) => one !== undefined);
  return (
    <FilterForm clearHref={narrowed ? home : undefined}>
      <Select
        id="view"
        name="view"
        label="Show"
        value={view}
        options={Object.entries(VIEW_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <Select
        id="kind"
        name="kind"
        label="Kind"
        value={kind}
        placeholder="All kinds"
        options={groups.map(({ title, kinds }) => ({
          group: title,
          options: kinds.map(({ id, many }) => ({ value: id, label: many })),
        }))}
      />
      <Select
        id="component"
        name="component"
        label="Part of the relationship"
        value={component}
        placeholder="All parts"
        options={groups.map(({ component: value, title }) => ({ value, label: title }))}
      />
      <Select
        id="side"
        name="side"
        label="Noted by"
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
