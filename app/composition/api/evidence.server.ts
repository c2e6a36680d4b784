import {
  agreeOutcome,
  answerEvidence,
  proposeOutcome,
} from "~/features/evidence/answer-evidence.commands.server";
import { getEvidencePage } from "~/features/evidence/evidence.queries.server";
import { evidenceFilter } from "~/features/evidence/evidence-filter";
import { findEvidenceList } from "~/features/evidence/evidence-list.queries.server";
import { editEntry, findSignOff, recordEntry } from "../publicity-entries.server";
import { evidenceItem, evidenceView } from "./evidence-views";
import { inArea, list, one, type Resource, write } from "./resource.server";

/** What helps and hinders, of any kind. */
export const evidence: Resource = {
  name: "evidence",
  words: { one: "entry of what helps or hinders", many: "entries of what helps and hinders" },
  kind: "evidence",
  list: list(evidenceFilter, evidenceItem, async (actor, { tx, today }, filter) => {
    const { entries: items, count, page, pages } = await findEvidenceList(tx, actor, filter, today);
    return { items, count, page, pages };
  }),
  one: one(evidenceView, async (actor, { tx, today }, id) => {
    const page = await getEvidencePage(tx, actor, id, today);
    return page && { ...page, signOff: await findSignOff(tx, actor, id, today) };
  }),
  create: { "": write(recordEntry, "Note something, of the kind named", inArea) },
  verbs: {
    edit: write(editEntry, "Change what it says"),
    answer: write(answerEvidence, "Answer it"),
    propose: write(proposeOutcome, "Say how it ended, for the other side to agree"),
    agree: write(agreeOutcome, "Agree how it ended"),
  },
};
