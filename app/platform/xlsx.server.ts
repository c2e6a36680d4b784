import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import type { XlsxSheet } from "./xlsx-sheet";

// A text without a type is of type String: the library makes a formula of nothing that does not ask to be one.
const WRITER = `
const { parentPort, workerData } = require("node:worker_threads");
const { default: write } = require(workerData.library);
const sheets = workerData.sheets.map(({ name, headings, rows, widths }) => ({
  sheet: name,
  data: [headings.map((value) => ({ value, fontWeight: "bold" })), ...rows],
  columns: widths.map((width) => ({ width })),
  stickyRowsCount: 1,
}));
write(sheets).toBuffer().then((bytes) => parentPort.postMessage(new Uint8Array(bytes)));
`;

const require = createRequire(import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/**
 * Some sheets as an XLSX file. Written in a thread of its own, since a large one takes seconds in which nobody else would be
 * answered; one after another, since each needs up to 200 MB meanwhile.
 */
export function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const written = last.then(() => inThread(sheets));
  last = written.catch(() => {});
  return written;
}

function inThread(sheets: readonly XlsxSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const library = require.resolve("write-excel-file/node");
  return new Promise((resolve, reject) => {
    const thread = new Worker(WRITER, { eval: true, workerData: { library, sheets } });
    thread.once("message", resolve);
    thread.once("error", reject);
    thread.once("exit", () => reject(new Error("the spreadsheet was not written")));
  });
}
