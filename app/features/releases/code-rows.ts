import { z } from "zod";
import { codeCountRow, codeRow } from "./published-rows.ts";

/** A line of the code counts, by the names that the files have. */
export const codeUseRow = z.strictObject({ code: z.string(), ...codeCountRow.omit({ slug: true }).shape });

/** An entry of the code book, by the names that the files have. */
export const codeEntryRow = z.strictObject({ code: z.string(), ...codeRow.omit({ slug: true }).shape });
