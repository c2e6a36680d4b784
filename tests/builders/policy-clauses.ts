import type { Client } from "pg";

/** A policy's condition with one of its clauses taken out, and which. */
export type Loosened = { without: string; condition: string };

const WORDS = /\bCASE\b|\bEND\b|\(|\)/y;

/** Cuts at a word where no bracket and no CASE is open. */
function cut(text: string, word: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    WORDS.lastIndex = at;
    const [token] = WORDS.exec(text) ?? [];
    if (token === "(" || token === "CASE") depth++;
    if (token === ")" || token === "END") depth--;
    if (token) at += token.length - 1;
    else if (depth === 0 && text.startsWith(` ${word} `, at)) {
      parts.push(text.slice(from, at));
      from = at + word.length + 2;
      at = from - 1;
    }
  }
  return [...parts, text.slice(from)];
}

/** Without the brackets that go all around it. */
function bare(text: string): string {
  const inner = text.trim();
  if (!inner.startsWith("(") || !inner.endsWith(")")) return inner;
  let depth = 0;
  for (const [at, letter] of [...inner].entries()) {
    if (letter === "(") depth++;
    if (letter === ")") depth--;
    if (depth === 0 && at < inner.length - 1) return inner;
  }
  return bare(inner.slice(1, -1));
}

/** Every way to take one clause out: a condition that must hold, held; an alternative, gone; a branch, open. */
export function loosen(condition: string): Loosened[] {
  const text = condition.replace(/\s+/g, " ");
  return [{ without: bare(text), condition: "true" }, ...within(bare(text), (changed) => changed)].filter(
    ({ without }) => without !== "true",
  );
}

type Put = (changed: string) => string;

function within(text: string, put: Put): Loosened[] {
  for (const [word, gone] of [
    ["AND", "true"],
    ["OR", "false"],
  ] as const) {
    const parts = cut(text, word);
    if (parts.length > 1) return parts.flatMap((_, at) => withoutPart(parts, at, { word, gone }, put));
  }
  if (text.startsWith("NOT ")) return within(bare(text.slice(4)), (inner) => put(`NOT (${inner})`));
  const exists = /^EXISTS \( ?(SELECT .*? WHERE )(.*)\)$/.exec(text);
  if (exists?.[1] && exists[2]) {
    const [, head, where] = exists;
    return within(bare(where), (inner) => put(`EXISTS (${head}(${inner}))`));
  }
  return text.startsWith("CASE") ? branches(text, put) : [];
}

function withoutPart(
  parts: readonly string[],
  at: number,
  { word, gone }: { word: string; gone: string },
  put: Put,
): Loosened[] {
  const part = bare(parts[at] ?? "");
  const whole = (changed: string) =>
    put(parts.map((p, i) => (i === at ? `(${changed})` : p)).join(` ${word} `));
  return [{ without: part, condition: whole(gone) }, ...within(part, whole)];
}

/** What follows each THEN, and ELSE. */
function branches(text: string, put: Put): Loosened[] {
  const inner = text.slice("CASE".length, -"END".length);
  const thens = cut(inner, "THEN");
  return thens.slice(1).flatMap((after, index) => {
    const word = [" WHEN ", " ELSE "].find((one) => cut(after, one.trim()).length > 1) ?? "";
    const [branch = "", ...rest] = word ? cut(after, word.trim()) : [after];
    const tail = rest.length > 0 ? word + rest.join(word) : "";
    const whole = (changed: string) =>
      put(
        `CASE${[...thens.slice(0, index + 1), ` (${changed})${tail}`, ...thens.slice(index + 2)].join(" THEN ")} END`,
      );
    const part = bare(branch);
    const own = [{ without: part, condition: whole("true") }, ...within(part, whole)];
    if (word !== " ELSE ") return own;
    const last = bare(rest.join(word));
    const elsewhere = (changed: string) =>
      put(`CASE${[...thens.slice(0, index + 1), ` ${branch} ELSE (${changed})`].join(" THEN ")} END`);
    return [...own, { without: last, condition: elsewhere("true") }, ...within(last, elsewhere)];
  });
}

/** A policy as the catalogue has it. */
export type Policy = {
  table: string;
  name: string;
  cmd: string;
  qual: string | null;
  with_check: string | null;
};

/** One clause of a policy, by the words of a table of clauses, and the policy's condition without it. */
export type Clause = { policy: Policy; part: "qual" | "with_check"; words: string; condition: string };

/** Every clause of every policy of the application's. */
export async function readClauses(client: Client): Promise<Clause[]> {
  const { rows } = await client.query<Policy>(
    `select tablename as table, policyname as name, cmd, qual, with_check from pg_policies
     where schemaname = 'public' and roles @> '{common_ground_app}' order by 1, 2`,
  );
  return rows.flatMap((policy) =>
    (["qual", "with_check"] as const).flatMap((part) =>
      loosen(policy[part] ?? "true").map(({ without, condition }) => ({
        ...{ policy, part, condition },
        words: `${policy.table}.${policy.name} ${part}: ${without}`,
      })),
    ),
  );
}

/** Takes a clause out, until the transaction is rolled back. */
export async function takeOut(client: Client, { policy, part, condition }: Clause): Promise<void> {
  const clause = part === "qual" ? "using" : "with check";
  await client.query(`alter policy "${policy.name}" on "${policy.table}" ${clause} (${condition})`);
}
