import type { ExampleProblem } from "./example-fact.ts";
import { type Example, type ExampleField, type ExampleLine, exampleKind } from "./example-record.ts";

/** A field as the calculator’s form shows it. */
export type FieldShown = {
  name: string;
  label: string;
  hint?: string | undefined;
  value: string;
  /** Given where one of some is chosen. */
  options: readonly { value: string; label: string }[] | null;
  errors: string[];
};

/** A record as the calculator’s form shows it, folded up unless there is something to do in it. */
export type LineShown = {
  number: number;
  type: string;
  summary: string;
  isOpen: boolean;
  fields: FieldShown[];
};

function wordsOf({ takes }: ExampleField, value: string): string {
  if (typeof takes === "string") return value;
  return takes.find((one) => one.value === value)?.label ?? value;
}

// What is filled in, so that a record need not be opened to be told from the others.
function summaryOf(line: ExampleLine, number: number): string {
  const kind = exampleKind(line.type);
  const filled = (kind?.fields ?? []).flatMap((field) => {
    const value = line.values[field.key] ?? "";
    return value === "" ? [] : [`${field.label.toLowerCase()}: ${wordsOf(field, value)}`];
  });
  return `Record ${number}: ${kind?.label ?? line.type}${filled.length === 0 ? "" : `, ${filled.join("; ")}`}`;
}

/** The records of an example as the form shows them, each problem beside its field. */
export function linesShown({ lines }: Example, problems: readonly ExampleProblem[]): LineShown[] {
  return lines.map((line, at) => {
    const number = at + 1;
    const own = problems.filter((problem) => problem.line === at);
    const isNew = Object.values(line.values).every((value) => value === "");
    return {
      number,
      type: line.type,
      summary: summaryOf(line, number),
      isOpen: own.length > 0 || isNew,
      fields: (exampleKind(line.type)?.fields ?? []).map(({ key, label, hint, takes }) => ({
        name: `r${number}.${key}`,
        label,
        hint,
        value: line.values[key] ?? "",
        options: typeof takes === "string" ? null : takes,
        errors: own.filter((problem) => problem.key === key).map(({ says }) => says),
      })),
    };
  });
}

/** What to mend, each with the field it is about. */
export function problemsShown(problems: readonly ExampleProblem[], lines: readonly LineShown[]) {
  return problems.map(({ line, key, says }) => {
    const shown = line === null ? undefined : lines[line];
    const field = shown?.fields.find(({ name }) => name === `r${shown.number}.${key}`);
    if (!shown) return { text: `As of: ${says}`, fieldId: key };
    return {
      text: `Record ${shown.number}, ${field?.label.toLowerCase() ?? key}: ${says}`,
      fieldId: field?.name ?? `r${shown.number}`,
    };
  });
}
