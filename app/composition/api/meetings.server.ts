import { z } from "zod";
import type { AreaActor } from "~/features/identity/actor";
import { callOff, noReply, rebook } from "~/features/meetings/change-meeting.commands.server";
import { changeSeries, endSeries } from "~/features/meetings/change-series.commands.server";
import { editPlan } from "~/features/meetings/edit-meeting.commands.server";
import { getMeeting } from "~/features/meetings/meeting.queries.server";
import { planMeeting, recordNoReply } from "~/features/meetings/meetings.commands.server";
import {
  findMeetings,
  type MeetingFilters,
  meetingFilters,
} from "~/features/meetings/meetings.queries.server";
import {
  agreeMinutes,
  dissentFromMinutes,
  draftMinutes,
  sendMinutes,
} from "~/features/meetings/minutes.commands.server";
import { createSeries, extendSeries } from "~/features/meetings/series.commands.server";
import { findSeries } from "~/features/meetings/series.queries.server";
import {
  addPromisesToMeeting,
  editMeetingWithPeople,
  holdPlannedWithPromises,
  logMeetingWithPromises,
} from "../meetings.commands.server";
import type { Reading } from "../request.server";
import { linkParts, linkVerbs } from "./links.server";
import { meetingItem, meetingView, seriesItem } from "./meeting-views";
import { noQuestions, onePage, pageOf } from "./paging";
import { inArea, list, one, part, type Resource, write } from "./resource.server";

async function findMeetingPage(actor: AreaActor, { tx, today }: Reading, filter: MeetingFilters) {
  const { upcoming, earlier, total: count, page, pages } = await findMeetings(tx, actor, filter, today);
  return { items: [...upcoming, ...earlier], count, page, pages };
}

const page = z.coerce.number().int().min(1).max(10_000).optional();

/** Meetings, calls, visits and exchanges of e-mails: held, planned, called off or without a reply. */
export const meetings: Resource = {
  name: "meetings",
  words: { one: "meeting", many: "meetings" },
  kind: "meeting",
  list: list(meetingFilters, meetingItem, findMeetingPage),
  one: one(meetingView, (actor, { tx }, id) => getMeeting(tx, actor, id)),
  parts: linkParts,
  create: {
    "": write(logMeetingWithPromises, "Log a meeting that was, with what was promised", inArea),
    plan: write(planMeeting, "Plan a meeting", inArea),
    "no-reply": write(recordNoReply, "Note an attempt without a reply", inArea),
  },
  verbs: {
    "write-up": write(holdPlannedWithPromises, "Write up a planned meeting"),
    edit: write(editMeetingWithPeople, "Change a meeting that was held"),
    "edit-plan": write(editPlan, "Change a planned meeting"),
    "call-off": write(callOff, "Call it off"),
    "no-reply": write(noReply, "Say that nobody replied"),
    rebook: write(rebook, "Book it again"),
    promises: write(addPromisesToMeeting, "Add what was promised there"),
    "draft-minutes": write(draftMinutes, "Draft the minutes"),
    "send-minutes": write(sendMinutes, "Send the minutes"),
    "agree-minutes": write(agreeMinutes, "Agree the minutes for one's side"),
    "dissent-from-minutes": write(dissentFromMinutes, "Note where one sees it differently"),
    ...linkVerbs,
  },
};

/** The rhythms an area meets in. */
export const series: Resource = {
  name: "series",
  words: { one: "series of meetings", many: "series of meetings" },
  kind: "meeting-series",
  list: list(noQuestions, seriesItem, async (actor, { tx, today }) =>
    onePage(await findSeries(tx, actor, today)),
  ),
  one: one(seriesItem, async (actor, { tx, today }, id) => {
    return (await findSeries(tx, actor, today)).find((each) => each.id === id) ?? null;
  }),
  parts: {
    meetings: part(
      { says: "Its meetings: those ahead, then the earlier ones", query: z.object({ page }) },
      pageOf(meetingItem),
      (actor, reading, { id, query }) =>
        findMeetingPage(actor, reading, meetingFilters.parse({ ...query, series: id })),
    ),
  },
  create: { "": write(createSeries, "Begin a series", inArea) },
  verbs: {
    extend: write(extendSeries, "Plan more of its meetings"),
    change: write(changeSeries, "Change its rhythm"),
    end: write(endSeries, "End it"),
  },
};
