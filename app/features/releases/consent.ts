import type { Side } from "../identity/actor.ts";

/** What a side says yes or no to: to figures of kinds of areas, and then to rows in studies. */
export const CONSENT_SCOPES = ["figures", "studies"] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** A yes of one side that is in force. */
export type Consent = { readonly side: Side; readonly scope: ConsentScope };

/** What each is called, and what it means for whoever says yes. */
export const SCOPE_WORDS: Readonly<Record<ConsentScope, { readonly name: string; readonly says: string }>> = {
  figures: {
    name: "Figures of kinds of areas",
    says: "Your figures count in the means of at least 5 areas of at least 3 councils. Nothing is told of your area alone.",
  },
  studies: {
    name: "A row in studies",
    says: "Researchers who sign in to a study see rounded figures of your area, under a name that says nothing and that no other study uses.",
  },
};

/** Whether a side has said yes. */
export function hasSaid(said: readonly Consent[], side: Side, scope: ConsentScope): boolean {
  return said.some((one) => one.side === side && one.scope === scope);
}

/** Whether both sides have said yes: then, and only then, it counts. */
export function bothSay(said: readonly Consent[], scope: ConsentScope): boolean {
  return hasSaid(said, "council", scope) && hasSaid(said, "community", scope);
}

/** What ends when a side takes one back: rows in studies rest on the figures. */
export function endsWith(scope: ConsentScope): readonly ConsentScope[] {
  return scope === "figures" ? CONSENT_SCOPES : [scope];
}

/** Where the two stand, in a sentence. */
export function consentSays(said: readonly Consent[]): string {
  if (!bothSay(said, "figures")) return "It is in no release: both sides have to say yes first.";
  return bothSay(said, "studies")
    ? "Both sides say yes: it counts in releases, and has a row in the studies that are open."
    : "Both sides say yes to figures: it counts in releases. It has no row in any study.";
}
