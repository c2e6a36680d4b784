import { z } from "zod";
import { beginClosing, stopClosing } from "~/features/areas/close-area.commands.server";
import { LIFECYCLES } from "~/features/areas/lifecycle";
import { liveTies } from "~/features/identity/actor";
import { findCloseOut } from "../close-out.server";
import { noQuestions } from "./paging";
import { day } from "./plain-values";
import { areaView, type Fixed, type Resource, write } from "./resource.server";

const itself: Fixed = { names: ["slug"], values: ({ area }) => ({ slug: area }) };

/** What a lead of the partnership says of the area's end; to confirm a day, and to reopen it, is the programme's. */
export const closing: Resource = {
  name: "closing",
  words: { one: "area’s end", many: "area’s end" },
  kind: null,
  create: {
    "": write(beginClosing, "Say that the area is to close, and from which day", itself),
    stop: write(stopClosing, "Say that it stays open after all", itself),
  },
  verbs: {},
};

const view = z.object({
  lifecycle: z.enum(LIFECYCLES),
  life: z.object({
    closingOn: day.nullable(),
    closesOn: day.nullable(),
    closedOn: day.nullable(),
    legacyOn: day.nullable(),
  }),
  steward: z.string().nullable(),
  steps: z.array(z.enum(["begin", "stop", "confirm", "make-legacy", "reopen"])).readonly(),
  tasks: z.array(z.object({ id: z.string(), title: z.string(), todo: z.string().nullable() })),
});

/** Where the area is in its life, and what is still to settle before it closes. */
export const closingView = areaView(
  { name: "closing", says: "Where the area is in its life, and what is to settle before it closes" },
  noQuestions,
  view,
  (actor, { tx, today }) => {
    const relationshipIds = liveTies(actor).map(({ id }) => id);
    const showsReview = actor.side === "community";
    return findCloseOut(tx, { where: { slug: actor.areaSlug }, relationshipIds, showsReview }, today);
  },
);
