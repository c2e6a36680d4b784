import type { z } from "zod";
import { proposeChange } from "~/composition/day-proposals.server";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { announceLeaver } from "~/composition/handovers.commands.server";
import { logMeetingWithPromises } from "~/composition/meetings.commands.server";
import { recordEntry } from "~/composition/publicity-entries.server";
import { draftMou } from "~/features/agreements/draft-mou.commands.server";
import { stateAim } from "~/features/aims/aims.commands.server";
import { proposeNewDay } from "~/features/commitments/commitment-days.commands.server";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { addElection } from "~/features/elections/elections.commands.server";
import type { Actor } from "~/features/identity/actor";
import { planMeeting } from "~/features/meetings/meetings.commands.server";
import { appoint } from "~/features/people/appointments.commands.server";
import { assessPerson, planEngagement } from "~/features/people/assessments.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { moveDay } from "~/features/projects/day-moves.commands.server";
import { recordMilestone } from "~/features/projects/record-milestone.commands.server";
import { recordProject } from "~/features/projects/record-project.commands.server";
import { askRequest } from "~/features/requests/ask-request.commands.server";
import type { Command } from "~/platform/command.server";
import { entryInput } from "./entry";
import { buildPost } from "./leaver";
import { buildPeople } from "./meeting";
import type { Place } from "./place";
import { buildMilestone, buildProject } from "./plan";
import { buildPromise } from "./promise";

/** The questions of a form that one kind of bad answer is tried on. */
type Questions = {
  lines?: readonly string[];
  texts?: readonly string[];
  days?: readonly string[];
  /** Ids of another area, by the select they are sent for. */
  elsewhere?: Readonly<Record<string, unknown>>;
};

/** A form that is good as it stands, and can be sent with one answer changed. */
export type BadForm = {
  id: string;
  schema: z.ZodType;
  good: Readonly<Record<string, unknown>>;
  asks: Questions;
  send: (change: Readonly<Record<string, unknown>>) => ReturnType<typeof runAs>;
};

/** The ids of another area, a select each. */
export async function buildElsewhere(place: Place) {
  const { area, communityLead } = place.outside;
  const there = { area: area.slug };
  const project = await buildProject(communityLead, there, place.by);
  const person = await buildPost({ ...place, area }, communityLead);
  return {
    project,
    person: person.id,
    post: person.postId,
    milestone: await buildMilestone(communityLead, { ...there, projectId: project }, place.by),
    promise: await buildPromise(communityLead, there, place.by),
  };
}

/** A call of tonight, as its page sends it. */
const LOGGED = {
  on: "today",
  how: "call" as const,
  title: "About the park",
  theirs: [{ person: "Olu Officer, Barley Borough" }],
  ours: [{ person: "Cass Chair" }],
};

/** The form of every register, with what each asks. */
export async function buildBadForms(place: Place): Promise<BadForm[]> {
  const { editor } = place.community;
  const area = place.area.slug;
  const other = await buildElsewhere(place);
  const people = await buildPeople(place);
  const leaver = await buildPost(place, editor);
  const promise = await buildPromise(editor, { area }, place.by);
  const milestone = await buildMilestone(editor, { area }, place.by);
  function form<S extends z.ZodType, T, R>(
    command: Command<Actor, S, T, R>,
    good: z.input<S> & Record<string, unknown>,
    asks: Questions,
    user: SignedIn = editor,
  ): BadForm {
    const send: BadForm["send"] = (change) => runAs(user, command, { ...good, ...change }, place.by);
    return { id: command.id, schema: command.input, good, asks, send };
  }
  const someone = other.person;
  return [
    form(
      askRequest,
      { area, title: "Who mends it?", askedOn: "today" },
      {
        ...{ lines: ["title"], texts: ["detail"], days: ["askedOn", "targetOn"] },
        elsewhere: { toPersonId: someone, meetingId: other.promise },
      },
    ),
    form(
      recordProject,
      { area, title: "A field", aim: "For all.", startedOn: "2026-09-01", lead: "joint" },
      {
        lines: ["title"],
        texts: ["aim", "caseText", "responsibility"],
        days: ["startedOn", "endsOn", "leadSince"],
        elsewhere: { leadPersonId: someone },
      },
    ),
    form(
      recordMilestone,
      { area, title: "The goals stand", owner: "community", dueOn: "2026-12-01" },
      {
        ...{ lines: ["title"], texts: ["evidence"], days: ["dueOn", "setOn"] },
        elsewhere: {
          projectId: other.project,
          parentId: other.milestone,
          councilPersonId: someone,
          communityPersonId: someone,
        },
      },
    ),
    form(
      moveDay,
      { id: milestone, toOn: "2027-01-01", reason: "Rain.", how: "ask" },
      {
        texts: ["reason"],
        days: ["toOn"],
      },
    ),
    form(
      recordCommitment,
      { area, title: "Mend the gate", bySide: "ours", dueOn: "2026-12-01" },
      {
        ...{ lines: ["title"], texts: ["detail"], days: ["dueOn", "madeOn"] },
        elsewhere: { byPersonId: someone, toPersonId: someone, meetingId: other.promise },
      },
    ),
    form(
      proposeNewDay,
      { id: promise, newDueOn: "2026-12-24", reason: "Rain." },
      {
        texts: ["reason"],
        days: ["newDueOn"],
      },
    ),
    form(
      planMeeting,
      { area, on: "2026-10-20", how: "in_person", title: "Quarterly" },
      {
        ...{ lines: ["title", "place"], texts: ["purpose"], days: ["on"] },
      },
    ),
    form(
      logMeetingWithPromises,
      { ...LOGGED, area },
      {
        lines: ["title", "place"],
        texts: ["wentWell", "wentBadly", "minutes"],
        days: ["on"],
        elsewhere: { projects: [other.project] },
      },
    ),
    form(
      proposeChange,
      {
        area,
        about: "date",
        title: "A week more",
        aboutId: promise,
        newDay: "2026-12-31",
        proposedOn: "today",
      },
      {
        ...{ lines: ["title"], texts: ["detail"], days: ["newDay", "proposedOn"] },
        elsewhere: { aboutId: other.promise },
      },
    ),
    form(
      draftMou,
      { area, title: "How we work", startsOn: "2026-10-01", roles: "One each." },
      {
        lines: ["title", "otherParties"],
        texts: ["roles", "duration"],
        days: ["startsOn", "endsOn", "reviewOn"],
        elsewhere: { replacesId: other.promise },
      },
    ),
    form(
      announceLeaver,
      { area, postId: leaver.postId, why: "new_job", notifiedOn: "2026-09-10", lastDay: "2026-09-30" },
      { days: ["notifiedOn", "lastDay"], elsewhere: { postId: other.post, incomingId: someone } },
    ),
    form(stateAim, { area, whose: "ours", title: "A park" }, { lines: ["title"], texts: ["detail"] }),
    form(recordEntry, entryInput("publicity", { area }, place.by) as { kind: string; area: string }, {
      lines: ["what"],
      days: ["on"],
    }),
    form(
      addPerson,
      { area, name: "Nia New", organisation: "ours", role: "member" },
      {
        lines: ["name", "topic", "ward", "party", "cabinetPost", "phone"],
        days: ["startsOn"],
      },
    ),
    form(
      appoint,
      { area, id: people.chair, organisation: "ours", role: "member" },
      {
        lines: ["topic"],
        days: ["startsOn"],
      },
    ),
    form(
      assessPerson,
      { area, id: people.officer, interest: "2", influence: "2", stance: "doubtful", on: "2026-09-01" },
      { texts: ["note"], days: ["on"] },
    ),
    form(
      planEngagement,
      { area, id: people.officer, next: "Ring them", dueOn: "2026-11-01" },
      {
        lines: ["next"],
        days: ["dueOn"],
        elsewhere: { by: someone },
      },
    ),
    form(
      addElection,
      { councilId: place.council.id, kind: "local", pollOn: "2027-05-06" },
      { lines: ["source"], texts: ["note"], days: ["pollOn", "noticeOn"] },
      place.councilSide.lead,
    ),
  ];
}
