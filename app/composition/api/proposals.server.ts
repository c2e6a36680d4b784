import {
  acceptProposal,
  declineProposal,
  withdrawProposal,
} from "~/features/agreements/answer-proposal.commands.server";
import { makeProposal } from "~/features/agreements/make-proposal.commands.server";
import { findProposals, getProposalPage } from "~/features/agreements/proposal.queries.server";
import { proposalFilter } from "~/features/agreements/proposal-filter";
import { proposalItem, proposalView } from "./proposal-views";
import { inArea, list, one, type Resource, write } from "./resource.server";

/** Changes one side put to the other. */
export const proposals: Resource = {
  name: "proposals",
  words: { one: "proposal", many: "proposals" },
  kind: "proposal",
  list: list(proposalFilter, proposalItem, async (actor, { tx, today }, filter) => {
    const { proposals: items, count, page, pages } = await findProposals(tx, actor, filter, today);
    return { items, count, page, pages };
  }),
  one: one(proposalView, (actor, { tx }, id) => getProposalPage(tx, actor, id)),
  create: { "": write(makeProposal, "Put a change to the other side", inArea) },
  verbs: {
    accept: write(acceptProposal, "Accept it"),
    decline: write(declineProposal, "Decline it, with reasons"),
    withdraw: write(withdrawProposal, "Take it back"),
  },
};
