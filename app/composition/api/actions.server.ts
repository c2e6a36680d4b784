import { acceptAction, dismissAction, markActionDone, undoAction } from "../actions.commands.server";
import { type Fixed, inAreaWithId, type Resource, write } from "./resource.server";

const named: Fixed = { names: ["area", "action"], values: ({ area, id }) => ({ area, action: id }) };

/** Next steps, by the id each has in the list of them. */
export const actions: Resource = {
  name: "actions",
  words: { one: "next step", many: "next steps" },
  kind: null,
  key: "word",
  create: {},
  verbs: {
    accept: write(acceptAction, "Take it on, as a promise", named),
    dismiss: write(dismissAction, "Put it aside, with a reason", named),
    done: write(markActionDone, "Say that it is done", named),
  },
};

/** What one's side answered to a next step. */
export const answers: Resource = {
  name: "action-answers",
  words: { one: "answer to a next step", many: "answers to next steps" },
  kind: null,
  create: {},
  verbs: { undo: write(undoAction, "Take the answer back", inAreaWithId) },
};
