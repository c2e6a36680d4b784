import { findProposals, getProposalPage } from "~/features/agreements/proposal.queries.server";
import { proposalFilter } from "~/features/agreements/proposal-filter";
import { acceptChange, declineChange, proposeChange, withdrawChange } from "../day-proposals.server";
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
  create: { "": write(proposeChange, "Put a change to the other side", inArea) },
  verbs: {
    accept: write(acceptChange, "Accept it"),
    decline: write(declineChange, "Decline it, with reasons"),
    withdraw: write(withdrawChange, "Take it back"),
  },
};
