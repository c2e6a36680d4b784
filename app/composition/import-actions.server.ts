import { data, type RouterContextProvider, redirect } from "react-router";
import type { z } from "zod";
import type { Actor } from "~/features/identity/actor";
import { keepDraft } from "~/features/imports/drafts.commands.server";
import { problemLines } from "~/features/imports/import-view";
import { DRAFT_GONE } from "~/features/imports/keep-import.server";
import type { Reading } from "~/features/imports/problem";
import type { Command, CommandResult } from "~/platform/command.server";
import { flashCookie } from "~/platform/flash.server";
import { idSchema } from "~/platform/ids";
import { importSearch } from "./import-pages.server";
import { forbidden, intentOf, notFound, run } from "./request.server";
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

/** The form with its file, for who may send one: `guard` answers everybody else before a byte of it is read. */
async function readForm(request: Request, guard: () => Promise<unknown>): Promise<FormData | null> {
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
function refuseLarge() {
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
async function look(context: Context, form: FormData, { read, page, errors, ...asked }: Look) {
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
function refused(
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

/** Done: back to the page, with a word. */
async function backTo(page: string, message: string): Promise<never> {
  throw redirect(page, { headers: { "Set-Cookie": await flashCookie(message) } });
}

/** Takes an import back by its command. */
async function takeBack<S extends z.ZodType, T, R>(
  context: Context,
  form: FormData,
  command: Command<Actor, S, T, R>,
  page: string,
) {
  const outcome = await run(context, command, { id: idSchema.safeParse(form.get("id")).data ?? notFound() });
  if (outcome.status !== "done") return refused(outcome, "back", form);
  return backTo(page, "Taken back.");
}

type Doors<S extends z.ZodType, T, R> = {
  request: Request;
  context: Context;
  page: string;
  /** Answers everybody who may not import here, before anything is read. */
  guard: () => Promise<unknown>;
  /** What the page's form asks beside the file. */
  asked: (form: FormData) => Promise<Omit<Look, "page">>;
  /** Imports the file of `?look=`. */
  confirm: (id: string, form: FormData) => Promise<CommandResult<unknown>>;
  revert: Command<Actor, S, T, R>;
  /** Said once it is done. */
  done: string;
};

/** The action of a page of imports: a file to look at, yes to what it would do, or an import to take back. */
export async function actOnImports<S extends z.ZodType, T, R>(doors: Doors<S, T, R>) {
  const { request, context, page, guard, asked, confirm, revert, done } = doors;
  const form = await readForm(request, guard);
  if (form === null) return refuseLarge();
  switch (intentOf(form)) {
    case "look":
      return look(context, form, { ...(await asked(form)), page });
    case "confirm": {
      const { look: id } = importSearch.parse(Object.fromEntries(new URL(request.url).searchParams));
      const outcome = await confirm(id ?? notFound(), form);
      if (outcome.status === "done") return backTo(page, done);
      // The same yes arrived twice at once: the file is in the list that both are led to.
      if (outcome.status === "invalid" && outcome.fields[""]?.includes(DRAFT_GONE))
        return backTo(page, `${DRAFT_GONE} If you imported it, it is in the list below.`);
      return refused(outcome, "confirm", form);
    }
    case "back":
      return takeBack(context, form, revert, page);
    default:
      return notFound();
  }
}
