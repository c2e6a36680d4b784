import { classNames } from "./class-names.ts";
import { type DateParts, toDateParts } from "./date-parts.ts";
import { type FieldProps, hasErrors } from "./field.tsx";
import { QuestionGroup } from "./question-group.tsx";

type DateInputProps = Omit<FieldProps, "value"> & {
  /** "2026-03-03", or what was typed when it was not a date. */
  value?: string | DateParts | undefined;
  /** Offers "Today" and "Yesterday" before the boxes. */
  quick?: boolean | undefined;
  isPageHeading?: boolean | undefined;
};

const boxes = [
  { part: "day", label: "Day", width: 2 },
  { part: "month", label: "Month", width: 2 },
  { part: "year", label: "Year", width: 4 },
] as const;

/**
 * A calendar day in three boxes, sent as name.day, name.month and name.year; with `quick` also name.quick,
 * one of today, yesterday, other. Read them with `dayField` of platform/form-days.
 */
export function DateInput(props: DateInputProps) {
  const { id, name, errors, quick } = props;
  const parts = toDateParts(props.value);
  const boxIds = (part: string, index: number) => (index === 0 && !quick ? id : `${id}-${part}`);
  return (
    <QuestionGroup {...props}>
      {quick ? <QuickDays id={id} name={name} parts={parts} /> : null}
      <div className={classNames("govuk-date-input", quick && "cg-quick-day__boxes")}>
        {boxes.map(({ part, label: boxLabel, width }, index) => (
          <div className="govuk-date-input__item" key={part}>
            <div className="govuk-form-group">
              <label className="govuk-label govuk-date-input__label" htmlFor={boxIds(part, index)}>
                {boxLabel}
              </label>
              <input
                className={classNames(
                  `govuk-input govuk-date-input__input govuk-input--width-${width}`,
                  hasErrors(errors) && "govuk-input--error",
                )}
                id={boxIds(part, index)}
                name={`${name}.${part}`}
                type="text"
                inputMode="numeric"
                defaultValue={parts[part]}
                aria-invalid={hasErrors(errors) ? true : undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </QuestionGroup>
  );
}

const quickDays = [
  { value: "today", label: "Today" },
  { value: "yesterday", label: "Yesterday" },
  { value: "other", label: "Another day" },
];

/** The boxes below hide while "Today" or "Yesterday" is chosen, by CSS alone; see _forms.scss. */
function QuickDays({ id, name, parts }: { id: string; name: string; parts: DateParts }) {
  const chosen = parts.quick ?? (parts.year ? "other" : undefined);
  return (
    <div className="govuk-radios govuk-radios--inline govuk-radios--small cg-quick-day">
      {quickDays.map(({ value, label }, index) => (
        <div className="govuk-radios__item" key={value}>
          <input
            className="govuk-radios__input"
            type="radio"
            id={index === 0 ? id : `${id}-${value}`}
            name={`${name}.quick`}
            value={value}
            defaultChecked={chosen === value}
          />
          <label className="govuk-label govuk-radios__label" htmlFor={index === 0 ? id : `${id}-${value}`}>
            {label}
          </label>
        </div>
      ))}
    </div>
  );
}
