import { href } from "react-router";
import { callOff, noReply, rebook } from "~/features/meetings/change-meeting.commands.server";
import { MINUTES_INTENTS, STEP_INTENTS } from "~/features/meetings/components/page-intents";
import {
  agreeMinutes,
  dissentFromMinutes,
  draftMinutes,
  sendMinutes,
} from "~/features/meetings/minutes.commands.server";
import { addPromisesToMeeting } from "./meetings.commands.server";
import { intentOf, submit } from "./request.server";

type Context = Parameters<typeof submit>[0];

/** Does what one of a meeting's own forms asks, and gives the action's answer; null: the intent is none of them. */
export async function handleMeetingIntent(
  context: Context,
  form: FormData,
  { area, id }: { area: string; id: string },
  to: string,
) {
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case STEP_INTENTS.callOff:
      return submit(context, form, callOff, { id }, done("Noted. You can book it again."));
    case STEP_INTENTS.noReply:
      return submit(
        context,
        form,
        noReply,
        { id },
        done("Noted. It is shown, and does not count as contact."),
      );
    case STEP_INTENTS.rebook:
      return submit(context, form, rebook, { id }, ({ id: next }) => ({
        to: href("/areas/:area/meetings/:id", { area, id: next }),
        message: "Booked again. This is the new meeting.",
      }));
    case STEP_INTENTS.promises:
      return submit(context, form, addPromisesToMeeting, { id }, done("Saved."));
    default:
      return handleMinutes(context, form, id, to);
  }
}

async function handleMinutes(context: Context, form: FormData, id: string, to: string) {
  const done = (message: string) => () => ({ to, message });
  switch (intentOf(form)) {
    case MINUTES_INTENTS.draft:
      return submit(
        context,
        form,
        draftMinutes,
        { id },
        done("Minutes saved. Send them when they are ready."),
      );
    case MINUTES_INTENTS.send:
      return submit(context, form, sendMinutes, { id }, done("Minutes sent. Each side can agree them now."));
    case MINUTES_INTENTS.agree:
      return submit(context, form, agreeMinutes, { id }, done("You agreed these minutes for your side."));
    case MINUTES_INTENTS.dissent:
      return submit(context, form, dissentFromMinutes, { id }, done("Noted beside the minutes."));
    default:
      return null;
  }
}
