import { describe, expect, it } from "vitest";
import {
  ANSWER_OPTIONS,
  answerOf,
  answerWords,
  sentValue,
  unansweredIn,
  wholeAnswers,
} from "./answer-words.ts";
import type { DraftAnswers } from "./check-in.ts";
import { QUESTIONS, type QuestionId } from "./questions.ts";
import { CHECK, STEPS, stepAfter, stepNamed, stepText, stepToGoOn } from "./steps.ts";

const [first, second, third] = STEPS;
const all = QUESTIONS.map(({ id }) => id);
const answered = (...ids: QuestionId[]): DraftAnswers => Object.fromEntries(ids.map((id) => [id, 4]));
const allBut = (...ids: QuestionId[]) => answered(...all.filter((id) => !ids.includes(id)));

describe("an answer", () => {
  it.each(ANSWER_OPTIONS)("$label is sent and read again as the same", ({ value, label }) => {
    const answer = answerOf(value);
    expect(answer).not.toBeUndefined();
    expect(sentValue(answer)).toBe(value);
    expect(answerWords(answer)).toBe(label);
  });

  it("is nothing where nothing was chosen, or what no form of ours sends", () => {
    for (const sent of [null, "", "0", "6", "4.5", "yes"]) expect(answerOf(sent)).toBeUndefined();
    expect(sentValue(undefined)).toBeUndefined();
    expect(answerWords(undefined)).toBe("Not answered yet");
  });

  it("“don’t know” is an answer, and counts as none", () => {
    expect(answerOf("unknown")).toBeNull();
    expect(unansweredIn({ ...allBut("trust.2"), "trust.2": null })).toEqual([]);
  });

  it("is asked of every question before they are sent", () => {
    expect(unansweredIn(allBut("trust.2", "ownership.3"))).toEqual(["trust.2", "ownership.3"]);
    expect(wholeAnswers(allBut("trust.2"))).toBeNull();
    expect(wholeAnswers(answered(...all))).toEqual(answered(...all));
  });
});

describe("the steps", () => {
  it.each([
    ["nothing", {}, first],
    ["one of the first three", answered("recognition.1"), first],
    ["the first three", answered("recognition.1", "recognition.2", "recognition.3"), second],
    ["all but one of the second", allBut("trust.2"), second],
    ["all", answered(...all), CHECK],
  ])("go on where something is open: %s is answered", (_, answers, step) => {
    expect(stepToGoOn(answers)).toEqual(step);
  });

  it("go to the next one, and past those that are whole to the last page", () => {
    if (!first || !second || !third) throw new Error("five steps are wanted");
    expect(stepAfter(first, answered("recognition.1", "recognition.2", "recognition.3"))).toEqual(second);
    expect(stepAfter(second, allBut("flexibility.1"))).toEqual(third);
    expect(stepAfter(second, answered(...all))).toBe(CHECK);
  });

  it("are named in the address, and no other word names one", () => {
    for (const step of [...STEPS, CHECK] as const) expect(stepNamed(stepText(step))).toEqual(step);
    for (const other of [null, "", "6", "everything"]) expect(stepNamed(other)).toBeNull();
  });
});
