import { Table } from "~/ui/table";
import type { DocumentView } from "../review-document";

/** A document of the partnership: to read, to print, to hand in. */
export function OwnDocument({ view }: { view: DocumentView }) {
  return (
    <article>
      <h1 className="govuk-heading-l">{view.title}</h1>
      <DocumentParts view={view} />
    </article>
  );
}

/** The same without its title, where a page has one. */
export function DocumentParts({ view: { opening, sections } }: { view: DocumentView }) {
  return (
    <>
      {opening.map((text) => (
        <p className="govuk-body" key={text}>
          {text}
        </p>
      ))}
      {sections.map(({ heading, paragraphs, table }) => (
        <section key={heading}>
          <h2 className="govuk-heading-m">{heading}</h2>
          {paragraphs.map((text) => (
            <p className="govuk-body" key={text}>
              {text}
            </p>
          ))}
          {table ? (
            <Table
              caption={heading}
              hideCaption
              rows={table.rows}
              rowKey={(cells) => cells.join(" ")}
              columns={table.heads.map((header, at) => ({
                header,
                cell: (cells: readonly string[]) => cells[at] || "\u00a0",
              }))}
            />
          ) : null}
        </section>
      ))}
    </>
  );
}
