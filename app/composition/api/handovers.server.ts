import { handoverFilter } from "~/features/handovers/handover-filter";
import { findHandovers } from "~/features/handovers/handovers.queries.server";
import {
  keepChecklist,
  nameIncoming,
  prepareHandover,
} from "~/features/handovers/prepare-handover.commands.server";
import { findBrief } from "../handover-brief.server";
import { findHandoverView } from "../handover-page.server";
import {
  announceLeaver,
  changeLeaver,
  finishHandover,
  stayAfterAll,
  takeOver,
} from "../handovers.commands.server";
import { moveOpenItems, undoMove } from "../move-items.commands.server";
import { briefView, handoverItem, handoverView } from "./handover-views";
import { noQuestions } from "./paging";
import { inArea, list, one, part, type Resource, write } from "./resource.server";

/** Posts that change hands. */
export const handovers: Resource = {
  name: "handovers",
  words: { one: "handover", many: "handovers" },
  kind: "handover",
  list: list(handoverFilter, handoverItem, async (actor, { tx, today }, filter) => {
    const { lines: items, count, page, pages } = await findHandovers(tx, actor, filter, today);
    return { items, count, page, pages };
  }),
  one: one(handoverView, (actor, reading, id) => findHandoverView(actor, reading, id)),
  parts: {
    brief: part(
      { says: "The brief for who follows, made from the records", query: noQuestions },
      briefView,
      (actor, reading, { id }) => findBrief(actor, reading, id),
    ),
  },
  create: { "": write(announceLeaver, "Say that somebody leaves", inArea) },
  verbs: {
    revise: write(changeLeaver, "Change what was said of their leaving"),
    "name-incoming": write(nameIncoming, "Say who follows"),
    prepare: write(prepareHandover, "Write the note for who follows"),
    accept: write(takeOver, "Accept the post"),
    complete: write(finishHandover, "Say that both sides have met who follows"),
    "move-items": write(moveOpenItems, "Move everything open to who follows"),
    "undo-move": write(undoMove, "Undo that move"),
    check: write(keepChecklist, "Keep the checklist"),
    withdraw: write(stayAfterAll, "Say that they stay after all"),
  },
};
