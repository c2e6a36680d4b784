import { COMPONENTS, type Component } from "../scoring/facts.ts";
import { COMPONENT_WORDS } from "../scoring/words.ts";
import type { EvidenceKind } from "./kind.ts";
import { KINDS } from "./kinds/index.ts";

/** The kinds of one component, as lists of them show them. */
export type KindGroup = {
  component: Component;
  title: string;
  kinds: { id: string; one: string; many: string; purpose: string; seenBy: string | null }[];
};

/** Every kind, by component, in the order of their list. */
export function kindGroups(): KindGroup[] {
  return COMPONENTS.map((component) => ({
    component,
    title: COMPONENT_WORDS[component].name,
    kinds: KINDS.filter((kind) => kind.component === component).map(toChoice),
  }));
}

function toChoice({ id, words, level }: EvidenceKind) {
  return { id, ...words, seenBy: level === "shared" ? null : "Your side alone will see it." };
}
