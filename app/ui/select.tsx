import { classNames } from "./class-names.ts";
import { controlProps, type FieldProps, hasErrors, LabelledField } from "./field.tsx";

export type Option = { value: string; label: string; disabled?: boolean };
export type OptionGroup = { group: string; options: readonly Option[] };

type SelectProps = FieldProps & {
  options: readonly (Option | OptionGroup)[];
  /** The words of the first, empty choice. Left out when a choice is always made. */
  placeholder?: string | undefined;
};

/** One choice from a longer list; radios are better for up to seven. */
export function Select(props: SelectProps) {
  const { id, name, errors, value, options, placeholder } = props;
  return (
    <LabelledField {...props}>
      <select
        className={classNames("govuk-select", hasErrors(errors) && "govuk-select--error")}
        id={id}
        name={name}
        defaultValue={value ?? (placeholder === undefined ? undefined : "")}
        {...controlProps(props)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((entry) =>
          "group" in entry ? (
            <optgroup label={entry.group} key={entry.group}>
              {entry.options.map(optionElement)}
            </optgroup>
          ) : (
            optionElement(entry)
          ),
        )}
      </select>
    </LabelledField>
  );
}

function optionElement({ value, label, disabled }: Option) {
  return (
    <option value={value} disabled={disabled} key={value}>
      {label}
    </option>
  );
}
