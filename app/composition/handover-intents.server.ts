import type { Action } from "~/features/handovers/handover.transitions";
import {
  keepChecklist,
  nameIncoming,
  prepareHandover,
} from "~/features/handovers/prepare-handover.commands.server";
import { changeLeaver, finishHandover, stayAfterAll, takeOver } from "./handovers.commands.server";
import { moveOpenItems, undoMove } from "./move-items.commands.server";
import { intentOf, submit } from "./request.server";

type Context = Parameters<typeof submit>[0];
type Back = <R>(message: string) => (result: R) => { to: string; message: string };
type Send = (
  context: Context,
  form: FormData,
  fixed: { id: string },
  back: Back,
) => ReturnType<typeof submit>;

const SENDS: Record<Exclude<Action, "announce">, Send> = {
  revise: (context, form, fixed, back) =>
    submit(context, form, changeLeaver, fixed, back("Your changes are saved.")),
  "name-incoming": (context, form, fixed, back) =>
    submit(context, form, nameIncoming, fixed, back("Saved. Both sides see who follows.")),
  prepare: (context, form, fixed, back) =>
    submit(context, form, prepareHandover, fixed, back("The note is saved. Both sides see it.")),
  accept: (context, form, fixed, back) =>
    submit(context, form, takeOver, fixed, back("Accepted. Now the other side has to meet them.")),
  complete: (context, form, fixed, back) =>
    submit(context, form, finishHandover, fixed, back("The handover is complete.")),
  "move-items": (context, form, fixed, back) =>
    submit(context, form, moveOpenItems, fixed, back("Everything open has moved. You can undo it.")),
  "undo-move": (context, form, fixed, back) =>
    submit(context, form, undoMove, fixed, back("The move is undone.")),
  check: (context, form, fixed, back) =>
    submit(context, form, keepChecklist, fixed, back("The checklist is saved.")),
  withdraw: (context, form, fixed, back) =>
    submit(context, form, stayAfterAll, fixed, back("Saved: they stay in the post.")),
};

/** Does what a form of a handover's page asks and gives the action's answer; null: the intent is none of its own. */
export async function handleHandoverIntent(context: Context, form: FormData, id: string, to: string) {
  const intent = intentOf(form);
  if (!isOwn(intent)) return null;
  return SENDS[intent](context, form, { id }, (message) => () => ({ to, message }));
}

function isOwn(intent: string): intent is keyof typeof SENDS {
  return Object.hasOwn(SENDS, intent);
}
