import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import type { FieldSize } from "./field.tsx";

type FieldsetProps = {
  legend: ReactNode;
  legendSize?: FieldSize | undefined;
  /** Makes the legend the page's h1: for pages with one question. */
  isPageHeading?: boolean | undefined;
  /** Ids of the hint and problem that belong to the whole group. */
  describedBy?: string | undefined;
  children: ReactNode;
};

/** A group of controls that answer one question. */
export function Fieldset({ legend, legendSize = "s", isPageHeading, describedBy, children }: FieldsetProps) {
  return (
    <fieldset className="govuk-fieldset" aria-describedby={describedBy}>
      <legend className={classNames("govuk-fieldset__legend", `govuk-fieldset__legend--${legendSize}`)}>
        {isPageHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
      </legend>
      {children}
    </fieldset>
  );
}
