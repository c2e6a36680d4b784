import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** What every form field takes. `errors` and `value` may be undefined so that form libraries can feed them. */
export type FieldProps = {
  id: string;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  errors?: readonly string[] | undefined;
  value?: string | undefined;
  /** Adds "(optional)" to the label; every other field is expected to be filled in. */
  optional?: boolean | undefined;
  labelSize?: FieldSize | undefined;
};

export type FieldSize = "s" | "m" | "l" | "xl";

/** True when a field has at least one problem to show. */
export function hasErrors(errors: readonly string[] | undefined): errors is readonly string[] {
  return errors !== undefined && errors.length > 0;
}

type Described = { id: string; hint?: ReactNode; errors?: readonly string[] | undefined };

/** The ids of the hint and the problem of a field, for aria-describedby; undefined when there is neither. */
export function describedBy({ id, hint, errors }: Described, ...others: string[]): string | undefined {
  const ids = [...others];
  if (hint) ids.push(`${id}-hint`);
  if (hasErrors(errors)) ids.push(`${id}-error`);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** The attributes that tie a control to its hint and problem. */
export function controlProps(field: Described, ...others: string[]) {
  return {
    "aria-describedby": describedBy(field, ...others),
    "aria-invalid": hasErrors(field.errors) ? (true as const) : undefined,
  };
}

/** The hint and the problems of a field, in the order they are read out. */
export function HintAndErrors({ id, hint, errors }: Described) {
  return (
    <>
      {hint ? (
        <div id={`${id}-hint`} className="govuk-hint">
          {hint}
        </div>
      ) : null}
      {hasErrors(errors) ? (
        <div id={`${id}-error`}>
          {[...new Set(errors)].map((error) => (
            <p className="govuk-error-message" key={error}>
              <span className="govuk-visually-hidden">Error:</span> {error}
            </p>
          ))}
        </div>
      ) : null}
    </>
  );
}

type FormGroupProps = { errors?: readonly string[] | undefined; className?: string; children: ReactNode };

/** The box round one question, with a bar at the side when there is a problem. */
export function FormGroup({ errors, className, children }: FormGroupProps) {
  return (
    <div
      className={classNames("govuk-form-group", hasErrors(errors) && "govuk-form-group--error", className)}
    >
      {children}
    </div>
  );
}

/** The words "(optional)" after a label. */
export function OptionalMark({ optional }: { optional?: boolean | undefined }) {
  return optional ? <span className="cg-optional"> (optional)</span> : null;
}

type LabelledFieldProps = Omit<FieldProps, "name" | "value"> & { className?: string; children: ReactNode };

/** One control with its label, hint and problems; used by every single-control field. */
export function LabelledField(props: LabelledFieldProps) {
  const { id, label, hint, errors, optional, labelSize = "s", className, children } = props;
  return (
    <FormGroup errors={errors} {...(className ? { className } : {})}>
      <label className={classNames("govuk-label", `govuk-label--${labelSize}`)} htmlFor={id}>
        {label}
        <OptionalMark optional={optional} />
      </label>
      <HintAndErrors id={id} hint={hint} errors={errors} />
      {children}
    </FormGroup>
  );
}
