import { DateInput } from "~/ui/date-input";
import { FilterChoice, FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { KIND_WORDS } from "../record";

type TimelineFiltersProps = {
  filter: {
    kind?: string | undefined;
    side?: string | undefined;
    council?: string | undefined;
    person?: string | undefined;
    code?: string | undefined;
    from: string | null;
    to: string | null;
  };
  councils: readonly { slug: string; name: string }[];
  people: readonly { id: string; name: string; organisation: string }[];
  /** The codes for research that the area’s records have. */
  codes: readonly { slug: string; label: string }[];
  home: string;
};

/** Narrows the timeline. */
export function TimelineFilters({ filter, councils, people, codes, home }: TimelineFiltersProps) {
  const { kind, side, council, person, code, from, to } = filter;
  const narrowed = [kind, side, council, person, code, from, to].some(Boolean);
  return (
    <FilterForm title="Filter the timeline" clearHref={narrowed ? home : undefined}>
      <Select
        id="kind"
        name="kind"
        label="What"
        value={kind}
        placeholder="Everything"
        options={Object.entries(KIND_WORDS).map(([value, { many }]) => ({ value, label: many }))}
      />
      <Select
        id="side"
        name="side"
        label="Recorded by"
        value={side}
        placeholder="Either side"
        options={[
          { value: "community", label: "The partnership" },
          { value: "council", label: "The council" },
        ]}
      />
      <FilterChoice name="council" label="Council" value={council} any="All councils" choices={councils} />
      {people.length > 0 ? (
        <Select
          id="person"
          name="person"
          label="Person"
          value={person}
          placeholder="Anybody"
          options={people.map(({ id, name, organisation }) => ({
            value: id,
            label: `${name}, ${organisation}`,
          }))}
        />
      ) : null}
      {codes.length > 0 ? (
        <Select
          id="code"
          name="code"
          label="Code for research"
          value={code}
          placeholder="With or without"
          options={codes.map(({ slug, label }) => ({ value: slug, label }))}
        />
      ) : null}
      <DateInput id="from" name="from" label="From" value={from ?? undefined} optional />
      <DateInput id="to" name="to" label="To" value={to ?? undefined} optional />
    </FilterForm>
  );
}
