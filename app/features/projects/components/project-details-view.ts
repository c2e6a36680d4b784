import type { Bearer, Need, Stage } from "../project";

type Side = "council" | "community";
type Linked = { href: string; title: string } | null;

/** What a project's page shows of it above its milestones. */
export type ProjectDetailsView = {
  sides: Record<Side, string>;
  aim: string;
  caseText: string | null;
  involves: readonly Need[];
  stage: Stage;
  closedOn: string | null;
  closedNote: string | null;
  startedOn: string;
  lead: Bearer | null;
  leadPerson: string | null;
  residentsLead: boolean | null;
  responsibility: string | null;
  teams: readonly { name: string; adds: string | null }[];
  endpoint: { agreed: string; expected: string; waiting: { newDueOn: string } | null } | null;
  endsBySide: Side | null;
  endsAgreedOn: string | null;
  daysPast: number;
  decision: { from: string; since: string | null } | null;
  scope: { fixedOn: string | null; bySide: Side | null; agreedOn: string | null };
  blocks: readonly {
    id: string;
    text: string;
    since: string;
    clearedOn: string | null;
    clearedNote: string | null;
    helpAsked: boolean;
    request: Linked;
  }[];
  gaps: readonly {
    id: string;
    skill: string;
    openedOn: string;
    filledOn: string | null;
    filledNote: string | null;
  }[];
  leadChanges: readonly {
    id: string;
    on: string;
    from: Bearer | null;
    to: Bearer | null;
    person: string | null;
    isMove: boolean;
    decided: boolean;
    decisionText: string | null;
    meeting: Linked;
    reason: string | null;
  }[];
  meetings: readonly { id: string; title: string; href: string; on: string }[];
};
