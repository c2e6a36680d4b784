import { Fragment, type ReactNode } from "react";
import { type Choice, choiceId } from "./choice-options.ts";
import { classNames } from "./class-names.ts";
import { describedBy, type FieldProps, FormGroup, HintAndErrors } from "./field.tsx";
import { QuestionGroup } from "./question-group.tsx";

type CheckboxesProps = Omit<FieldProps, "value"> & {
  options: readonly Choice[];
  values?: readonly string[] | undefined;
  small?: boolean | undefined;
  isPageHeading?: boolean | undefined;
};

/** Any number of choices from a few. */
export function Checkboxes(props: CheckboxesProps) {
  const { id, name, options, values, small } = props;
  return (
    <QuestionGroup {...props}>
      <div className={classNames("govuk-checkboxes", small && "govuk-checkboxes--small")}>
        {options.map((option, index) => (
          <Fragment key={option.value}>
            {option.divider ? <div className="govuk-checkboxes__divider">{option.divider}</div> : null}
            <CheckboxItem
              option={option}
              id={choiceId(id, index)}
              name={name}
              checked={values?.includes(option.value) ?? false}
            />
          </Fragment>
        ))}
      </div>
    </QuestionGroup>
  );
}

type SingleCheckboxProps = {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  checked?: boolean | undefined;
  /** What is sent when it is ticked. */
  value?: string | undefined;
};

/** One yes-or-nothing box that is its own question. */
export function Checkbox({ id, name, label, hint, errors, checked, value = "on" }: SingleCheckboxProps) {
  return (
    <FormGroup errors={errors}>
      <HintAndErrors id={id} errors={errors} />
      <div className="govuk-checkboxes">
        <CheckboxItem
          option={{ value, label, hint }}
          id={id}
          name={name}
          checked={checked ?? false}
          describedBy={describedBy({ id, errors })}
        />
      </div>
    </FormGroup>
  );
}

type CheckboxItemProps = {
  option: Choice;
  id: string;
  name: string;
  checked: boolean;
  describedBy?: string | undefined;
};

function CheckboxItem({ option, id, name, checked, describedBy: error }: CheckboxItemProps) {
  const hintId = option.hint ? `${id}-item-hint` : undefined;
  return (
    <>
      <div className="govuk-checkboxes__item">
        <input
          className="govuk-checkboxes__input"
          type="checkbox"
          id={id}
          name={name}
          value={option.value}
          defaultChecked={checked}
          disabled={option.disabled}
          aria-describedby={classNames(hintId, error) || undefined}
          aria-invalid={error ? true : undefined}
        />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {option.label}
        </label>
        {hintId ? (
          <div id={hintId} className="govuk-hint govuk-checkboxes__hint">
            {option.hint}
          </div>
        ) : null}
      </div>
      {option.reveals ? <div className="govuk-checkboxes__conditional">{option.reveals}</div> : null}
    </>
  );
}
