import type { Side } from "../identity/actor.ts";
import type { Field, Values } from "./field.ts";
import type { EvidenceKind } from "./kind.ts";

type Choice = { value: string; label: string };

/** One question of a form, ready to be shown. */
export type Question = {
  name: string;
  type: Field["type"];
  label: string;
  hint: string | null;
  optional: boolean;
  options: readonly Choice[];
  unit: string | null;
  /** The day it happened, which is mostly today or yesterday. */
  quick: boolean;
};

/** What questions are put with: how the sides are called, and whom and what can be chosen. */
export type Offered = {
  sides: Record<Side, string>;
  people: readonly { id: string; name: string; organisation: string }[];
  projects: readonly { id: string; title: string }[];
};

/** A kind's questions in order; one whose choice would be empty is not asked. */
export function questionsOf(kind: EvidenceKind, offered: Offered): Question[] {
  return Object.entries(kind.fields).flatMap(([name, field]) => {
    const options = optionsOf(field, offered);
    if ((field.type === "person" || field.type === "project") && options.length === 0) return [];
    const { type, label, hint, missing } = field;
    return {
      name,
      type,
      label,
      hint,
      optional: missing === null,
      options,
      unit: field.type === "count" ? field.unit : null,
      quick: field.type === "day" && name === kind.on && !field.ahead,
    };
  });
}

const YES_NO: Choice[] = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];

function optionsOf(field: Field, { sides, people, projects }: Offered): Choice[] {
  switch (field.type) {
    case "choice":
    case "choices":
      return Object.entries(field.options).map(([value, label]) => ({ value, label }));
    case "yes-no":
      return YES_NO;
    case "side":
      return [
        { value: "community", label: sides.community },
        { value: "council", label: sides.council },
        ...(field.joint ? [{ value: "joint", label: "Both sides together" }] : []),
      ];
    case "person":
      return people.map(({ id, name, organisation }) => ({ value: id, label: `${name}, ${organisation}` }));
    case "project":
      return projects.map(({ id, title }) => ({ value: id, label: title }));
    default:
      return [];
  }
}

/** Answers as a form shows them again. */
export function typedOf(values: Values): Record<string, string | string[]> {
  const typed = Object.entries(values).flatMap(([name, value]): [string, string | string[]][] => {
    if (value === null || value === undefined) return [];
    if (typeof value === "boolean") return [[name, value ? "yes" : "no"]];
    return [[name, Array.isArray(value) ? value.map(String) : String(value)]];
  });
  return Object.fromEntries(typed);
}

/** How people and projects that an entry names are called; one the reader may not see has no name. */
export type Names = {
  sides: Record<Side, string>;
  people: ReadonlyMap<string, string>;
  projects: ReadonlyMap<string, string>;
};

/** One answer as a page shows it. A day is its text, YYYY-MM-DD. */
export type Shown = {
  name: string;
  label: string;
  type: Field["type"];
  text: string;
  /** Of whom or what it is the page. */
  linkId: string | null;
};

/** The answers that were given, in order, in words. */
export function shownOf(kind: EvidenceKind, values: Values, names: Names): Shown[] {
  return Object.entries(kind.fields).flatMap(([name, field]) => {
    const value = values[name];
    if (value === null || value === undefined) return [];
    const text = textOf(field, value, names);
    const known = (field.type === "person" ? names.people : names.projects).has(String(value));
    const linked = (field.type === "person" || field.type === "project") && known;
    return text === ""
      ? []
      : { name, label: field.label, type: field.type, text, linkId: linked ? String(value) : null };
  });
}

function textOf(field: Field, value: unknown, names: Names): string {
  switch (field.type) {
    case "yes-no":
      return value === true ? "Yes" : "No";
    case "choice":
      return field.options[String(value)] ?? String(value);
    case "choices":
      return Array.isArray(value)
        ? value.map((one) => field.options[String(one)] ?? String(one)).join(", ")
        : "";
    case "side":
      return value === "joint"
        ? "Both sides together"
        : names.sides[value === "council" ? "council" : "community"];
    case "count":
      return `${field.unit ?? ""}${Number(value).toLocaleString("en-GB")}`;
    case "person":
      return names.people.get(String(value)) ?? "Somebody";
    case "project":
      return names.projects.get(String(value)) ?? "A project";
    default:
      return String(value);
  }
}

/** What a new form begins with: the day it happened is mostly today, and what one says is mostly of one's own side. */
export function startOf(kind: EvidenceKind, own: Side): Record<string, string | { quick: string }> {
  const on = kind.fields[kind.on];
  const day = on?.type === "day" && !on.ahead ? { [kind.on]: { quick: "today" } } : {};
  return kind.fields.by?.type === "side" ? { ...day, by: own } : day;
}

/** What the other side, or one's own, will be asked about an entry, in a sentence; null: nothing. */
export function answerTerms(kind: EvidenceKind): string | null {
  if (!kind.answer) return null;
  const { ask, dueDays } = kind.answer;
  const by = dueDays === null ? "later" : `within ${dueDays} days`;
  return `It then waits for an answer ${by}: “${ask}”`;
}
