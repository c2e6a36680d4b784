import type { Component } from "../scoring/facts.ts";
import { COMPONENT_WORDS } from "../scoring/words.ts";
import type { DraftAnswers } from "./check-in.ts";
import { QUESTIONS, questionsOf } from "./question-list.ts";

/** A step of the check-in: one component, with its three questions. */
export type Step = { component: Component; name: string; number: number };

/** The five steps, in their order. */
export const STEPS: readonly Step[] = [...new Set(QUESTIONS.map(({ component }) => component))].map(
  (component, index) => ({
    component,
    name: nameOf(component),
    number: index + 1,
  }),
);

/** A component as its step is named. */
export function nameOf(component: Component): string {
  return COMPONENT_WORDS[component].name;
}

/** The last page, on which everything is looked over and sent. */
export const CHECK = "check";

/** Which page of the form an address names; null: none, and the form says itself where to go on. */
export function stepNamed(text: string | null): Step | typeof CHECK | null {
  if (text === CHECK) return CHECK;
  return STEPS.find(({ component }) => component === text) ?? null;
}

/** Where somebody goes on: the first step that is not whole, else the last page. */
export function stepToGoOn(answers: DraftAnswers): Step | typeof CHECK {
  const open = STEPS.find(({ component }) =>
    questionsOf(component).some(({ id }) => answers[id] === undefined),
  );
  return open ?? CHECK;
}

/** The page after a step: the next one; or the last page, where the rest is answered. */
export function stepAfter(step: Step, answers: DraftAnswers): Step | typeof CHECK {
  const goOn = stepToGoOn(answers);
  return goOn === CHECK ? CHECK : (STEPS[step.number] ?? goOn);
}

/** How a page of the form is named in its address. */
export function stepText(step: Step | typeof CHECK): string {
  return step === CHECK ? CHECK : step.component;
}
