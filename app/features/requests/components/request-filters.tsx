import { FilterChoice, FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { type RequestView, VIEW_WORDS } from "../request-views";

type RequestFiltersProps = {
  filter: {
    view: RequestView;
    council?: string | undefined;
    from?: "council" | "community" | undefined;
    sort: "wanted" | "newest";
  };
  councils: readonly { slug: string; name: string }[];
  /** The list without filters. */
  home: string;
};

/** Narrows the list of requests. */
export function RequestFilters({ filter, councils, home }: RequestFiltersProps) {
  const { view, council, from, sort } = filter;
  const narrowed = view !== "open" || council !== undefined || from !== undefined || sort !== "wanted";
  return (
    <FilterForm clearHref={narrowed ? home : undefined}>
      <Select
        id="view"
        name="view"
        label="Show"
        value={view}
        options={Object.entries(VIEW_WORDS).map(([value, label]) => ({ value, label }))}
      />
      <FilterChoice name="council" label="Council" value={council} any="All councils" choices={councils} />
      <Select
        id="from"
        name="from"
        label="Asked by"
        value={from}
        placeholder="Either side"
        options={[
          { value: "community", label: "The partnership" },
          { value: "council", label: "The council" },
        ]}
      />
      <Select
        id="sort"
        name="sort"
        label="Order"
        value={sort}
        options={[
          { value: "wanted", label: "First wanted first" },
          { value: "newest", label: "Newest first" },
        ]}
      />
    </FilterForm>
  );
}
