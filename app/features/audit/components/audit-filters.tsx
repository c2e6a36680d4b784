import { DateInput } from "~/ui/date-input";
import { FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";

type AuditFiltersProps = {
  filter: Readonly<Partial<Record<"what" | "who" | "kind" | "record", string | undefined>>> & {
    from: string | null;
    to: string | null;
  };
  whats: Readonly<Record<string, string>>;
  actors: readonly { id: string; name: string }[];
  /** Kinds of record in words; left out where there are none. */
  kinds?: readonly { value: string; label: string }[];
  home: string;
};

/** Narrows the log. */
export function AuditFilters({ filter, whats, actors, kinds, home }: AuditFiltersProps) {
  const { what, who, kind, record, from, to } = filter;
  const isNarrowed = [what, who, kind, record, from, to].some(Boolean);
  return (
    <FilterForm title="Filter the log" clearHref={isNarrowed ? home : undefined}>
      <Select
        id="what"
        name="what"
        label="What"
        value={what}
        placeholder="Everything"
        options={Object.entries(whats).map(([value, label]) => ({ value, label }))}
      />
      <Select
        id="who"
        name="who"
        label="Who"
        value={who}
        placeholder="Anybody"
        options={actors.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {kinds ? (
        <Select
          id="kind"
          name="kind"
          label="Kind of record"
          value={kind}
          placeholder="Any kind"
          options={[...kinds]}
        />
      ) : null}
      <DateInput id="from" name="from" label="From" value={from ?? undefined} optional />
      <DateInput id="to" name="to" label="To" value={to ?? undefined} optional />
    </FilterForm>
  );
}
