import { WrittenText } from "~/ui/written-text";
import { HEADING_WORDS } from "../clause";
import type { MouDocumentView } from "../mou-document";

/** An agreement as a document: to read, to print, to sign. */
export function MouDocument({ view }: { view: MouDocumentView }) {
  const { title, opening, clauses, signatures } = view;
  const cellsOf = (texts: readonly string[]) =>
    signatures.heads.map((head, column) => ({ head, text: texts[column] || "\u00a0" }));
  return (
    <article>
      <h1 className="govuk-heading-l">{title}</h1>
      {opening.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      {clauses.map(({ heading, text }, index) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">
            {index + 1}. {HEADING_WORDS[heading]}
          </h2>
          <WrittenText>{text}</WrittenText>
        </section>
      ))}
      <h2 className="govuk-heading-m">Signed</h2>
      <table className="govuk-table">
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {signatures.heads.map((head) => (
              <th scope="col" className="govuk-table__header" key={head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="govuk-table__body">
          {signatures.rows.map((texts) => (
            <tr className="govuk-table__row" key={texts.join(" ")}>
              {cellsOf(texts).map(({ head, text }) => (
                <td className="govuk-table__cell" key={head}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
