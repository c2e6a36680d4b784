import type { PersonOption, Step } from "./plan-forms";
import type { Bearer, Stage } from "./project";
import type { Action } from "./project.transitions";

type Side = "council" | "community";
type Titled = { id: string; title: string };

/** What the forms of a project's page are made from. */
export type ProjectFormsView = {
  can: readonly Action[];
  sides: Record<Side, string>;
  ownSide: Side;
  revision: number;
  stage: Stage;
  lead: Bearer | null;
  leadPersonId: string | null;
  residentsLead: boolean | null;
  responsibility: string | null;
  teams: readonly { name: string; adds: string | null }[];
  endpoint: { waiting: { id: string; newDueOn: string } | null } | null;
  leadChanges: readonly { id: string; on: string; isMove: boolean; decided: boolean }[];
  blocks: readonly { id: string; text: string; clearedOn: string | null }[];
  gaps: readonly { id: string; skill: string; filledOn: string | null }[];
};

/** What there is to choose from. */
export type ProjectChoices = {
  people: readonly PersonOption[];
  meetings: readonly Titled[];
  requests: readonly Titled[];
};

/** How an action becomes forms: one, or one for each line it can be about. */
export type FormMaker = (view: ProjectFormsView, choices: ProjectChoices) => Step[];

/** The forms of a table that the reader may send, in the table's order. */
export function formsOf(
  makers: Partial<Record<Action, FormMaker>>,
  view: ProjectFormsView,
  choices: ProjectChoices,
): Step[] {
  return (Object.entries(makers) as [Action, FormMaker][])
    .filter(([action]) => view.can.includes(action))
    .flatMap(([, make]) => make(view, choices));
}
