import {
  agreeNewDay,
  declineNewDay,
  proposeNewDay,
  tellOfDelay,
  withdrawNewDay,
} from "~/features/commitments/commitment-days.commands.server";
import {
  closeAsNotKept,
  disownCommitment,
  withdrawCommitment,
} from "~/features/commitments/commitment-endings.commands.server";
import {
  confirmCommitment,
  refuseToConfirm,
  reopenCommitment,
  reportDone,
} from "~/features/commitments/commitment-outcomes.commands.server";
import { findCommitment } from "~/features/commitments/commitment-page.queries.server";
import { commitmentSearch } from "~/features/commitments/commitment-search.server";
import { findCommitments } from "~/features/commitments/commitments.queries.server";
import { editCommitment, recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { commitmentItem, commitmentView } from "./commitment-views";
import { linkParts, linkVerbs } from "./links.server";
import { inArea, list, one, type Resource, write } from "./resource.server";

/** The register of promises. */
export const commitments: Resource = {
  name: "commitments",
  words: { one: "promise", many: "promises" },
  kind: "commitment",
  list: list(commitmentSearch, commitmentItem, async (actor, { tx, today }, filter) => {
    const { lines: items, total: count, page, pages } = await findCommitments(tx, actor, filter, today);
    return { items, count, page, pages };
  }),
  one: one(commitmentView, (actor, { tx, today }, id) => findCommitment(tx, actor, id, today)),
  parts: linkParts,
  create: { "": write(recordCommitment, "Record a promise of either side", inArea) },
  verbs: {
    edit: write(editCommitment, "Change its words"),
    "report-done": write(reportDone, "Say that it is done"),
    confirm: write(confirmCommitment, "Confirm that it is kept"),
    refuse: write(refuseToConfirm, "Say what is still missing"),
    tell: write(tellOfDelay, "Record that the other side was told"),
    "propose-day": write(proposeNewDay, "Propose another day"),
    "agree-day": write(agreeNewDay, "Agree to the proposed day"),
    "decline-day": write(declineNewDay, "Decline the proposed day"),
    "withdraw-day": write(withdrawNewDay, "Take back the day your side proposed"),
    "not-kept": write(closeAsNotKept, "Close it as not kept"),
    withdraw: write(withdrawCommitment, "Let it go: nothing is owed"),
    "not-ours": write(disownCommitment, "Say that it is not a promise of ours"),
    reopen: write(reopenCommitment, "Open it again"),
    ...linkVerbs,
  },
};
