import { Fragment } from "react";
import { type Choice, choiceId } from "./choice-options.ts";
import { classNames } from "./class-names.ts";
import type { FieldProps } from "./field.tsx";
import { QuestionGroup } from "./question-group.tsx";

type RadiosProps = FieldProps & {
  options: readonly Choice[];
  inline?: boolean | undefined;
  small?: boolean | undefined;
  isPageHeading?: boolean | undefined;
};

/** One choice from a few, each in sight. */
export function Radios(props: RadiosProps) {
  const { id, options, inline, small } = props;
  return (
    <QuestionGroup {...props}>
      <div
        className={classNames(
          "govuk-radios",
          inline && "govuk-radios--inline",
          small && "govuk-radios--small",
        )}
      >
        {options.map((option, index) => (
          <Fragment key={option.value}>
            {option.divider ? <div className="govuk-radios__divider">{option.divider}</div> : null}
            <RadioItem option={option} id={choiceId(id, index)} name={props.name} value={props.value} />
          </Fragment>
        ))}
      </div>
    </QuestionGroup>
  );
}

type RadioItemProps = { option: Choice; id: string; name: string; value: string | undefined };

function RadioItem({ option, id, name, value }: RadioItemProps) {
  return (
    <>
      <div className="govuk-radios__item">
        <input
          className="govuk-radios__input"
          type="radio"
          id={id}
          name={name}
          value={option.value}
          defaultChecked={value !== undefined && value === option.value}
          disabled={option.disabled}
          aria-describedby={option.hint ? `${id}-item-hint` : undefined}
        />
        <label className="govuk-label govuk-radios__label" htmlFor={id}>
          {option.label}
        </label>
        {option.hint ? (
          <div id={`${id}-item-hint`} className="govuk-hint govuk-radios__hint">
            {option.hint}
          </div>
        ) : null}
      </div>
      {option.reveals ? <div className="govuk-radios__conditional">{option.reveals}</div> : null}
    </>
  );
}
