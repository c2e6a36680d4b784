import { z } from "zod";
import { day, side } from "./plain-values";

const how = z.enum(["in_person", "video", "call", "e_mail_exchange", "visit", "social", "public_event"]);

/** A line of the list of meetings. */
export const meetingItem = z.object({
  id: z.string(),
  title: z.string(),
  on: day,
  status: z.enum(["held", "planned", "cancelled", "no_reply"]),
  how,
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
  missedBy: side.nullable(),
  cancelledBySide: side.nullable(),
  rebookedOn: day.nullable(),
  came: z.number(),
  contested: z.boolean(),
  inSeries: z.boolean(),
});

/** A meeting with its people, decisions and minutes. */
export const meetingView = z.object({
  minutes: z.array(
    z.object({
      state: z.enum(["agreed", "draft", "sent"]),
      waitingFor: z.array(side),
      id: z.string(),
      version: z.number(),
      text: z.string(),
      draftedBySide: side,
      draftedOn: day,
      sentOn: day.nullable(),
      agreedByCouncilOn: day.nullable(),
      agreedByCommunityOn: day.nullable(),
      councilDissent: z.string().nullable(),
      communityDissent: z.string().nullable(),
    }),
  ),
  can: z.object({
    sendMinutes: z.boolean(),
    agreeMinutes: z.boolean(),
    hold: z.boolean(),
    edit: z.boolean(),
    callOff: z.boolean(),
    noReply: z.boolean(),
    rebook: z.boolean(),
    draftMinutes: z.boolean(),
  }),
  projects: z.array(z.object({ id: z.string(), title: z.string() })),
  rebookedFromId: z.string().nullable(),
  id: z.string(),
  revision: z.number(),
  title: z.string(),
  on: day,
  side,
  relationshipId: z.string().nullable(),
  status: z.enum(["held", "planned", "cancelled", "no_reply"]),
  how,
  startsAt: z.string().nullable(),
  durationMinutes: z.number().nullable(),
  place: z.string().nullable(),
  purpose: z.string().nullable(),
  formal: z.boolean(),
  tone: z.enum(["warm", "businesslike", "tense"]).nullable(),
  wentWell: z.string().nullable(),
  wentBadly: z.string().nullable(),
  cancelledBySide: side.nullable(),
  noticeDays: z.number().nullable(),
  rebookedOn: day.nullable(),
  rebookedAsId: z.string().nullable(),
  seriesId: z.string().nullable(),
  missedBy: side.nullable(),
  attendees: z.array(
    z.object({
      personId: z.string().nullable(),
      name: z.string().nullable(),
      side,
      capacity: z.string(),
      attendance: z.enum(["attended", "apologies", "absent"]),
    }),
  ),
  decisions: z.array(
    z.object({
      carried: z.boolean().nullable(),
      votes: z.string(),
      id: z.string(),
      text: z.string(),
      how: z.enum(["consensus", "vote"]),
      residentsFor: z.number().nullable(),
      residentsAgainst: z.number().nullable(),
      councillorsFor: z.number().nullable(),
      councillorsAgainst: z.number().nullable(),
      othersFor: z.number().nullable(),
      othersAgainst: z.number().nullable(),
      abstained: z.string().nullable(),
      key: z.boolean(),
      jointWork: z.boolean(),
    }),
  ),
  actions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      side: side.nullable(),
      person: z.string().nullable(),
      dueOn: day.nullable(),
      commitmentId: z.string().nullable(),
    }),
  ),
});

/** A series of meetings. */
export const seriesItem = z.object({
  rhythm: z.string(),
  until: day.nullable(),
  ahead: z.number(),
  next: z.object({ id: z.string(), on: day }).nullable(),
  canChange: z.boolean(),
  revision: z.number(),
  unit: z.enum(["week", "month", "month_weekday"]),
  every: z.number(),
  id: z.string(),
  title: z.string(),
  how,
  startsAt: z.string().nullable(),
  place: z.string().nullable(),
});
