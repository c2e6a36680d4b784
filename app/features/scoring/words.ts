import { asShown, type Band } from "./bands.ts";
import type { Component } from "./facts.ts";
import type { ComponentScore, ComponentStatus, Figures } from "./score.ts";

/** Each component's name and what it asks (guide). */
export const COMPONENT_WORDS: Readonly<Record<Component, { name: string; asks: string }>> = {
  recognition: {
    name: "Recognition",
    asks: "Does each side know and respect what the other is trying to do, what it brings and where its limits are?",
  },
  trust: {
    name: "Trust",
    asks: "Are promises small enough to keep, and kept? Does what was agreed outlive the people who agreed it?",
  },
  dialogue: {
    name: "Dialogue",
    asks: "Is there a steady rhythm of contact with the right people, with good news and bad?",
  },
  flexibility: {
    name: "Flexibility",
    asks: "Do both sides move: drop a habit, answer a proposal, recover after a miss?",
  },
  ownership: {
    name: "Shared ownership",
    asks: "Do both lead, share the credit and answer for what was agreed, with residents in charge of key parts?",
  },
};

const BAND_WORDS: Readonly<Record<Band, string>> = {
  strong: "strong",
  steady: "steady",
  strained: "strained",
  "at risk": "at risk",
};

const STATUS_WORDS: Readonly<Record<ComponentStatus, string>> = {
  "not enough evidence": "not enough evidence yet",
  limited: "limited evidence",
  moderate: "moderate evidence",
  good: "good evidence",
};

/** A figure as pages show it: one decimal, half up. */
export function figureText(value: number): string {
  return asShown(value).toFixed(1);
}

/** Whether a component's figure may be shown at all. */
export function hasFigure(component: Pick<ComponentScore, "status">): boolean {
  return component.status !== "not enough evidence";
}

/** What a component's figure says in words: its band, how sure, and whether it lies at a border. */
export function componentSays(component: Pick<ComponentScore, "status" | "band" | "borderline">): string {
  const evidence = STATUS_WORDS[component.status];
  if (component.band === null) return evidence;
  return `${BAND_WORDS[component.band]}${component.borderline ? " (borderline)" : ""}, ${evidence}`;
}

/** What the overall figure says in words, with what is missing; null figures are never shown as low ones. */
export function overallSays(figures: Figures): string {
  const missing = figures.missing.map((one) => COMPONENT_WORDS[one].name.toLowerCase());
  if (figures.status === "not scored") {
    return "There is not enough evidence yet for one figure. That says nothing bad: it says that little is recorded.";
  }
  const band =
    figures.band === null ? "" : `${BAND_WORDS[figures.band]}${figures.borderline ? " (borderline)" : ""}`;
  const stale = figures.stale
    ? `Nothing has been recorded for ${figures.daysSinceLastRecord} days, so no band is shown. `
    : "";
  const first = band === "" ? "" : `The relationship is ${band}. `;
  const last = missing.length === 0 ? "" : `Provisional: too little is known about ${missing.join(" and ")}.`;
  return `${stale}${first}${last}`.trim();
}

/** Points with their sign: "+1.2", "−0.4", "0.0". */
export function pointsText(points: number): string {
  const rounded = Math.round(Math.abs(points) * 10) / 10;
  if (rounded === 0) return "0.0";
  return `${points < 0 ? "−" : "+"}${rounded.toFixed(1)}`;
}
