import { intentOf, submit } from "~/composition/request.server";
import type { Action } from "~/features/commitments/commitment.transitions";
import {
  agreeNewDay,
  declineNewDay,
  proposeNewDay,
  tellOfDelay,
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
import { editCommitment } from "~/features/commitments/record-commitment.commands.server";

type Context = Parameters<typeof submit>[0];

/** Does what a form of a promise's page asks and gives the action's answer; null: the intent is none of its own. */
export async function handleCommitmentIntent(context: Context, form: FormData, id: string, backTo: string) {
  const fixed = { id };
  const back = (message: string) => () => ({ to: backTo, message });
  switch (intentOf(form) as Action) {
    case "edit":
      return submit(context, form, editCommitment, fixed, back("Saved."));
    case "report-done":
      return submit(context, form, reportDone, fixed, back("Said. The other side can now say yes."));
    case "confirm":
      return submit(context, form, confirmCommitment, fixed, back("Thank you. The promise is kept."));
    case "refuse":
      return submit(context, form, refuseToConfirm, fixed, back("Said. The promise stays open."));
    case "tell":
      return submit(context, form, tellOfDelay, fixed, back("Recorded that you told them."));
    case "propose-day":
      return submit(context, form, proposeNewDay, fixed, back("Proposed. The other side can answer."));
    case "agree-day":
      return submit(context, form, agreeNewDay, fixed, back("Agreed. Both sides see the new day."));
    case "decline-day":
      return submit(context, form, declineNewDay, fixed, back("Declined. The day stays as it is."));
    case "not-kept":
      return submit(context, form, closeAsNotKept, fixed, back("Closed as not kept."));
    case "withdraw":
      return submit(context, form, withdrawCommitment, fixed, back("Let go. Nothing is owed."));
    case "not-ours":
      return submit(context, form, disownCommitment, fixed, back("Said. It is marked as disputed."));
    case "reopen":
      return submit(context, form, reopenCommitment, fixed, back("Open again."));
    default:
      return null;
  }
}
