import type { ReactNode } from "react";
import { AppLink } from "./app-link.tsx";
import { Button, ButtonGroup } from "./button.tsx";
import { GetForm } from "./form.tsx";
import { Select } from "./select.tsx";

type FilterFormProps = {
  title?: string;
  action?: string;
  /** Where the list without filters is; given only when some are set. */
  clearHref?: string | undefined;
  /** What is filtered now, in words. */
  active?: ReactNode;
  submitText?: string;
  children: ReactNode;
};

/** Narrows a list. Folded up unless a filter is set; the choices show in the address, so a view can be shared. */
export function FilterForm(props: FilterFormProps) {
  const { title = "Filter this list", action, clearHref, active, submitText = "Show", children } = props;
  return (
    <details className="cg-filter" open={clearHref !== undefined}>
      <summary className="cg-filter__summary">{title}</summary>
      <GetForm {...(action ? { action } : {})} label={title} className="cg-filter__form">
        {active ? <p className="govuk-body">{active}</p> : null}
        <div className="cg-filter__fields">{children}</div>
        <ButtonGroup>
          <Button variant="secondary">{submitText}</Button>
          {clearHref ? <AppLink href={clearHref}>Clear filters</AppLink> : null}
        </ButtonGroup>
      </GetForm>
    </details>
  );
}

type FilterChoiceProps = {
  /** Its name in the address. */
  name: string;
  label: string;
  value: string | undefined;
  /** What it says while nothing is chosen: "All councils". */
  any: string;
  choices: readonly { slug: string; name: string }[];
};

/** Narrows a list to one of several; nothing where there is nothing to choose. */
export function FilterChoice({ name, label, value, any, choices }: FilterChoiceProps) {
  if (choices.length < 2) return null;
  const options = choices.map((choice) => ({ value: choice.slug, label: choice.name }));
  return <Select id={name} name={name} label={label} value={value} placeholder={any} options={options} />;
}
