import { classNames } from "./class-names.ts";
import { controlProps, type FieldProps, hasErrors, LabelledField } from "./field.tsx";

/** A time of day, typed or picked: "19:30". Browsers without a picker show a plain box. */
export function TimeInput(props: FieldProps) {
  const { id, name, errors, value } = props;
  return (
    <LabelledField {...props} hint={props.hint ?? "For example, 19:30"}>
      <input
        className={classNames("govuk-input govuk-input--width-10", hasErrors(errors) && "govuk-input--error")}
        id={id}
        name={name}
        type="time"
        defaultValue={value}
        {...controlProps({ ...props, hint: props.hint ?? "For example, 19:30" })}
      />
    </LabelledField>
  );
}
