import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { toDay } from "../../platform/calendar/day.ts";
import { COMPONENTS, factSchema } from "../scoring/facts.ts";
import { answerTerms, questionsOf, shownOf, startOf, typedOf } from "./evidence-form.ts";
import { inputOf, readValues, valuesFrom } from "./evidence-schema.ts";
import type { EvidenceKind } from "./kind.ts";
import { KINDS } from "./kinds/index.ts";
import { sent, told } from "./telling.ts";

// The contract every kind keeps; a new one is held to it by being in the list.

const TODAY = toDay("2026-10-01");
const SIDES = { community: "The partnership", council: "Barley Borough" };
const NOBODY = { sides: SIDES, people: [], projects: [] };
const NO_NAMES = { sides: SIDES, people: new Map<string, string>(), projects: new Map<string, string>() };
/** What a form says besides, and what no kind may therefore ask. */
const TAKEN = ["area", "council", "kind", "id", "revision", "intent", "idempotencyKey"];

const input = inputOf(KINDS, { area: z.string() });
const example = (kind: EvidenceKind) => ({
  area: "a",
  kind: kind.id,
  ...told(kind, kind.example.fields, TODAY),
});
const valuesOf = (kind: EvidenceKind) => valuesFrom(kind, input.parse(example(kind)), TODAY);

it("has no two kinds of one id or one name", () => {
  for (const name of ["id", "one"] as const) {
    const all = KINDS.map((kind) => (name === "id" ? kind.id : kind.words.one));
    expect(new Set(all).size).toBe(all.length);
  }
});

describe.each(KINDS.map((kind) => [kind.id, kind] as const))("%s", (_, kind) => {
  it("is said in words, under one component", () => {
    expect(COMPONENTS).toContain(kind.component);
    for (const words of [kind.words.one, kind.words.many]) expect(words).toMatch(/^[A-Z][^.]+$/);
    expect(kind.words.purpose).toMatch(/^[A-Z].+\.$/);
  });

  it("asks questions with a way out, and a day it happened on", () => {
    expect(kind.fields[kind.on]).toMatchObject({ type: "day", missing: expect.any(String) });
    for (const [name, field] of Object.entries(kind.fields)) {
      expect(TAKEN).not.toContain(name);
      expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      expect(field.label).not.toBe("");
      if (field.missing !== null) expect(field.missing).toMatch(/^(Say|Enter|Choose) /);
    }
    expect(questionsOf(kind, NOBODY).length).toBeGreaterThan(0);
  });

  it("takes its example, as a program and as a browser send it", () => {
    const values = valuesOf(kind);
    const form = new FormData();
    form.set("area", "a");
    form.set("kind", kind.id);
    for (const [name, value] of sent(kind, kind.example.fields, TODAY)) form.append(name, value);
    const submission = parseWithZod(form, { schema: input });
    expect(
      submission.status === "success" ? valuesFrom(kind, submission.value, TODAY) : submission.error,
    ).toEqual(values);
    expect(kind.check?.(values) ?? {}).toEqual({});
    expect(kind.title(values)).toMatch(/\S/);
  });

  it("reads back what it kept, and nothing else", () => {
    const values = valuesOf(kind);
    expect(readValues(kind, JSON.parse(JSON.stringify(values)))).toEqual(values);
    expect(() => readValues(kind, { ...values, more: 1 })).toThrow();
    expect(input.safeParse({ ...example(kind), level: "side" }).success).toBe(false);
  });

  it("wants each answer it asks for, in its words", () => {
    for (const [name, field] of Object.entries(kind.fields).filter(([, { missing }]) => missing !== null)) {
      const { [name]: _, ...rest } = example(kind) as Record<string, unknown>;
      const messages = input.safeParse(rest).error?.issues.map(({ path, message }) => [path[0], message]);
      expect(messages).toEqual([[name, field.missing]]);
    }
  });

  it("shows each answer of its example, and gives it to the form again", () => {
    const values = valuesOf(kind);
    const given = Object.keys(kind.example.fields);
    expect(shownOf(kind, values, NO_NAMES).map(({ name }) => name)).toEqual(
      Object.keys(kind.fields).filter((name) => given.includes(name)),
    );
    expect(Object.keys(typedOf(values)).sort()).toEqual([...given].sort());
    expect(Object.keys(startOf(kind, "council")).every((name) => name in kind.fields)).toBe(true);
  });

  it("says to the score what the score can read", () => {
    const { answer } = kind.example;
    for (const answered of [null, answer ? { on: TODAY, outcome: answer.outcome } : null]) {
      const said = kind.toFact?.({ values: valuesOf(kind), recordedBy: "community", answer: answered });
      if (said) expect(factSchema.parse({ ...said, id: "one" }).type).toBe(kind.id);
    }
    if (kind.level !== "shared") expect(kind.toFact).toBeUndefined();
  });

  it("is answered in its example where it asks for an answer, by a side that can see it", () => {
    expect(kind.example.answer !== undefined).toBe(kind.answer !== undefined);
    expect(answerTerms(kind) !== null).toBe(kind.answer !== undefined);
    if (!kind.answer || !kind.example.answer) return;
    const chosen = kind.answer.outcomes[kind.example.answer.outcome];
    expect(chosen).toBeDefined();
    if (chosen?.reasons) expect(kind.example.answer.words).toMatch(/\S/);
    for (const side of ["council", "community"] as const)
      if (kind.level !== "shared") expect(kind.answer.by(valuesOf(kind), side)).toBe(side);
  });
});
