import { findStepsTaken } from "~/features/actions/action-answers.queries.server";
import { findMouDetails } from "~/features/agreements/mou.queries.server";
import { findProposalDetails } from "~/features/agreements/proposal.queries.server";
import { findAimDetails } from "~/features/aims/aims.queries.server";
import { stateOf as commitmentState } from "~/features/commitments/commitment";
import { findRows, findTold, toCommitment } from "~/features/commitments/commitment-rows.server";
import { STATE_WORDS as COMMITMENT_WORDS } from "~/features/commitments/commitment-words";
import { findEvidenceDetails } from "~/features/evidence/evidence-list.queries.server";
import { findHandoverDetails } from "~/features/handovers/handovers.queries.server";
import type { AreaActor, Side } from "~/features/identity/actor";
import { HOW_WORDS, STATUS_WORDS } from "~/features/meetings/meeting";
import { findMilestoneDetails, findProjectDetails } from "~/features/projects/plan-details.queries.server";
import type { RecordKind } from "~/features/records/record";
import { ANSWER_WORDS, stateOf as requestState } from "~/features/requests/request";
import { STATE_WORDS as REQUEST_WORDS } from "~/features/requests/request.transitions";
import { requestSelect, toRequest } from "~/features/requests/request-rows.server";
import type { Day } from "~/platform/calendar/day";
import type { Tx } from "~/platform/db.server";
import { plural } from "~/platform/plural";

/** What a few words on a line need: whose they are, and how the sides are called for each record. */
export type DetailContext = {
  tx: Tx;
  actor: AreaActor;
  today: Day;
  sidesOf: (recordId: string) => Record<Side, string>;
};

type Details = Map<string, string[]>;
type Finder = (context: DetailContext, ids: string[]) => Promise<Details>;

/** The small words of each kind, one query a kind. */
export const FIND_DETAILS: Record<RecordKind, Finder> = {
  meeting: async ({ tx }, ids) => {
    const rows = await tx.meeting.findMany({
      where: { recordId: { in: ids } },
      select: { recordId: true, status: true, how: true },
    });
    return new Map(
      rows.map(({ recordId, status, how }) => [recordId, [STATUS_WORDS[status], HOW_WORDS[how]]]),
    );
  },
  "meeting-series": async () => new Map(),
  commitment: async ({ tx, actor, today, sidesOf }, ids) => {
    const rows = await findRows(tx, { id: { in: ids } });
    const told = await findTold(tx, actor);
    const steps = await findStepsTaken(tx, ids);
    return new Map(
      rows.map((row) => {
        const promise = toCommitment(row);
        const { id, relationshipId } = row.record;
        const state = commitmentState(promise, today, told(promise, relationshipId));
        const why = steps.has(id) ? ["Came of a next step of your side"] : [];
        return [id, [`Promised by ${sidesOf(id)[promise.bySide]}`, COMMITMENT_WORDS[state].tag, ...why]];
      }),
    );
  },
  request: async ({ tx, sidesOf }, ids) => {
    const rows = await tx.request.findMany({
      where: { recordId: { in: ids } },
      select: { recordId: true, ...requestSelect },
    });
    return new Map(
      rows.map(({ recordId, ...row }) => {
        const request = toRequest(row);
        const state = REQUEST_WORDS[requestState(request)];
        const answer = request.answer ? `${state}: ${ANSWER_WORDS[request.answer].toLowerCase()}` : state;
        return [recordId, [`Asked of ${sidesOf(recordId)[request.toSide]}`, answer]];
      }),
    );
  },
  rhythm: async ({ tx }, ids) => {
    const rows = await tx.rhythm.findMany({
      where: { recordId: { in: ids } },
      select: {
        recordId: true,
        longestGapDays: true,
        declinedOn: true,
        agreedByCouncilOn: true,
        agreedByCommunityOn: true,
      },
    });
    return new Map(
      rows.map((row) => {
        const agreed = row.agreedByCouncilOn !== null && row.agreedByCommunityOn !== null;
        const state = row.declinedOn ? "Declined" : agreed ? "Agreed by both sides" : "Proposed";
        return [row.recordId, [state, `At most ${plural(row.longestGapDays, "day")} between meetings`]];
      }),
    );
  },
  project: ({ tx, today, sidesOf }, ids) => findProjectDetails(tx, ids, sidesOf, today),
  milestone: ({ tx, sidesOf }, ids) => findMilestoneDetails(tx, ids, sidesOf),
  mou: ({ tx, today }, ids) => findMouDetails(tx, ids, today),
  proposal: ({ tx, sidesOf }, ids) => findProposalDetails(tx, ids, sidesOf),
  handover: ({ tx, sidesOf }, ids) => findHandoverDetails(tx, ids, sidesOf),
  evidence: ({ tx, actor }, ids) => findEvidenceDetails(tx, actor, ids),
  aim: ({ tx, sidesOf }, ids) => findAimDetails(tx, ids, sidesOf),
  note: async () => new Map(),
};
