import { KINDS } from "~/features/evidence/kinds/index";
import { accessTable, type Principal } from "../contracts/access.table";
import type { Access } from "./fixtures-access";
import { fill } from "./fixtures-asking";
import type { Answered, BuiltServer } from "./fixtures-server";
import { formsOf, type PageForm, type TypedField } from "./page-forms";

/** A form with something to type into, the address of its page, and who saw it there. */
export type SeenForm = PageForm & { address: string; page: string; cookie: string | undefined };

/** Who opens the pages: somebody of each side, an admin, and nobody. Between them they see every form there is. */
const READERS = ["community lead", "council lead", "admin", "nobody"] as const satisfies Principal[];
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Every form of a page with something to type into, each once. */
export async function seeForms(
  server: BuiltServer,
  access: Access,
  cookies: Record<Principal, string | undefined>,
  address: string,
): Promise<SeenForm[]> {
  const answers = accessTable().find((row) => row.method === "GET" && row.address === address)?.answers;
  const readers = READERS.filter((one) => answers?.[one] === "page");
  const asked = readers.flatMap((reader) => pagesOf(address, access).map((page) => ({ reader, page })));
  const seen = await Promise.all(
    asked.map(async ({ reader, page }) => {
      const cookie = cookies[reader];
      const { body } = await server.ask({ path: page, cookie });
      return formsOf(body).map((form) => ({ ...form, address, page, cookie }));
    }),
  );
  const all = new Map<string, SeenForm>();
  for (const form of seen.flat()) {
    const names = form.typed.map(({ name }) => name).join(" ");
    const kind = `${form.page} ${form.intent} ${names}`.replace(ID, ":id");
    if (names !== "" && !all.has(kind)) all.set(kind, form);
  }
  return [...all.values()];
}

/** A page of each kind of evidence, and one of everything else. */
function pagesOf(address: string, access: Access): string[] {
  if (!address.endsWith("/:kind")) return [fill(address, access)];
  return KINDS.map(({ id }) => fill(address, access, { kind: id }));
}

/** Pages whose forms have nothing to type into as the fixtures stand: buttons, choices, files, passwords, codes that serve once. */
export const NOTHING_TYPED: readonly string[] = [
  "/sign-in/second-factor",
  "/sign-in/link/:token",
  "/sign-in/code",
  "/sign-in/set-up",
  "/sign-in/passkey",
  "/sign-out",
  "/account",
  "/account/email/:token",
  "/account/second-factor",
  "/account/calendar",
  "/account/your-data",
  "/check-in/:token",
  "/council",
  "/admin/users/:id",
  "/admin/invitations",
  "/admin/organisations/:id/takeover",
  "/admin/organisations/:id/merge",
  "/admin/imports",
  "/admin/codes",
  "/admin/people-rights",
  "/admin/jobs",
  "/areas/:area/meetings/import",
  "/areas/:area/team",
  "/areas/:area/team/:id",
  "/areas/:area/check-ins/new",
  "/areas/:area/check-ins/:id",
  "/areas/:area/check-ins/:id/answer",
  "/areas/:area/people",
  "/areas/:area/people/import",
  "/areas/:area/people/:id/merge",
  "/areas/:area/people/:id/data",
  "/areas/:area/partnership/reviews",
  "/areas/:area/partnership/log",
  "/areas/:area/disclosures/:id",
  "/areas/:area/records/:id/put-back/:entry",
  "/areas/:area/bin",
  "/areas/:area/records/:id/links",
  "/areas/:area/records/:id/files",
  "/areas/:area/research",
];

type Typed = { name: string; text: string };

const BOX = /\.(day|month|year)$/;
/** More than any text may have. */
const TOO_LONG = 10_500;

/** Something recognisable in every field. The first that is no box of a day is longer than any may be: that is refused. */
function typeInto(fields: readonly TypedField[]): Typed[] {
  const broken = fields.findIndex(({ name }) => !BOX.test(name));
  return fields.map(({ name }, index) => {
    const text = BOX.test(name) ? `k${index}` : `Kept ${index} & <said> "so"`;
    return { name, text: index === broken ? text.padEnd(TOO_LONG, " and on") : text };
  });
}

/**
 * Sends a form with a text in each of its fields, one of them too long, as a browser without a script does. Says what is
 * wrong with the answer, a line each: it was not refused, or a text is not in its field of the same form any more.
 */
export async function sendRefused(server: BuiltServer, form: SeenForm): Promise<string[]> {
  const what = `${form.address} ${form.intent || "(its form)"}`.replace(ID, ":id");
  const typed = typeInto(form.typed);
  const body = new URLSearchParams();
  for (const [name, value] of form.fixed) if (!name.endsWith(".quick")) body.append(name, value);
  for (const { name, text } of typed) {
    body.append(name, text);
    // The boxes count where neither "Today" nor "Yesterday" is chosen.
    if (form.offers.includes(name.replace(BOX, ".quick"))) body.set(name.replace(BOX, ".quick"), "other");
  }
  const answer = await server.ask({
    method: "POST",
    path: form.action || form.page,
    cookie: form.cookie,
    body: body.toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
  if (answer.status < 400 || answer.status >= 500) return [`${what}: answered ${answer.status}`];
  return lost(form, typed, answer).map((name) => `${what}: what was typed as ${name} is gone`);
}

/** The fields whose text does not stand in the same form of what was answered. */
function lost({ intent }: SeenForm, typed: readonly Typed[], { body }: Answered): string[] {
  const same = formsOf(body).filter((form) => form.intent === intent);
  const stands = ({ name, text }: Typed) =>
    same.some((form) => form.typed.some((field) => field.name === name && field.value === text));
  return typed.filter((one) => !stands(one)).map(({ name }) => name);
}
