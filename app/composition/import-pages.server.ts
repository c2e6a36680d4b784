import { data, type RouterContextProvider, redirect } from "react-router";
import { z } from "zod";
import type { Actor, AreaActor } from "~/features/identity/actor";
import { keepDraft } from "~/features/imports/drafts.commands.server";
import { type Draft, findDraft } from "~/features/imports/drafts.queries.server";
import type { ImportWhat } from "~/features/imports/import";
import { type ImportLine, problemLines, toLines } from "~/features/imports/import-view";
import { findImports } from "~/features/imports/imports.queries.server";
import type { Reading } from "~/features/imports/problem";
import { findRevert } from "~/features/imports/revert.queries.server";
import { canWrite } from "~/features/records/record.policy";
import { findUserNames } from "~/features/records/user-names.queries.server";
import type { Command, CommandResult } from "~/platform/command.server";
import type { Tx } from "~/platform/db.server";
import { flashCookie } from "~/platform/flash.server";
import { idSchema } from "~/platform/ids";
import { type Reading as At, forbidden, notFound, readArea, run } from "./request.server";
import { fileOf, UPLOAD_WORDS, uploadFormOf } from "./upload.server";

type Context = Readonly<RouterContextProvider>;

/** What an import's page answers when it did not redirect: what is wrong beside which field, and what was chosen. */
export type ImportAnswer = {
  intent: string;
  errors: Record<string, string[]>;
  /** What has to be mended in the file, by line and column. */
  problems: string[];
  values: Record<string, string>;
};

/** What a page of imports is asked for: a file that was looked at, or an import to take back. */
export const importSearch = z.object({
  look: idSchema.optional().catch(undefined),
  back: idSchema.optional().catch(undefined),
});

/** Runs a loader's reads for somebody who may import into the area; readers there are told why they may not. */
export function readImporter<T>(
  context: Context,
  area: string,
  work: (actor: AreaActor, at: At) => Promise<T>,
) {
  return readArea(context, area, async (actor, at) => {
    const may = canWrite(actor);
    return may === true ? work(actor, at) : forbidden(may);
  });
}

/** The form with its file, for who may send one: `guard` answers everybody else before a byte of it is read. */
export async function readForm(request: Request, guard: () => Promise<unknown>): Promise<FormData | null> {
  await guard();
  return uploadFormOf(request);
}

/** A form refused: 400, with what is wrong and what was chosen. */
export function refuse(
  intent: string,
  errors: Record<string, string[]>,
  form: FormData | null,
  problems: string[] = [],
) {
  const values = Object.fromEntries(
    [...(form ?? [])].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  const answer: ImportAnswer = { intent, errors, problems, values };
  return data(answer, { status: 400 });
}

/** A file too large to be read: nothing else of the form is known. */
export function refuseLarge() {
  return refuse("look", { file: [UPLOAD_WORDS] }, null);
}

type Look = {
  area: string | null;
  what: z.input<typeof keepDraft.input>["what"];
  options: Record<string, string>;
  /** Problems of the other fields. */
  errors: Record<string, string[]>;
  /** Reads the file, to refuse one that cannot be imported before it is kept. */
  read: (bytes: Uint8Array) => Reading<unknown> | Promise<Reading<unknown>>;
  /** The page's own address. */
  page: string;
};

/** Reads the file that was sent and keeps it, to be looked at; or says beside the field what is wrong with it. */
export async function look(context: Context, form: FormData, { read, page, errors, ...asked }: Look) {
  const file = await fileOf(form, "file");
  if (typeof file === "string") return refuse("look", { file: [file], ...errors }, form);
  const reading = await read(file.body);
  if (!reading.ok) {
    const lines = problemLines(reading.problems);
    const [only, ...more] = lines;
    const words =
      more.length === 0 && only
        ? only
        : `The file has ${reading.problems.length} problems. Nothing was imported`;
    return refuse("look", { file: [words], ...errors }, form, more.length === 0 ? [] : lines);
  }
  if (Object.keys(errors).length > 0) return refuse("look", errors, form);
  const kept = await run(context, keepDraft, { ...asked, ...file });
  if (kept.status !== "done") return refused(kept, "look", form);
  throw redirect(`${page}?look=${kept.result.id}`);
}

/** What a command that was not done is answered. */
export function refused(
  outcome: Exclude<CommandResult<unknown>, { status: "done" }>,
  intent: string,
  form: FormData,
) {
  if (outcome.status === "absent") return notFound();
  if (outcome.status === "forbidden") return forbidden(outcome.why);
  const fields =
    outcome.status === "invalid" ? outcome.fields : { "": ["Somebody changed this meanwhile. Look again."] };
  return refuse(intent, fields, form);
}

/** The file of `?look=`, still kept; else back to the page, with a word. */
export async function draftOf(
  tx: Tx,
  id: string,
  kept: { what: ImportWhat; areaId: string | null; now: Date },
  page: string,
): Promise<Draft> {
  const draft = await findDraft(tx, id, kept);
  if (draft) return draft;
  const words =
    "That file is no longer kept here. If you imported it, it is in the list below; else choose it again.";
  throw redirect(page, { headers: { "Set-Cookie": await flashCookie(words) } });
}

/** Done: back to the page, with a word. */
export async function backTo(page: string, message: string): Promise<never> {
  throw redirect(page, { headers: { "Set-Cookie": await flashCookie(message) } });
}

/** The imports of these kinds that the reader may see. */
export async function findLines(
  tx: Tx,
  whats: readonly ImportWhat[],
  areaId: string | null,
): Promise<ImportLine[]> {
  const imports = (await findImports(tx)).filter((one) => whats.includes(one.what) && one.areaId === areaId);
  const names = await findUserNames(
    tx,
    imports.map(({ byUserId }) => byUserId),
  );
  return toLines(imports, names);
}

/** An import to take back, with what stands against it. */
export async function findBack(tx: Tx, id: string, whats: readonly ImportWhat[], areaId: string | null) {
  const found = await findRevert(tx, id);
  if (!found || !whats.includes(found.record.what) || found.record.areaId !== areaId) return notFound();
  return { id, fileName: found.record.fileName, problems: [...found.problems] };
}

/** Takes an import back by its command. */
export async function takeBack<S extends z.ZodType, T, R>(
  context: Context,
  form: FormData,
  command: Command<Actor, S, T, R>,
  page: string,
) {
  const outcome = await run(context, command, { id: idSchema.safeParse(form.get("id")).data ?? notFound() });
  if (outcome.status !== "done") return refused(outcome, "back", form);
  return backTo(page, "Taken back.");
}
