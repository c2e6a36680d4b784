import { createHash } from "node:crypto";
import { newId } from "../../app/platform/ids.ts";
import type { Ground, Writer } from "./ground.ts";
import type { Random } from "./random.ts";

/** What a person or a program sends, and how the harness finds again what came of it. */
export type Write = {
  kind: Kind;
  /** Words found nowhere else, in all that the write makes. */
  mark: string;
  key: string;
  writer: Writer;
  /** Sends it, whole and always the same. */
  send: (origin: string) => Promise<Answer>;
  /** What was put on the disk, where the write is a file. */
  sha256?: string;
  state: "sent" | "acknowledged" | "unknown";
  /** Where the first answer led. */
  leads?: string | undefined;
};

export type Answer = { status: number; location: string | null; body: string };

export const KINDS = ["meeting", "promise", "outcome", "upload", "import", "program"] as const;
export type Kind = (typeof KINDS)[number];

type Making = { ground: Ground; writer: Writer; random: Random; mark: string; key: string };
type Made = Pick<Write, "send" | "sha256">;

let made = 0;

/** A write of a kind with a mark of its own. */
export function makeWrite(kind: Kind, ground: Ground, writer: Writer, random: Random): Write {
  if (kind === "outcome" && writer.promises.length === 0) return makeWrite("promise", ground, writer, random);
  made += 1;
  const mark = `mark-${String(made).padStart(6, "0")}-${kind}`;
  const key = newId();
  return { kind, mark, key, writer, state: "sent", ...MAKERS[kind]({ ground, writer, random, mark, key }) };
}

const MAKERS: Record<Kind, (making: Making) => Made> = {
  meeting,
  promise,
  outcome,
  upload,
  import: imported,
  program,
};

function meeting({ ground, writer, mark, key }: Making): Made {
  const people = ["Olu Officer", "Cass Chair"];
  const [theirs = "", ours = ""] = writer.side === "community" ? people : people.reverse();
  const form = {
    ...{ title: mark, on: "today", how: "in_person", idempotencyKey: key, minutes: `${mark} minutes` },
    ...{ "theirs[0].person": theirs, "ours[0].person": ours, "decisions[0].text": `${mark} decision` },
    ...{ "promises[0].text": `${mark} one`, "promises[0].by": "ours", "promises[0].due": "2030-01-01" },
    ...{ "promises[1].text": `${mark} two`, "promises[1].by": "theirs", "promises[1].due": "2030-02-01" },
    "promises[2].text": `${mark} three`,
  };
  return posting(writer, `/areas/${ground.place.area.slug}/meetings/new`, form);
}

function promise({ ground, writer, mark, key }: Making): Made {
  const form = { title: mark, bySide: "ours", dueOn: "2030-01-01", idempotencyKey: key };
  return posting(writer, `/areas/${ground.place.area.slug}/commitments/new`, form);
}

/** Says that a promise was done: what the score is made from moves. */
function outcome({ ground, writer, mark, key }: Making): Made {
  const id = writer.promises.pop() ?? "";
  const form = { intent: "report-done", doneOn: "today", note: mark, idempotencyKey: key };
  return posting(writer, `/areas/${ground.place.area.slug}/commitments/${id}`, form);
}

function upload({ ground, writer, random, mark, key }: Making): Made {
  const content = `${mark}\n${"All that was said. ".repeat(random.between(10, 20_000))}`;
  const form = () => {
    const parts = new FormData();
    for (const [name, value] of Object.entries({ intent: "attach", level: "shared", idempotencyKey: key }))
      parts.set(name, value);
    parts.set("file", new File([content], `${mark}.txt`, { type: "text/plain" }));
    return parts;
  };
  const path = `/areas/${ground.place.area.slug}/records/${ground.record}/files`;
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { sha256, send: (origin) => post(origin, path, writer.cookie, form()) };
}

/** An address book of three: a look, and then yes. It is the yes that counts. */
function imported({ ground, writer, random, mark }: Making): Made {
  const letters = () =>
    Array.from({ length: 9 }, () => String.fromCharCode(random.between(97, 122))).join("");
  const rows = [1, 2, 3].map((row) => `${letters()} ${letters()},${mark}.${row}@test.example`);
  const page = `/areas/${ground.place.area.slug}/people/import`;
  let draft: string | null = null;
  const look = async (origin: string) => {
    const form = new FormData();
    form.set("intent", "look");
    form.set("organisation", ground.place.council.slug);
    form.set("role", "officer");
    form.set("file", new File([`Name,Email\n${rows.join("\n")}\n`], `${mark}.csv`, { type: "text/csv" }));
    const answer = await post(origin, page, writer.cookie, form);
    draft = /look=([\w-]{36})/.exec(answer.location ?? "")?.[1] ?? null;
    return answer;
  };
  const send = async (origin: string) => {
    if (draft === null) {
      const looked = await look(origin);
      if (draft === null) return looked;
    }
    return post(origin, `${page}?look=${draft}`, writer.cookie, new URLSearchParams({ intent: "confirm" }));
  };
  return { send };
}

function program({ ground, writer, mark, key }: Making): Made {
  const send = async (origin: string) => {
    const answer = await fetch(`${origin}/api/v1/areas/${ground.place.area.slug}/commitments`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${writer.token}`,
        "Content-Type": "application/json",
        "Idempotency-Key": key,
      },
      body: JSON.stringify({ title: mark, bySide: "ours", dueOn: "2030-01-01" }),
    });
    return { status: answer.status, location: answer.headers.get("Location"), body: await answer.text() };
  };
  return { send };
}

function posting({ cookie }: Writer, path: string, form: Record<string, string>): Made {
  return { send: (origin) => post(origin, path, cookie, new URLSearchParams(form)) };
}

async function post(
  origin: string,
  path: string,
  cookie: string,
  body: URLSearchParams | FormData,
): Promise<Answer> {
  const answer = await fetch(origin + path, {
    ...{ method: "POST", redirect: "manual", body },
    headers: { Origin: origin, Cookie: cookie },
  });
  return { status: answer.status, location: answer.headers.get("Location"), body: await answer.text() };
}

/** Whether what was answered says that it is saved; throws for what a good form is never answered. */
export function isAcknowledged({ status, location, body }: Answer, what: string): boolean {
  if (status === 201) return true;
  if ((status === 302 || status === 303) && !location?.startsWith("/sign-in")) return true;
  // Away; or somebody else changed the same record at that moment, and nothing of this was saved.
  if (status >= 500 || status === 409) return false;
  throw new Error(`${what} was answered ${status} ${location ?? ""}: ${wordsOf(body)}`);
}

function wordsOf(body: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(body)?.[0] ?? body;
  return main
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 600);
}
