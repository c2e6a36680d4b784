import { buildProposal } from "./agreement";
import { buildAim } from "./aim";
import { buildRequest } from "./asked-request";
import { buildEntry } from "./entry";
import type { Access } from "./fixtures-access";
import { findStandingAction } from "./fixtures-prepared";
import { buildPost } from "./leaver";
import { buildPlanned } from "./meeting";
import { buildMilestone, buildProject } from "./plan";
import type { Good } from "./program";
import { ofOwnPapers, ofTwice } from "./program-own-papers";
import { buildDonePromise, buildPromise } from "./promise";

/** Something good for operations of every resource, by the operations' ids. */
export async function goodBodies(access: Access): Promise<Record<string, Good>> {
  return {
    ...(await newOnes(access)),
    ...(await ofMeetings(access)),
    ...(await ofPromises(access)),
    ...(await ofRequests(access)),
    ...(await ofPlans(access)),
    ...(await ofPapers(access)),
    ...(await ofPeople(access)),
    ...(await ofActions(access)),
    ...(await ofTwice(access)),
    ...ofOwnPapers(access),
  };
}

async function newOnes({ place, users }: Access): Promise<Record<string, Good>> {
  const council = place.council.slug;
  const post = await buildPost(place, users["community editor"], { role: "member" });
  const plan = { title: "Quarterly meeting", on: "2030-01-01", how: "in_person", council };
  return {
    createMeetings: {
      body: {
        ...plan,
        on: "today",
        ours: [{ person: "Ann Ours", capacity: "member" }],
        theirs: [{ person: "Tom Theirs", capacity: "officer" }],
      },
    },
    createMeetingsPlan: { body: plan },
    createMeetingsNoReply: { body: { ...plan, on: "today" } },
    createSeries: { body: { ...plan, unit: "week", every: 8 } },
    createCommitments: { body: { title: "Mend the gate", bySide: "ours", dueOn: "2030-01-01", council } },
    createRequests: { body: { title: "Who mends the lights?", askedOn: "today", council } },
    createProjects: {
      body: { title: "A field", aim: "For everybody.", startedOn: "today", lead: "joint", council },
    },
    createMilestones: { body: { title: "The goals stand", owner: "joint", dueOn: "2030-01-01", council } },
    createAgreements: {
      body: { title: "How we work", startsOn: "2030-01-01", roles: "One name each.", council },
    },
    createProposals: { body: { about: "goal", title: "A smaller step", proposedOn: "today", council } },
    createHandovers: {
      body: { postId: post.postId, why: "new_job", notifiedOn: "today", lastDay: "2028-01-01" },
    },
    createEvidence: { body: { kind: "thanks", what: "Mending the gate", on: "today", council } },
    createAims: { body: { whose: "ours", title: "A park for all", council } },
    createPeople: { body: { name: "New Person", organisation: "ours", role: "member" } },
    createRhythms: { who: "council editor", body: { idealGapDays: 42, longestGapDays: 90 } },
    createElections: { who: "council editor", body: { kind: "by_election", pollOn: "2030-05-02" } },
  };
}

async function ofMeetings({ place, users, records }: Access): Promise<Record<string, Good>> {
  const planned = () => buildPlanned(place, users["community editor"], { on: "2030-01-01" });
  const plan = { title: "Another day", on: "2030-02-01", how: "video" };
  return {
    meetingsReply: { who: "council editor", body: { text: "Thank you." } },
    meetingsNote: { body: { text: "A note", level: "side" } },
    meetingsEditPlan: { id: await planned(), body: plan },
    meetingsCallOff: { id: await planned(), body: { by: "ours", noticeOn: "today" } },
    meetingsWriteUp: {
      id: await planned(),
      body: {
        ...plan,
        on: "today",
        ours: [{ person: "Ann Ours", capacity: "member" }],
        theirs: [{ person: "Tom Theirs", capacity: "officer" }],
      },
    },
    meetingsBin: { id: await planned() },
    notesRevise: {
      id: records.note?.["side, community"] ?? "",
      body: { text: "Otherwise" },
      revision: '"1"',
    },
  };
}

async function ofPromises({ place, users }: Access): Promise<Record<string, Good>> {
  const where = { area: place.area.slug, council: place.council.slug, dueOn: "2030-01-01" };
  const open = () => buildPromise(users["community editor"], where, place.by);
  const done = () => buildDonePromise(users["community editor"], where, place.by);
  return {
    commitmentsEdit: { id: await open(), body: { title: "Mend both gates", dueOn: "2030-01-01" } },
    commitmentsReportDone: { id: await open(), body: { doneOn: "today", note: "It hangs." } },
    commitmentsConfirm: { id: await done(), who: "council editor" },
    commitmentsRefuse: { id: await done(), who: "council editor", body: { text: "It squeaks." } },
    commitmentsProposeDay: { id: await open(), body: { newDueOn: "2030-02-01", reason: "Snow" } },
    commitmentsWithdraw: { id: await open(), who: "council editor", body: { note: "Not needed." } },
    commitmentsAskVoid: { id: await open(), body: { reason: "Twice the same" } },
  };
}

async function ofRequests({ place, users }: Access): Promise<Record<string, Good>> {
  const where = { area: place.area.slug, council: place.council.slug };
  const asked = () => buildRequest(users["community editor"], where, place.by);
  return {
    requestsAnswer: { id: await asked(), who: "council editor", body: { answer: "yes", on: "today" } },
    requestsHold: { id: await asked(), who: "council editor", body: { text: "Soon.", on: "today" } },
    requestsRefer: { id: await asked(), who: "council editor", body: { toTeam: "Lights", on: "today" } },
    requestsRevise: { id: await asked(), body: { title: "Who then?", targetOn: "2030-01-01" } },
    requestsWithdraw: { id: await asked() },
    requestsBin: { id: await asked() },
  };
}

async function ofPlans({ place, users }: Access): Promise<Record<string, Good>> {
  const where = { area: place.area.slug, council: place.council.slug };
  const project = () => buildProject(users["community editor"], { ...where, endsOn: "2030-01-01" }, place.by);
  const milestone = () =>
    buildMilestone(users["community editor"], { ...where, dueOn: "2030-01-01" }, place.by);
  return {
    projectsEdit: {
      id: await project(),
      body: { title: "Two fields", aim: "For all.", startedOn: "2026-09-01" },
    },
    projectsSetStage: { id: await project(), body: { stage: "paused", on: "today" } },
    projectsBlock: { id: await project(), body: { text: "No key", since: "today" } },
    projectsOpenGap: { id: await project(), body: { skill: "Accounts", on: "today" } },
    projectsAwaitDecision: { id: await project(), body: { from: "The cabinet", since: "today" } },
    milestonesEdit: { id: await milestone(), body: { title: "All goals stand" } },
    milestonesMoveDay: { id: await milestone(), body: { toOn: "2030-02-01", reason: "Snow", how: "ask" } },
    milestonesReportDone: { id: await milestone(), body: { doneOn: "today" } },
  };
}

async function ofPapers({ place, users }: Access): Promise<Record<string, Good>> {
  const where = { area: place.area.slug, council: place.council.slug };
  const author = users["community editor"];
  const proposal = () => buildProposal(author, where, place.by);
  const aim = () => buildAim(author, where, place.by);
  return {
    agreementsCounter: { who: "council lead", body: { startsOn: "2026-01-01", roles: "Two names each." } },
    proposalsAccept: { id: await proposal(), who: "council editor", body: { on: "today" } },
    proposalsDecline: {
      id: await proposal(),
      who: "council editor",
      body: { text: "Too small.", on: "today" },
    },
    aimsAcknowledge: { id: await aim(), who: "council editor" },
    aimsEdit: { id: await aim(), body: { title: "Two parks" } },
    evidenceAnswer: {
      id: await buildEntry(author, "disagreement", where, place.by),
      body: { outcome: "settled", words: "We talked.", on: "today" },
    },
    relationshipsTerms: { who: "council lead", body: { requestWorkingDays: 15 } },
  };
}

async function ofPeople(_: Access): Promise<Record<string, Good>> {
  return {
    peopleEdit: { body: { name: "Renamed Person" } },
    peopleAppoint: { body: { organisation: "ours", role: "treasurer" } },
    peopleAssess: { body: { interest: 3, influence: 3, stance: "for_it", on: "today" } },
    peoplePlan: { body: { next: "A call", dueOn: "today" } },
    peoplePlanDone: {},
    peopleNote: { body: { text: "Likes tea", level: "side" } },
    postsCheckLead: {},
  };
}

async function ofActions(access: Access): Promise<Record<string, Good>> {
  return {
    actionsDismiss: {
      id: await findStandingAction(access, "community editor"),
      body: { reason: "Not this month", council: access.place.council.slug },
    },
  };
}
