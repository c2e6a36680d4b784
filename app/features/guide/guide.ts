import type { ActionRule } from "../actions/action";
import { actionRules } from "../actions/rules";
import type { Side } from "../identity/actor";
import { type RoleId, roleLabel } from "../people/person";
import { COMPONENTS, type Component } from "../scoring/facts";
import { rules } from "../scoring/rules";
import { COMPONENT_WORDS } from "../scoring/words";

/** What the guide says of a component beside what the rules and the actions say themselves. */
type Chapter = {
  /** What to hold to from the first day. */
  principle: string;
  /** What tends to come before trouble, seen on either side. */
  warnings: readonly string[];
};

const CHAPTERS: Readonly<Record<Component, Chapter>> = {
  recognition: {
    principle: "Everybody is asked in from the first day, and met with respect.",
    warnings: [
      "Somebody arrives with a plan of their own for how the money is spent.",
      "A partner is left out of an early meeting, and does not come to the next.",
      "Residents are told, or feel, that they are not expert enough.",
      "What the council could do is treated as a nice extra.",
      "“The council” is spoken of as if it were one person.",
      "One strong voice leaves the others little room.",
    ],
  },
  trust: {
    principle:
      "Write the new relationship down: who does what, what matters to both, and where there is room to move.",
    warnings: [
      "The fund is looked at as somewhere to draw money from.",
      "One side takes the credit for the other’s work.",
      "A promise is made that nobody could keep.",
      "A question is passed from officer to officer.",
      "Everything has to be asked in writing.",
      "Somebody leaves and nothing is handed over, on either side.",
      "Work stops and starts again.",
    ],
  },
  dialogue: {
    principle: "Agree how you will talk to each other, and begin early.",
    warnings: [
      "The two sides talk only when something has gone wrong.",
      "A decision is made and those it touches are not told.",
      "No early meeting explains how the council works.",
      "Two services do the same thing side by side.",
      "One link officer follows another.",
      "An election changes who is there.",
      "People dread the formal meetings.",
    ],
  },
  flexibility: {
    principle: "Look at it from the other side’s chair, and be ready to meet half way.",
    warnings: [
      "Every small event needs the same long form.",
      "The procedure comes before what it is for.",
      "A vote is called where people wanted to agree.",
      "What was not done years ago is brought up again, by either side.",
      "The answer is there before the question.",
    ],
  },
  ownership: {
    principle: "Agree small things to do together, do them, then try larger ones.",
    warnings: [
      "Somebody follows an agenda of their own.",
      "Nobody wants to lead.",
      "One side takes over when the other falters.",
      "There is a quarrel about credit and publicity.",
      "Nobody answers for what did not happen.",
      "An event is held and nobody comes.",
    ],
  },
};

/** An action as the guide tells it. */
export type GuideAction = {
  id: string;
  title: string;
  wording: string;
  closes: string;
  /** Who on that side is likely to act; empty: the whole side. */
  roles: string[];
};

/** A chapter as its page shows it. */
export type GuideChapter = {
  component: Component;
  name: string;
  asks: string;
  principle: string;
  warnings: readonly string[];
  actions: Record<Side, GuideAction[]>;
  /** What the figure is made from. */
  indicators: { id: string; name: string; shows: string }[];
};

const wordsOf = (roles: readonly RoleId[]) => roles.map((role) => roleLabel(role).toLowerCase());

function actionsFor(side: Side, component: Component): GuideAction[] {
  const told = ({ id, title, wording, closes }: ActionRule, roles: readonly RoleId[]) => ({
    ...{ id, title, wording, closes },
    roles: wordsOf(roles),
  });
  return actionRules
    .filter((rule) => rule.component === component)
    .flatMap((rule) => rule.for.filter((one) => one.side === side).map(({ roles }) => told(rule, roles)));
}

/** A component's chapter: what it asks, what to look out for, what each side can do, what its figure is made from. */
export function chapterOf(component: Component): GuideChapter {
  return {
    component,
    ...COMPONENT_WORDS[component],
    ...CHAPTERS[component],
    actions: { council: actionsFor("council", component), community: actionsFor("community", component) },
    indicators: rules
      .filter((rule) => rule.component === component || rule.component === "every")
      .map(({ id, name, shows }) => ({ id, name, shows })),
  };
}

/** The five chapters in their order, as the first page lists them. */
export const contents = COMPONENTS.map((component) => ({
  component,
  ...COMPONENT_WORDS[component],
  principle: CHAPTERS[component].principle,
}));
