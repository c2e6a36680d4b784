import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsv } from "./csv-file";
import type { CsvFormat } from "./csv-header";
import { MAX_FILE_BYTES, sizeProblem } from "./file-text";

const format: CsvFormat = { required: ["name", "ward"], optional: ["email"], otherColumns: "ignore" };
const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");

function read(text: string | Uint8Array, as: CsvFormat = format) {
  const reading = readCsv(typeof text === "string" ? bytes(text) : text, as);
  if (!reading.ok)
    return reading.problems.map(({ line, column, message }) => [line, column, message] as const);
  return reading.value.map(({ line, value }) => [line, value] as const);
}

function refusal(text: string | Uint8Array, as: CsvFormat = format): string {
  const reading = readCsv(typeof text === "string" ? bytes(text) : text, as);
  if (reading.ok) return "taken";
  return reading.problems.map((problem) => problem.message).join(" · ");
}

describe("a CSV file", () => {
  it("gives its rows by column name, whatever the order, trimmed, with their lines", () => {
    expect(read("ward, name\n East ,Ann\n\n,\nWest,Bob\n")).toEqual([
      [2, { ward: "East", name: "Ann" }],
      [5, { ward: "West", name: "Bob" }],
    ]);
  });

  it.each(["\n", "\r\n", "\r"])(
    "keeps lines right over quotes and line breaks, ending lines with %j",
    (end) => {
      const lines = ["name,ward", '"Ann ""A"" Lee', 'of here","North, East"', "", "Bob,West", ""];
      expect(read(lines.join(end))).toEqual([
        [2, { name: 'Ann "A" Lee\nof here', ward: "North, East" }],
        [5, { name: "Bob", ward: "West" }],
      ]);
    },
  );

  it("takes a byte order mark, mixed line endings and composes accents", () => {
    expect(read("\uFEFFname,ward\r\nZoe\u0308,A\nŷ,B")).toEqual([
      [2, { name: "Zoë", ward: "A" }],
      [3, { name: "ŷ", ward: "B" }],
    ]);
  });

  it("tells which columns it does not read", () => {
    const reading = readCsv(bytes("name,ward,shoe size\nAnn,East,5\n"), format);
    expect(reading).toMatchObject({
      ok: true,
      notices: [{ message: "Columns that are not read: shoe size." }],
    });
    expect(refusal("name,ward,shoe size\nAnn,East,5\n", { ...format, otherColumns: "refuse" })).toMatch(
      /not known/,
    );
  });

  it("tells of a character that was lost before", () => {
    expect(readCsv(bytes("name,ward\nZo\uFFFD,East\n"), format)).toMatchObject({
      ok: true,
      notices: [{ line: 2, message: expect.stringContaining("lost") }],
    });
  });
});

describe("a CSV file that cannot be read", () => {
  it("is refused by its size before it is read", () => {
    expect(sizeProblem(100_000_000)?.message).toMatch(/^The file is 100 MB; the most that is taken is 20 MB/);
    expect(sizeProblem(MAX_FILE_BYTES)).toBeUndefined();
    expect(sizeProblem(MAX_FILE_BYTES + 1)?.message).toMatch(/^The file is 20.1 MB/);
    expect(refusal("name,ward\nAnn,East", { ...format, maxBytes: 5 })).toMatch(/the most that is taken/);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["nothing in it", "", /empty/],
    ["white space alone", " \n\n", /empty/],
    ["a header alone", "name,ward\n", /no rows/],
    ["UTF-16 with a mark", utf16("name,ward\nAnn,East\n", true), /UTF-16.*CSV UTF-8/],
    ["UTF-16 without a mark", utf16("name,ward\nAnn,East\n", false), /UTF-16.*CSV UTF-8/],
    ["big-endian UTF-16", utf16("name,ward\nAnn,East\n", true).swap16(), /UTF-16.*CSV UTF-8/],
    ["Windows-1252", Buffer.from("name,ward\nZoë,East\n", "latin1"), /not UTF-8.*CSV UTF-8/],
    ["a character cut short", Buffer.from("name,ward\nAnn,Eastë").subarray(0, -1), /not UTF-8/],
    ["a workbook", Buffer.from("PK\u0003\u0004rest of it"), /Excel workbook/],
    ["a PDF", "%PDF-1.7", /PDF/],
    ["semicolons", "name;ward;email\nAnn;East;\n", /semicolons/],
    ["tabs", '"name"\t"ward"\nAnn\tEast\n', /tabs/],
    ["a line that names the separator", "sep=,\nname,ward\nAnn,East\n", /Delete that line/],
    ["a column missing", "name,email\nAnn,a@b.example\n", /^The column “ward” is missing\.$/],
    ["a column misspelt", "Name,ward\nAnn,East\n", /^The column “Name” must be written “name”\.$/],
    ["a column twice", "name,ward,name\nAnn,East,Ann\n", /twice/],
    ["a column without a name", "name,,ward\nAnn,,East\n", /Column 2 has no name/],
  ])("with %s", (_what, file, words) => {
    expect(refusal(file)).toMatch(words);
  });

  it("names the line from which the encoding is another", () => {
    expect(read(Buffer.from("name,ward\r\nAnn,East\r\nZoë,West\r\n", "latin1"))).toMatchObject([
      [3, null, {}],
    ]);
    expect(read("name,ward\nAnn,Ea\u0000st\nBob,a longer ward so that it is no UTF-16")).toMatchObject([
      [2, null, {}],
    ]);
  });

  it("names the line and column of every row that does not fit, in one go", () => {
    expect(read('name,ward\nAnn\n"B\nb",West,Hill\nCy,E\u0007ast\n')).toEqual([
      [2, "ward", "This row has 1 cell, the header 2 cells. The cells from this column on are missing."],
      [3, null, expect.stringContaining("3 cells, the header 2 cells. A cell that holds a comma")],
      [5, "ward", expect.stringContaining("control character")],
    ]);
  });

  it.each([
    ['name,ward\nAnn,East\n"Bob,West\nCy,North\n', 3, /opens in this row and is not closed/],
    [`name,ward\n"${"x".repeat(150_000)}",East\n`, 2, /not closed/],
    ['name,ward\n"A\nnn",East\nBo"b,West\n', 4, /inside a cell/],
    ['name,ward\n"Bo"b,West\n', 2, /inside a cell/],
  ])("names the line of quotation marks that do not fit", (text, line, words) => {
    expect(read(text)).toEqual([[line, null, expect.stringMatching(words)]]);
  });

  it("never throws, whatever the bytes", () => {
    const any = fc.oneof(fc.uint8Array(), fc.string({ unit: "binary" }).map(bytes));
    fc.assert(
      fc.property(any, (tail) => {
        const file = Buffer.concat([bytes("name,ward\n"), tail]);
        expect([true, false]).toContain(readCsv(file, format).ok);
      }),
    );
  });

  it("reads back what was written, whatever the cells", () => {
    const cell = fc
      .string({ unit: "grapheme" })
      .map((text) => `a${text.replace(/\p{Cc}/gu, "\n")}z`.normalize());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const file = ["name,ward", ...rows.map((row) => row.map(quoted).join(","))].join("\r\n");
        const reading = readCsv(bytes(file), format);
        expect(reading.ok && reading.value.map(({ value }) => [value.name, value.ward])).toEqual(rows);
      }),
    );
  });
});

const samples = new URL("../../../../shared/data/importers/", import.meta.url);

describe.skipIf(!existsSync(samples))(
  "real files (skipped where the folder of real data is not here)",
  () => {
    const spectrum = new URL("csv_spectrum/csvs/", samples);
    const headers: Readonly<Record<string, string>> = {
      comma_in_quotes: "first,last,address,city,zip",
      json: "key,val",
      escaped_quotes: "a,b",
      quotes_and_newlines: "a,b",
    };

    it("gives the spectrum of CSV files the values they should have", () => {
      // One file is broken: a quotation mark inside a cell without any around it.
      for (const file of readdirSync(spectrum).filter((name) => name !== "location_coordinates.csv")) {
        const name = file.replace(".csv", "");
        const required = (headers[name] ?? "a,b,c").split(",");
        const reading = readCsv(readFileSync(new URL(file, spectrum)), { required, otherColumns: "refuse" });
        const wanted = JSON.parse(readFileSync(new URL(`csv_spectrum/json/${name}.json`, samples), "utf8"));
        expect(reading.ok && reading.value.map((row) => row.value), file).toEqual(
          JSON.parse(trimmed(wanted)),
        );
      }
    });

    it("takes contact exports, with a mark or without", () => {
      const required = ["First Name", "E-mail Address", "Web Page"];
      const contacts = (file: string) =>
        readCsv(readFileSync(new URL(`contact-exports/${file}`, samples)), {
          required,
          otherColumns: "ignore",
        });
      expect(contacts("trafford_outlook_cp1252.csv").ok).toBe(true);
      expect(contacts("trafford_outlook_web_utf8bom.csv").ok).toBe(true);
    });
  },
);

/** Cells are trimmed and their line breaks made one kind, which the expected values do not show. */
function trimmed(rows: unknown): string {
  return JSON.stringify(rows, (_key, value) =>
    typeof value === "string" ? value.replace(/\r\n/g, "\n").trim() : value,
  );
}
