import { FilterChoice, FilterForm } from "~/ui/filter-form";
import { Select } from "~/ui/select";
import { BEARERS, type Bearer } from "../project";
import { bearerNameFirst } from "../project-words";

type PlanFiltersProps = {
  views: Readonly<Record<string, string>>;
  view: string;
  /** The name of the field for a lead or an owner, what it asks, and what was chosen. */
  bearer: { name: "lead" | "owner"; label: string; value: Bearer | undefined };
  sides: Record<"council" | "community", string>;
  councils: readonly { slug: string; name: string }[];
  council: string | undefined;
  projects?: readonly { id: string; title: string }[];
  project?: string | undefined;
  /** The list without filters, where some are set. */
  clearHref: string | undefined;
};

/** Narrows the list of projects or of milestones. */
export function PlanFilters(props: PlanFiltersProps) {
  const { views, view, bearer, sides, councils, council, projects = [], project, clearHref } = props;
  return (
    <FilterForm clearHref={clearHref}>
      <Select
        id="view"
        name="view"
        label="Show"
        value={view}
        options={Object.entries(views).map(([value, label]) => ({ value, label }))}
      />
      <Select
        id={bearer.name}
        name={bearer.name}
        label={bearer.label}
        value={bearer.value}
        placeholder="Anybody"
        options={BEARERS.map((value) => ({ value, label: bearerNameFirst(value, sides) }))}
      />
      {projects.length > 0 ? (
        <Select
          id="project"
          name="project"
          label="Project"
          value={project}
          placeholder="All"
          options={projects.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : null}
      <FilterChoice name="council" label="Council" value={council} any="All councils" choices={councils} />
    </FilterForm>
  );
}
