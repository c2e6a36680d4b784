import type { ReactNode } from "react";
import { WarningText } from "./warning-text.tsx";

export type ConflictField = { label: string; saved: ReactNode; yours: ReactNode; differs: boolean };

type ConflictViewProps = {
  /** Who changed it and when: "Ana Price changed this at 7:42 pm." */
  said: ReactNode;
  fields: readonly ConflictField[];
  savedTitle?: string;
  yoursTitle?: string;
  /** The form with the reader's own text still in it. */
  children: ReactNode;
};

/** Two people changed one thing: what is saved now beside what you typed, and your form, kept as it was. */
export function ConflictView(props: ConflictViewProps) {
  const { said, fields, savedTitle = "Saved now", yoursTitle = "What you typed", children } = props;
  return (
    <section className="cg-conflict" aria-label="Two versions">
      <WarningText>{said} What you typed is kept below.</WarningText>
      <table className="govuk-table cg-table--cards">
        <caption className="govuk-table__caption govuk-table__caption--m">The two versions</caption>
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            <th scope="col" className="govuk-table__header">
              Part
            </th>
            <th scope="col" className="govuk-table__header">
              {savedTitle}
            </th>
            <th scope="col" className="govuk-table__header">
              {yoursTitle}
            </th>
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {fields.map(({ label, saved, yours, differs }) => (
            <tr className={`govuk-table__row${differs ? " cg-conflict__row--differs" : ""}`} key={label}>
              <th scope="row" className="govuk-table__header">
                {label}
                {differs ? <span className="cg-conflict__differs"> (not the same)</span> : null}
              </th>
              <td className="govuk-table__cell cg-conflict__text" data-label={savedTitle}>
                {saved}
              </td>
              <td className="govuk-table__cell cg-conflict__text" data-label={yoursTitle}>
                {yours}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </section>
  );
}
