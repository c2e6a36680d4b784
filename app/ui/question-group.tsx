import type { ReactNode } from "react";
import { describedBy, type FieldProps, FormGroup, HintAndErrors, OptionalMark } from "./field.tsx";
import { Fieldset } from "./fieldset.tsx";

export type QuestionProps = Omit<FieldProps, "name" | "value"> & {
  /** Makes the question the page's h1: for pages with one question. */
  isPageHeading?: boolean | undefined;
};

/** A question that several controls answer together, with its hint and problems before them. */
export function QuestionGroup(props: QuestionProps & { children: ReactNode }) {
  const { id, label, hint, errors, optional, labelSize, isPageHeading, children } = props;
  const legend = (
    <>
      {label}
      <OptionalMark optional={optional} />
    </>
  );
  return (
    <FormGroup errors={errors}>
      <Fieldset
        legend={legend}
        legendSize={labelSize}
        isPageHeading={isPageHeading}
        describedBy={describedBy(props)}
      >
        <HintAndErrors id={id} hint={hint} errors={errors} />
        {children}
      </Fieldset>
    </FormGroup>
  );
}
