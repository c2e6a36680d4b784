import {
  AlignmentType,
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
import { HEADING_WORDS } from "./clause";
import type { MouDocumentView } from "./mou-document";

/** An agreement as a Word document: headings that a screen reader can step through, and lines to sign on. */
export async function writeMouDocx({
  title,
  opening,
  clauses,
  signatures,
}: MouDocumentView): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title,
    creator: "Common Ground",
    styles: { default: { document: { run: { font: "Arial", size: 24, language: { value: "en-GB" } } } } },
    sections: [
      {
        children: [
          new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
          ...opening.map(paragraph),
          ...clauses.flatMap(({ heading, text }, index) => [
            new Paragraph({
              text: `${index + 1}. ${HEADING_WORDS[heading]}`,
              heading: HeadingLevel.HEADING_1,
            }),
            ...text.split(/\r?\n/).map(paragraph),
          ]),
          new Paragraph({ text: "Signed", heading: HeadingLevel.HEADING_1 }),
          tableOf(signatures),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraph(text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun(text)],
    spacing: { after: 120 },
    alignment: AlignmentType.LEFT,
  });
}

function tableOf({ heads, rows }: MouDocumentView["signatures"]): Table {
  const row = (texts: readonly string[], tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: texts.map(
        (text) =>
          new TableCell({
            children: [new Paragraph({ children: [new TextRun({ text, bold: tableHeader })] })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(heads, true), ...rows.map((texts) => row(texts, false))],
  });
}
