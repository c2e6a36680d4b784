import { readAreas } from "~/features/imports/areas-file.server";
import { readCouncils } from "~/features/imports/councils-file.server";
import type { Draft } from "~/features/imports/drafts.queries.server";
import { toPreview } from "~/features/imports/import-view";
import { importAreas, importCouncils } from "~/features/imports/imports.commands.server";
import { findKnownCouncils } from "~/features/imports/imports.queries.server";
import { planAreaRows, planCouncilRows } from "~/features/imports/plan-file.server";
import { refused } from "~/features/imports/problem";
import type { Tx } from "~/platform/db.server";
import { notFound, run } from "./request.server";

type Context = Parameters<typeof run>[0];

/** The registers an admin imports. */
export const REGISTERS = [
  { value: "councils", label: "The register of councils" },
  { value: "areas", label: "The programme’s areas" },
] as const;
export type Register = (typeof REGISTERS)[number]["value"];

/** Reads a register, and plans it: a file that cannot be carried out is refused before it is kept. */
export async function planRegister(tx: Tx, what: Register, fileName: string, bytes: Uint8Array) {
  const rows = await readRegister(tx, what, bytes);
  if (!rows.ok) return rows;
  const plan =
    "councils" in rows ? await planCouncilRows(tx, rows.councils) : await planAreaRows(tx, rows.areas);
  if (!plan.ok) return refused(plan.problems);
  return { ok: true as const, value: toPreview(fileName, plan.value, plan.notices), notices: [] };
}

/** A register's rows, or what has to be mended. */
export async function readRegister(tx: Tx, what: Register, bytes: Uint8Array) {
  if (what === "areas") {
    const rows = readAreas(bytes);
    return rows.ok ? { ok: true as const, areas: rows.value } : rows;
  }
  const starts = new Map(
    (await findKnownCouncils(tx)).flatMap(({ code, startsOn }) => (code ? [[code, startsOn]] : [])),
  );
  const rows = readCouncils(bytes, starts);
  return rows.ok ? { ok: true as const, councils: rows.value } : rows;
}

/** Carries a register that was kept out. */
export async function importRegister(
  context: Context,
  rows: Awaited<ReturnType<typeof readRegister>>,
  { id, fileName, sha256 }: Draft,
) {
  const source = { draft: id, fileName, sha256 };
  if (!rows.ok) return notFound();
  return "councils" in rows
    ? run(context, importCouncils, { ...source, rows: rows.councils })
    : run(context, importAreas, { ...source, rows: rows.areas });
}
