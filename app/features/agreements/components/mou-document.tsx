import { Table } from "~/ui/table";
import { WrittenText } from "~/ui/written-text";
import { HEADING_WORDS } from "../clause";
import type { MouDocumentView } from "../mou-document";

/** An agreement as a document: to read, to print, to sign. */
export function MouDocument({ view }: { view: MouDocumentView }) {
  const { title, opening, clauses, signatures } = view;
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
      <Table
        caption="Signed"
        hideCaption
        columns={signatures.heads.map((header, at) => ({
          header,
          cell: (texts: readonly string[]) => texts[at] || "\u00a0",
        }))}
        rows={signatures.rows}
        rowKey={(texts) => texts.join(" ")}
      />
    </article>
  );
}
