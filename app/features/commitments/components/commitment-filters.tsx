import { Checkbox } from "~/ui/checkboxes";
import { FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { LIST_STATE_WORDS, LIST_STATES, type ListFilter } from "../commitment-view";

type FiltersProps = {
  filter: ListFilter;
  /** Names of the two sides as this reader meets them. */
  sides: { ours: string; theirs: string };
  /** The area's councils, where there are several to choose from. */
  councils: readonly { slug: string; name: string }[];
  clearHref: string;
};

/** Narrows the register. The choices stand in the address. */
export function CommitmentFilters({ filter, sides, councils, clearHref }: FiltersProps) {
  const isSet =
    filter.state !== "unfinished" || filter.whose !== "all" || filter.council !== null || filter.waiting;
  return (
    <FilterForm clearHref={isSet ? clearHref : undefined}>
      <Select
        id="state"
        name="state"
        label="Where it stands"
        value={filter.state}
        options={LIST_STATES.map((value) => ({ value, label: LIST_STATE_WORDS[value] }))}
      />
      <Select
        id="whose"
        name="whose"
        label="Who promises"
        value={filter.whose}
        options={[
          { value: "all", label: "Both sides" },
          { value: "ours", label: sides.ours },
          { value: "theirs", label: sides.theirs },
          { value: "mine", label: "Me" },
        ]}
      />
      {councils.length > 1 ? (
        <Select
          id="council"
          name="council"
          label="With which council"
          value={filter.council ?? ""}
          options={councils.map(({ slug, name }) => ({ value: slug, label: name }))}
          placeholder="All councils"
        />
      ) : null}
      <Checkbox
        id="waiting"
        name="waiting"
        value="1"
        label="Only what is our turn"
        checked={filter.waiting}
      />
    </FilterForm>
  );
}
