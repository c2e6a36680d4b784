import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkboxes";
import { FilterForm } from "~/ui/filter-form";
import { GetForm } from "~/ui/form";
import { HiddenFields } from "~/ui/hidden-fields";
import { Select } from "~/ui/select";
import { TextInput } from "~/ui/text-input";
import { POST_LEVELS } from "../person";

type Filter = {
  q: string;
  organisation?: string | undefined;
  level?: string | undefined;
  posts: "now" | "past";
  cold?: "yes" | undefined;
};
type PeopleFiltersProps = {
  filter: Filter;
  organisations: readonly { slug: string; name: string }[];
  /** The list without filters. */
  home: string;
};

/** Finds somebody by name, and narrows the list. */
export function PeopleFilters({ filter, organisations, home }: PeopleFiltersProps) {
  const { q, organisation, level, posts, cold } = filter;
  const narrowed = organisation !== undefined || level !== undefined || posts !== "now" || cold !== undefined;
  return (
    <>
      <GetForm action={home} role="search" label="Find somebody">
        <HiddenFields fields={{ organisation, level, posts, cold }} />
        <TextInput id="q" name="q" type="search" label="Name or e-mail address" value={q} width={20} />
        <Button variant="secondary">Find</Button>
      </GetForm>
      <FilterForm action={home} clearHref={narrowed || q !== "" ? home : undefined}>
        <HiddenFields fields={{ q: q === "" ? undefined : q }} />
        <Select
          id="organisation"
          name="organisation"
          label="Organisation"
          value={organisation}
          placeholder="All organisations"
          options={organisations.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Select
          id="level"
          name="level"
          label="Level"
          value={level}
          placeholder="All levels"
          options={Object.entries(POST_LEVELS).map(([value, label]) => ({ value, label }))}
        />
        <Select
          id="posts"
          name="posts"
          label="Posts"
          value={posts}
          options={[
            { value: "now", label: "Held now" },
            { value: "past", label: "Held in the past" },
          ]}
        />
        <Checkbox
          id="cold"
          name="cold"
          value="yes"
          checked={cold !== undefined}
          label="Going cold"
          hint="Not talked to for longer than our side wants."
        />
      </FilterForm>
    </>
  );
}
