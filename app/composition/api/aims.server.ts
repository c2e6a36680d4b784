import { aimFilter } from "~/features/aims/aim-filter";
import { acknowledgeAim, answerBelief, editAim, stateAim } from "~/features/aims/aims.commands.server";
import { findAims, getAimPage } from "~/features/aims/aims.queries.server";
import { aimItem, aimView } from "./aim-views";
import { inArea, list, one, type Resource, write } from "./resource.server";

/** What each side is trying to achieve, and what each believes of the other. */
export const aims: Resource = {
  name: "aims",
  words: { one: "aim", many: "aims" },
  kind: "aim",
  list: list(aimFilter, aimItem, async (actor, { tx, today }, filter) => {
    const { aims: items, ...found } = await findAims(tx, actor, filter, today);
    return { items, ...found };
  }),
  one: one(aimView, (actor, { tx }, id) => getAimPage(tx, actor, id)),
  create: { "": write(stateAim, "State an aim, or what the other side seems to want", inArea) },
  verbs: {
    acknowledge: write(acknowledgeAim, "Acknowledge an aim of the other side"),
    answer: write(answerBelief, "Say whether the other side has our aim right"),
    edit: write(editAim, "Change its words"),
  },
};
