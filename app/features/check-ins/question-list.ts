import type { Component } from "../scoring/facts.ts";

/**
 * The check-in's 15 questions, the same for both sides: "they" are the other one (docs/method.md 8). Ids are for ever;
 * other words under an old id would compare what was not asked, so a changed question is a new id.
 */
export const QUESTIONS = [
  {
    id: "recognition.1",
    component: "recognition",
    text: "They understand what we are trying to achieve here.",
  },
  {
    id: "recognition.2",
    component: "recognition",
    text: "We need what they bring: some things here we could not do without them.",
  },
  {
    id: "recognition.3",
    component: "recognition",
    text: "They listen to us and take what we say seriously.",
  },
  { id: "trust.1", component: "trust", text: "They do what they say they will do." },
  {
    id: "trust.2",
    component: "trust",
    text: "They treat us as a partner, not as a source of money or a problem.",
  },
  {
    id: "trust.3",
    component: "trust",
    text: "We can raise a problem with them without it being held against us.",
  },
  {
    id: "dialogue.1",
    component: "dialogue",
    text: "We hear from them often enough to work well together.",
  },
  {
    id: "dialogue.2",
    component: "dialogue",
    text: "They tell us early and plainly when something cannot be done or will be late.",
  },
  { id: "dialogue.3", component: "dialogue", text: "In our meetings the tone lets everyone speak." },
  {
    id: "flexibility.1",
    component: "flexibility",
    text: "They change how they do things when that would help.",
  },
  {
    id: "flexibility.2",
    component: "flexibility",
    text: "When we disagree, we find a way forward together.",
  },
  {
    id: "flexibility.3",
    component: "flexibility",
    text: "What they ask of us in forms and procedure is in proportion.",
  },
  { id: "ownership.1", component: "ownership", text: "We decide together about our joint work." },
  { id: "ownership.2", component: "ownership", text: "It is clear who answers for what." },
  {
    id: "ownership.3",
    component: "ownership",
    text: "Credit for what we do together is shared fairly.",
  },
] as const satisfies readonly { id: string; component: Component; text: string }[];

export type Question = (typeof QUESTIONS)[number];
export type QuestionId = Question["id"];

/** The three questions about a component, in their order: a step of the check-in. */
export function questionsOf(component: Component): readonly Question[] {
  return QUESTIONS.filter((one) => one.component === component);
}
