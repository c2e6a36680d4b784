import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data, type RouterContextProvider } from "react-router";
import { z } from "zod";
import { findByGssCodes } from "~/features/organisations/organisations.queries.server";
import type { PlaceThere } from "~/features/organisations/postcode";
import { findCouncilsAt } from "~/features/organisations/postcode-question.server";
import { newId } from "~/platform/ids";
import { listWords } from "~/platform/list-words";
import { formatDay } from "~/ui/format-date";
import { FIND_BUTTON } from "~/ui/postcode-input";
import { INTENT_FIELD, intentOf, read } from "./request.server";
import { clockContext, closeReads } from "./visit.server";

type Context = Readonly<RouterContextProvider>;
const POSTCODE = "postcode";

/** What a postcode leads to, and which of its councils the register has. */
export type CouncilsFound = PlaceThere & {
  inRegister: { id: string; name: string }[];
  /** By the names that the service gives them, with their codes. */
  missing: string[];
};

/** Whether a form asks where its postcode is. Otherwise the postcode is taken out of it: it goes no further. */
export function asksForCouncils(form: FormData): boolean {
  if (form.has(FIND_BUTTON)) return true;
  form.delete(POSTCODE);
  return false;
}

/** The postcode that was typed into a form. */
export function postcodeOf(form: FormData): string {
  const typed = form.get(POSTCODE);
  return typeof typed === "string" ? typed : "";
}

/** What a form that asked for nothing is answered, with the postcode that went no further standing in it again. */
export function withPostcode<A extends { data: { lastResult: SubmissionResult<string[]> } }>(
  answer: A,
  postcode: string,
): A {
  const { initialValue } = answer.data.lastResult;
  if (initialValue) Object.assign(initialValue, { [POSTCODE]: postcode });
  return answer;
}

/** Answers a form that asks where its postcode is: with the same form, filled in by `fill`, or with what is wrong beside it. */
export async function fillByPostcode(
  context: Context,
  form: FormData,
  fill: (found: CouncilsFound) => Record<string, string | null | undefined>,
) {
  // The service is asked while no transaction waits for it.
  await closeReads(context);
  const answer = await findCouncilsAt(postcodeOf(form), context.get(clockContext));
  if ("problem" in answer) return refilled(form, {}, { problem: answer.problem });
  const found = await read(context, async (_, { tx, today }) => {
    const codes = answer.found.councils.map(({ gssCode }) => gssCode);
    const known = await findByGssCodes(tx, codes, today);
    const absent = answer.found.councils.filter(({ gssCode }) => !known.some((k) => k.gssCode === gssCode));
    return { ...answer.found, inRegister: known, missing: absent.map((c) => `${c.name} (${c.gssCode})`) };
  });
  return refilled(form, fill(found), { said: wordsOf(found) });
}

/** A form as it was typed, with some of it filled in. */
export function refilled(
  form: FormData,
  values: Record<string, string | null | undefined>,
  { problem, at = POSTCODE, said }: { problem?: string; at?: string; said?: string },
) {
  const intent = intentOf(form);
  for (const name of [FIND_BUTTON, INTENT_FIELD, "idempotencyKey"]) form.delete(name);
  for (const [name, value] of Object.entries(values)) if (value) form.set(name, value);
  const submission = parseWithZod(form, { schema: z.looseObject({}) });
  const lastResult = submission.reply(problem === undefined ? {} : { fieldErrors: { [at]: [problem] } });
  const filled = said === undefined ? null : { said, id: newId() };
  return data({ lastResult, intent, conflict: null, filled }, { status: problem === undefined ? 200 : 400 });
}

function wordsOf({ councils, missing, askedOn }: CouncilsFound): string {
  const names = listWords(councils.map(({ name }) => name));
  const said = `postcodes.io said on ${formatDay(askedOn)}: ${names}.`;
  if (missing.length === 0) return `${said} Check what is chosen below.`;
  const them = missing.length === 1 ? "is" : "are";
  return `${said} ${listWords(missing)} ${them} not in the register yet: add that under Organisations, with the code.`;
}
