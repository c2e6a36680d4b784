import { parseDay } from "../scoring/day.ts";
import { COMPONENTS, type Fact, factSchema } from "../scoring/facts.ts";
import { type Example, type ExampleField, type ExampleLine, exampleKind } from "./example-record.ts";

/** A problem with what was typed: which record (from 0; null: none of them), which field, and what to do. */
export type ExampleProblem = { line: number | null; key: string; says: string };

const WHOLE = /^\d{1,4}$/;
const BLANK_MEETING = { both: ["council", "community"], council: ["council"], community: ["community"] };

function problemOf(field: ExampleField, text: string): string | null {
  const { takes } = field;
  if (text === "") return null;
  if (takes === "day") return parseDay(text) === null ? "Write the day like this: 2026-09-16" : null;
  if (takes === "number") return WHOLE.test(text) ? null : "Write a whole number";
  return takes.some(({ value }) => value === text) ? null : "Choose one from the list";
}

// What was typed, in the form the scoring reads: blank = not known, or has not happened.
function rawFact({ type, values }: ExampleLine, id: string): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(values).filter(([, text]) => text !== ""));
  const number = (text: string | undefined) => (text === undefined ? null : Number(text));
  if (type === "check-in") {
    const answers = COMPONENTS.map((one) => [one, Array(3).fill(number(given[one]))]);
    return { type, id, who: id, side: given.side, date: given.date, items: Object.fromEntries(answers) };
  }
  if (type === "mou") {
    const { "signed.council": council, "signed.community": community, ...rest } = given;
    return { type, id, signed: { council, community }, ...rest };
  }
  if (type !== "meeting") return { type, id, ...given };
  const { attended, notice_days, ...rest } = given;
  const came = BLANK_MEETING[attended as keyof typeof BLANK_MEETING] ?? null;
  return { type, id, ...rest, attended: came, notice_days: number(notice_days) };
}

function readLine(line: ExampleLine, at: number): { fact: Fact | null; problems: ExampleProblem[] } {
  // Added and not filled in yet: it says nothing, and there is nothing to mend.
  if (Object.values(line.values).every((text) => text === "")) return { fact: null, problems: [] };
  const fields = exampleKind(line.type)?.fields ?? [];
  const problems = fields.flatMap((field) => {
    const says = problemOf(field, line.values[field.key] ?? "");
    return says === null ? [] : [{ line: at, key: field.key, says }];
  });
  if (problems.length > 0) return { fact: null, problems };
  const parsed = factSchema.safeParse(rawFact(line, `record ${String(at + 1).padStart(2, "0")}`));
  if (parsed.success) return { fact: parsed.data, problems: [] };
  return {
    fact: null,
    problems: parsed.error.issues.map((issue) => ({ line: at, ...placed(issue.path, fields) })),
  };
}

// Where the schema refuses what the fields let through: a choice left empty, or an answer that is none.
function placed(path: readonly PropertyKey[], fields: readonly ExampleField[]) {
  const names = path.map(String);
  const field = fields.find(({ key }) => names.includes(key));
  const isChoice = typeof field?.takes === "object";
  return {
    key: field?.key ?? names.join("."),
    says: isChoice ? "Choose one from the list" : "Write a number from 1 to 5",
  };
}

/** The facts of an example, in its order, and what is wrong with it; facts only where nothing is. */
export function readExample({ asOf, lines }: Example): { facts: Fact[]; problems: ExampleProblem[] } {
  const day: ExampleProblem[] =
    parseDay(asOf) === null ? [{ line: null, key: "asOf", says: "Write the day like this: 2026-09-16" }] : [];
  const read = lines.map(readLine);
  return {
    facts: read.flatMap(({ fact }) => (fact ? [fact] : [])),
    problems: [...day, ...read.flatMap(({ problems }) => problems)],
  };
}
