import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { WordDocument } from "./word-document";

// Two code points that PostgreSQL keeps and XML cannot hold; the library takes out the control characters itself.
const NOT_XML = /[\uFFFE\uFFFF]/g;

/** A Word document of paragraphs and tables, under headings that a screen reader can step through. */
export async function writeWordDocument({
  title,
  opening,
  sections,
}: WordDocument): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: plain(title),
    creator: "Common Ground",
    styles: { default: { document: { run: { font: "Arial", size: 24, language: { value: "en-GB" } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: plain(title), heading: HeadingLevel.TITLE }),
          ...opening.map(paragraph),
          ...sections.flatMap(({ heading, paragraphs, table }) => [
            new Paragraph({ text: plain(heading), heading: HeadingLevel.HEADING_1 }),
            ...paragraphs.map(paragraph),
            ...(table ? [tableOf(table)] : []),
          ]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function plain(text: string): string {
  return text.replace(NOT_XML, "");
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun(plain(text))], spacing: { after: 120 } });
}

function tableOf({ heads, rows }: NonNullable<WordDocument["sections"][number]["table"]>): Table {
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text: plain(text), bold })] })] });
  const row = (texts: readonly string[], tableHeader: boolean) =>
    new TableRow({ tableHeader, cantSplit: true, children: texts.map((text) => cell(text, tableHeader)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(heads, true), ...rows.map((texts) => row(texts, false))],
  });
}
