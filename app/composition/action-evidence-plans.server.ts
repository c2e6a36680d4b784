import type { AgreementSeen, ProposalSeen } from "~/features/actions/agreement-seen";
import type { MilestoneSeen, ProjectSeen } from "~/features/actions/plan-seen";
import { inOrder } from "~/features/agreements/clause";
import { mouSelect, toMou, toVersion, versionSelect } from "~/features/agreements/mou-rows.server";
import { standingText } from "~/features/agreements/mou-version";
import { standings } from "~/features/projects/milestone";
import { findMilestoneRows } from "~/features/projects/milestone-rows.server";
import { findProjectRows } from "~/features/projects/project-rows.server";
import { dateToDay } from "~/platform/calendar/day";
import { aimsSeen, entriesSeen } from "./action-evidence-entries.server";
import { type Asked, dayOrNull, type Registers, recordsOf } from "./action-evidence-records.server";

/** Its projects, however old. */
export async function projectsSeen(asked: Asked): Promise<ProjectSeen[]> {
  const rows = await findProjectRows(asked.tx, recordsOf(asked));
  return rows.map(({ record, columns, project }) => ({
    ...project,
    id: record.id,
    shared: record.level === "shared",
    title: record.title,
    responsibility: columns.responsibility !== null,
    teams: columns.teams.length,
    residentsLead: columns.residentsLead === true,
    involves: columns.involves,
    hasCase: columns.caseText !== null,
  }));
}

/** Its milestones, however old, each with what its parts come to. */
export async function milestonesSeen(asked: Asked): Promise<MilestoneSeen[]> {
  const rows = await findMilestoneRows(asked.tx, recordsOf(asked));
  const standing = standings(rows.map(({ milestone }) => milestone));
  return rows.flatMap(({ record: { id, title, level }, columns, milestone }) => {
    const stands = standing.get(id);
    if (!stands) return [];
    const { projectId, earlyWin, dueDiligence, councilPersonId } = columns;
    const { owner, acknowledgedOn } = milestone;
    const { state, doneOn } = stands;
    const councilNamed = councilPersonId !== null;
    const shared = level === "shared";
    return [
      {
        ...{ id, shared, title, projectId, owner, state, doneOn },
        ...{ acknowledgedOn, earlyWin, dueDiligence, councilNamed },
      },
    ];
  });
}

/** Its agreements between the two sides, over or not. */
export async function agreementsSeen(asked: Asked): Promise<AgreementSeen[]> {
  const rows = await asked.tx.record.findMany({
    where: { AND: [recordsOf(asked, "mou"), { mou: { kind: "partnership" } }] },
    select: {
      id: true,
      level: true,
      title: true,
      mou: { select: { ...mouSelect, versions: { select: versionSelect } } },
    },
  });
  return rows.flatMap(({ mou, id, title, level }) => {
    if (mou === null) return [];
    const text = standingText(mou.versions.map(toVersion));
    const headings = inOrder(text?.clauses ?? []).map(({ heading }) => heading);
    return [{ ...toMou(mou), id, title, shared: level === "shared", headings }];
  });
}

/** The proposals to change a goal that were not taken back. */
export async function goalProposalsSeen(asked: Asked): Promise<ProposalSeen[]> {
  const rows = await asked.tx.record.findMany({
    where: {
      AND: [recordsOf(asked, "proposal"), { proposal: { about: "goal", withdrawnOn: null } }],
    },
    select: {
      id: true,
      level: true,
      title: true,
      occurredOn: true,
      proposal: { select: { toSide: true, answeredOn: true, answer: true, answerText: true } },
    },
  });
  return rows.flatMap(({ proposal, id, title, level, occurredOn }) =>
    proposal === null
      ? []
      : [
          {
            id,
            title,
            shared: level === "shared",
            toSide: proposal.toSide,
            proposedOn: dateToDay(occurredOn),
            answeredOn: dayOrNull(proposal.answeredOn),
            declined: proposal.answer === "declined",
            reasoned: proposal.answerText !== null,
          },
        ],
  );
}

/** What the registers of plans, agreements and evidence hold. */
export async function plansOf(of: Registers["of"]) {
  return {
    projects: await of("project", projectsSeen),
    milestones: await of("milestone", milestonesSeen),
    agreements: await of("mou", agreementsSeen),
    proposals: await of("proposal", goalProposalsSeen),
    entries: await of("evidence", entriesSeen),
    aims: await of("aim", aimsSeen),
  };
}
