import type { InputHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { controlProps, type FieldProps, hasErrors, LabelledField } from "./field.tsx";

type TextInputProps = FieldProps & {
  type?: "text" | "email" | "password" | "search" | "tel" | "url" | "number" | undefined;
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  autoComplete?: string | undefined;
  spellCheck?: boolean | undefined;
  /** Words before or after the control, such as "£" or "days". */
  prefix?: string | undefined;
  suffix?: string | undefined;
};

/** One line of text. */
export function TextInput(props: TextInputProps) {
  const { id, name, errors, value, type = "text", width, prefix, suffix } = props;
  const input = (
    <input
      className={classNames(
        "govuk-input",
        width && `govuk-input--width-${width}`,
        hasErrors(errors) && "govuk-input--error",
      )}
      id={id}
      name={name}
      type={type}
      defaultValue={value}
      inputMode={props.inputMode}
      autoComplete={props.autoComplete}
      spellCheck={props.spellCheck}
      {...controlProps(props)}
    />
  );
  return (
    <LabelledField {...fieldFrame(props)}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix ? (
            <div className="govuk-input__prefix" aria-hidden="true">
              {prefix}
            </div>
          ) : null}
          {input}
          {suffix ? (
            <div className="govuk-input__suffix" aria-hidden="true">
              {suffix}
            </div>
          ) : null}
        </div>
      ) : (
        input
      )}
    </LabelledField>
  );
}

function fieldFrame({ id, label, hint, errors, optional, labelSize }: FieldProps) {
  return { id, label, hint, errors, optional, labelSize };
}
