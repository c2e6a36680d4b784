import { z } from "zod";
import type { CouncillorRow } from "./councillor";
import { readCsv } from "./csv-file";
import type { CsvFormat } from "./csv-header";
import { type FileProblem, type Located, type Reading, refused, wholeFile } from "./problem";
import { maybe, readCells, text } from "./row-cells.server";

const PAGE_WORDS = "The address of the member's page must hold their id, as in …?UID=3462.";

const pageId = text(500).transform((address, context) => {
  const url = URL.canParse(address) ? new URL(address) : null;
  const ids = url ? [...url.searchParams].filter(([name]) => name.toUpperCase() === "UID") : [];
  const id = ids.length === 1 ? ids[0]?.[1] : undefined;
  if (id && /^\d{1,12}$/.test(id)) return id;
  context.addIssue({ code: "custom", message: PAGE_WORDS });
  return z.NEVER;
});

const rowSchema = z
  .strictObject({
    Name: text(),
    Party: maybe(text()),
    Ward: maybe(text()),
    Telephone: maybe(text(50)),
    Email: maybe(z.email({ error: "This is not an e-mail address." })),
    Page: pageId,
  })
  .transform(
    (cells): CouncillorRow => ({
      externalId: cells.Page,
      name: cells.Name,
      party: cells.Party,
      ward: cells.Ward,
      email: cells.Email,
      telephone: cells.Telephone,
    }),
  );

const FORMAT: CsvFormat = {
  required: ["Name", "Party", "Ward", "Telephone", "Email", "Page"],
  otherColumns: "ignore",
};

const VACANT = /^((councillor|cllr)\.? )?vacan(t|cy)\b/i;

/** The councillors of a council's own published list; a row for a vacant seat is told of and left out. */
export function readPeople(bytes: Uint8Array): Reading<readonly Located<CouncillorRow>[]> {
  const csv = readCsv(bytes, FORMAT);
  if (!csv.ok) return csv;
  const seats = csv.value.filter((row) => VACANT.test(row.value.Name ?? ""));
  const { values, problems } = readCells(
    csv.value.filter((row) => !seats.includes(row)),
    rowSchema,
  );
  if (problems.length > 0) return refused(problems);
  if (values.length === 0) return refused([wholeFile("The file names nobody.")]);
  const vacant = seats.map(({ line, value }): FileProblem => {
    const where = value.Ward ? ` in ${value.Ward}` : "";
    return { line, column: "Name", message: `A vacant seat${where}, left out.` };
  });
  return { ok: true, value: values, notices: [...csv.notices, ...vacant] };
}
