import { href } from "react-router";
import { sayAccess, wayOf } from "~/features/audit/audit";
import type { AuditRow } from "~/features/audit/audit.queries.server";
import { findActors, findAudit, findAuditFile, ofArea, ofPlace } from "~/features/audit/audit.queries.server";
import type { AuditFilter } from "~/features/audit/audit-filter";
import type { AuditLine } from "~/features/audit/audit-line";
import { changesOf, fieldLabel } from "~/features/audit/changes";
import type { AreaActor } from "~/features/identity/actor";
import { KIND_WORDS, RECORD_KINDS, type RecordBase, type RecordKind } from "~/features/records/record";
import { canEdit, canLead } from "~/features/records/record.policy";
import { baseSelect, toBase, visibleTo } from "~/features/records/record.queries.server";
import { findContactNames, findUserNames } from "~/features/records/user-names.queries.server";
import { csvText } from "~/platform/csv-text";
import type { Tx } from "~/platform/db.server";
import { quotedValue } from "./changed-words";
import { mayPutBack, mayShow } from "./put-back.server";
import { recordHref } from "./record-href";
import { forbidden, type Reading } from "./request.server";
import { sayEvent } from "./wording.server";

/** Whoever leads a side reads its log: 403 for the rest of the area. */
export function requireLead(actor: AreaActor): void {
  const allowed = canLead(actor);
  if (allowed !== true) forbidden(allowed);
}

/** A page of an area's log, with whom and what it can be narrowed to. */
export async function findAreaAudit(actor: AreaActor, { tx, today }: Reading, filter: AuditFilter) {
  const { rows, ...paging } = await findAudit(tx, ofArea(actor), filter, today);
  const ids = await findActors(tx, ofArea(actor));
  return {
    ...paging,
    lines: await areaLines(tx, actor, rows),
    actors: toChoices(await findUserNames(tx, ids)),
    kinds: RECORD_KINDS.map((value) => ({ value, label: KIND_WORDS[value].many })),
  };
}

/** A page of the whole place's log, for an admin: no content of any area. */
export async function findPlaceAudit({ tx, today }: Reading, filter: AuditFilter) {
  const { rows, ...paging } = await findAudit(tx, ofPlace(), filter, today);
  const ids = await findActors(tx, ofPlace());
  return {
    ...paging,
    lines: await placeLines(tx, rows),
    actors: toChoices(await findUserNames(tx, ids)),
  };
}

function toChoices(names: ReadonlyMap<string, string>) {
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

function fieldsOf(data: unknown): Record<string, unknown> {
  return typeof data === "object" && data !== null ? (data as Record<string, unknown>) : {};
}

const contactOf = ({ data }: AuditRow) => {
  const { byPerson } = fieldsOf(data);
  return typeof byPerson === "string" ? byPerson : null;
};

async function areaLines(tx: Tx, actor: AreaActor, rows: readonly AuditRow[]): Promise<AuditLine[]> {
  const users = await findUserNames(
    tx,
    rows.map(({ actorId }) => actorId),
  );
  const contacts = await findContactNames(tx, rows.map(contactOf));
  const ids = [...new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))];
  const records = await tx.record.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(actor, { withGone: true })] },
    select: baseSelect,
  });
  const known = new Map(records.map((record) => [record.id, toBase(record)]));
  return rows.map((row) => {
    const record = known.get(row.subjectId ?? "");
    const kind = record?.kind;
    const open = kind && !record.binned ? recordHref(kind, actor.areaSlug, row.subjectId ?? "") : null;
    const by = users.get(row.actorId ?? "") ?? contacts.get(contactOf(row) ?? "");
    const place = { area: actor.areaSlug, id: row.subjectId ?? "", entry: row.id };
    return {
      ...lineOf(row),
      by: by ?? (row.actorId === null ? "The tracker" : "Somebody of another organisation"),
      kind: kind ? KIND_WORDS[kind].one : null,
      href: open,
      changes: changesOf(row.data).map(({ field, before, after }) => ({
        label: fieldLabel(field),
        before: quotedValue(before),
        after: quotedValue(after),
      })),
      putBack:
        open && record && isPutBackBy(actor, record, row)
          ? href("/areas/:area/records/:id/put-back/:entry", place)
          : null,
    };
  });
}

/** Whether what an entry changed can be put back by this reader: the record is theirs to change, and as many may see it. */
function isPutBackBy(actor: AreaActor, record: RecordBase, { command, data, level }: AuditRow): boolean {
  return (
    canEdit(actor, record) === true && mayPutBack(command, data) && mayShow(level, record.level) === true
  );
}

/** Commands whose words name accounts, organisations, areas, imports and numbers alone. */
const SAID_TO_ADMINS = /^(identity|organisations|areas|imports|elections|access|break-glass|retention)\./;

async function placeLines(tx: Tx, rows: readonly AuditRow[]): Promise<AuditLine[]> {
  const users = await findUserNames(
    tx,
    rows.map(({ actorId }) => actorId),
  );
  return rows.map((row) => {
    const { kind } = fieldsOf(row.data);
    const said = SAID_TO_ADMINS.test(row.command) ? lineOf(row).said : `did “${row.command}”`;
    return {
      ...lineOf(row),
      said,
      by: users.get(row.actorId ?? "") ?? unnamed(row),
      kind: typeof kind === "string" && kind in KIND_WORDS ? KIND_WORDS[kind as RecordKind].one : null,
      href: null,
      changes: [],
      putBack: null,
    };
  });
}

function unnamed(row: AuditRow): string {
  if (row.actorId !== null) return "An account";
  return wayOf(row) === "job" ? "The tracker" : "Nobody with an account";
}

function lineOf(row: AuditRow) {
  const { id, at, command, data, level, subjectId, clientAddress: from, browser } = row;
  const said = sayAccess(command, data) ?? sayEvent(command, data);
  return { id, at, said, level, subjectId, from, browser, way: wayOf(row) };
}

const HEADS = ["When", "Who", "What was done", "Way", "Network", "Browser", "Level", "Kind", "Record"];

/** The log of an area as a spreadsheet. */
export async function areaAuditCsv(actor: AreaActor, { tx, today }: Reading, filter: AuditFilter) {
  const rows = await findAuditFile(tx, ofArea(actor), filter, today);
  const lines = await areaLines(tx, actor, rows);
  const changed = (changes: AuditLine["changes"]) =>
    changes.map(({ label, before, after }) => `${label}: from ${before} to ${after}`).join("; ");
  return toCsv([
    [...HEADS, "Before and after"],
    ...lines.map((line) => [...cells(line), changed(line.changes)]),
  ]);
}

/** The whole place's as a spreadsheet, without content. */
export async function placeAuditCsv({ tx, today }: Reading, filter: AuditFilter) {
  const rows = await findAuditFile(tx, ofPlace(), filter, today);
  return toCsv([HEADS, ...(await placeLines(tx, rows)).map(cells)]);
}

function cells({ at, by, said, way, from, browser, level, kind, subjectId }: AuditLine): string[] {
  return [at.toISOString(), by, said, way, from ?? "", browser ?? "", level, kind ?? "", subjectId ?? ""];
}

function toCsv(rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(csvText(rows));
}
