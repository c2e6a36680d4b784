import { useState } from "react";
import { plural } from "../platform/plural.ts";
import { classNames } from "./class-names.ts";
import { controlProps, type FieldProps, hasErrors, LabelledField } from "./field.tsx";

type TextareaProps = FieldProps & { rows?: number | undefined; spellCheck?: boolean | undefined };

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  return (
    <LabelledField {...props}>
      <Lines {...props} />
    </LabelledField>
  );
}

/** Several lines of text with a limit; the count of what is left appears while typing. */
export function CharacterCount(props: TextareaProps & { maxLength: number }) {
  const { id, value, maxLength } = props;
  const [left, setLeft] = useState<number | null>(null);
  const atRest = maxLength - (value ?? "").length;
  const shown = left ?? atRest;
  const typedOn = left !== null;
  const words = plural(Math.abs(shown), "character");
  return (
    <LabelledField {...props} className="govuk-character-count">
      <Lines {...props} described={`${id}-count`} onLength={(length) => setLeft(maxLength - length)} />
      <div
        id={`${id}-count`}
        className={classNames(
          "govuk-character-count__message",
          shown < 0 ? "govuk-error-message" : "govuk-hint",
        )}
        aria-live="polite"
      >
        {typedOn || shown < 0
          ? `${words} ${shown < 0 ? "too many" : "left"}`
          : `You can use up to ${plural(maxLength, "character")}`}
      </div>
    </LabelledField>
  );
}

type LinesProps = TextareaProps & { described?: string; onLength?: (length: number) => void };

function Lines({ described, onLength, ...props }: LinesProps) {
  const { id, name, errors, value, rows = 5, spellCheck } = props;
  return (
    <textarea
      className={classNames("govuk-textarea", hasErrors(errors) && "govuk-textarea--error")}
      id={id}
      name={name}
      rows={rows}
      defaultValue={value}
      spellCheck={spellCheck}
      onChange={onLength ? (event) => onLength(event.currentTarget.value.length) : undefined}
      {...controlProps(props, ...(described ? [described] : []))}
    />
  );
}
