import { describe, expect, it } from "vitest";
import { actionRules } from "../actions/rules";
import { ROLE_IDS, ROLES } from "../people/person";
import { COMPONENTS } from "../scoring/facts";
import { HEALTH_TERMS, PEOPLE_TERMS, RECORD_TERMS } from "./glossary";
import { chapterOf, contents } from "./guide";
import { ROLE_TERMS, roleTermsOf } from "./role-words";

describe("the guide", () => {
  it("has a chapter for each component, in their order", () => {
    expect(contents.map(({ component }) => component)).toEqual(COMPONENTS);
  });

  it("tells every action once to each side it is for, and to no other", () => {
    const told = COMPONENTS.flatMap((component) => {
      const { actions } = chapterOf(component);
      return (["council", "community"] as const).flatMap((side) =>
        actions[side].map(({ id }) => `${id} ${component} ${side}`),
      );
    });
    const all = actionRules.flatMap((rule) =>
      rule.for.map(({ side }) => `${rule.id} ${rule.component} ${side}`),
    );
    expect(told.toSorted()).toEqual(all.toSorted());
    expect(new Set(told.map((line) => line.split(" ")[0])).size).toBe(37);
  });

  it.each(COMPONENTS)("says of %s what to look out for and what its figure is made from", (component) => {
    const { warnings, indicators, actions } = chapterOf(component);
    expect(warnings.length).toBeGreaterThanOrEqual(5);
    expect(indicators.length).toBeGreaterThanOrEqual(5);
    expect(actions.council.length).toBeGreaterThan(0);
    expect(actions.community.length).toBeGreaterThan(0);
  });

  it("explains a word once, in a sentence", () => {
    const terms = [...ROLE_TERMS, ...PEOPLE_TERMS, ...RECORD_TERMS, ...HEALTH_TERMS];
    expect(new Set(terms.map(({ term }) => term)).size).toBe(terms.length);
    for (const { means } of terms) expect(means).toMatch(/^[A-Z].*\.$/s);
  });

  it("explains every role there is, to the side it is on", () => {
    expect(ROLE_TERMS.map(({ term }) => term)).toEqual(ROLE_IDS.map((id) => ROLES[id].label));
    const told = [...roleTermsOf("council"), ...roleTermsOf("community")].map(({ term }) => term);
    expect(told.toSorted()).toEqual(ROLE_TERMS.map(({ term }) => term).toSorted());
  });
});
