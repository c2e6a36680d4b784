import { PANEL_INTENTS } from "~/features/records/record-panel";
import { PRINCIPALS, type Principal } from "../contracts/access.table";
import { findMembership } from "./calendar-feed";
import { type Access, PASSWORD } from "./fixtures-access";
import { AUDIT_FORMS } from "./fixtures-audit";
import { CHECK_IN_FORMS } from "./fixtures-check-ins";
import { DISCLOSURE_FORMS } from "./fixtures-disclosures";
import { ENDING_FORMS, ENDING_FRESH } from "./fixtures-endings";
import { backForm } from "./fixtures-imports";
import { takeBackForm, takeBackInvitation } from "./fixtures-links";
import { PARTNERSHIP_FORMS } from "./fixtures-partnership";
import {
  attachOwn,
  buildBinned,
  buildSpareCouncil,
  buildSpareRole,
  buildTwin,
  clearProposals,
  findStandingAction,
  heldForm,
  revisionOf,
} from "./fixtures-prepared";
import { canaryOf } from "./fixtures-records";
import { RESEARCH_FORMS, RESEARCH_FRESH } from "./fixtures-research";
import { RIGHTS_FORMS } from "./fixtures-rights";
import { SIGN_IN_FORMS } from "./fixtures-signing-in";
import { buildInvitation } from "./invitation";
import { buildPost } from "./leaver";
import { buildAnswerable } from "./link";
import { buildPlanned } from "./meeting";
import { buildMilestone } from "./plan";
import { buildToken } from "./program";

type Form = Record<string, string>;

const ACCOUNT = { name: "Newly Made", email: "new@test.example", password: PASSWORD };
const slug = (principal: Principal) => principal.replaceAll(" ", ".");

const REPLY = (): Form => ({ intent: PANEL_INTENTS.reply, text: "Thank you." });

/** An election that no other principal adds: a council has one of a kind on a day. */
const poll = (principal: Principal): Form => ({
  intent: "add",
  kind: "by_election",
  pollOn: `2030-05-${10 + PRINCIPALS.indexOf(principal)}`,
});

/**
 * A good form of every page that takes one: what is refused is refused for who sends it. One is made for each
 * principal, so that what one of them did is not in the way of the next.
 */
export const FORMS: Record<string, (access: Access, principal: Principal) => Form | Promise<Form>> = {
  ...AUDIT_FORMS,
  ...RIGHTS_FORMS,
  ...SIGN_IN_FORMS,
  "/sign-out": () => ({}),
  "/setup": () => ({ ...ACCOUNT, code: "0000-0000", area: "Ash", council: "Ash Council", tier: "unitary" }),
  "/account": () => ({ intent: "end-others" }),
  "/account/details": (_, principal) => ({ intent: "name", name: `Renamed ${principal}` }),
  "/account/email/:token": () => ({}),
  "/account/tokens": async ({ users, place }, principal) => ({
    intent: "revoke",
    id: principal === "nobody" ? "" : (await buildToken(users[principal], place)).id,
  }),
  "/account/calendar": async ({ users, place }, principal) => ({
    intent: "end",
    membership: principal === "nobody" ? "" : ((await findMembership(users[principal], place.by)) ?? ""),
  }),
  "/admin/users": (_, principal) => ({
    intent: "open",
    ...ACCOUNT,
    email: `new.${slug(principal)}@test.example`,
  }),
  "/admin/users/:id": async (access) => ({ intent: `end ${await buildSpareRole(access)}` }),
  "/admin/organisations": (_, principal) => ({
    intent: "add",
    name: `New council for ${principal}`,
    kinds: "council",
    tier: "unitary",
  }),
  "/admin/organisations/:id/merge": async (access) => ({
    intent: "tell-apart",
    other: await buildSpareCouncil(access),
  }),
  "/admin/organisations/:id": ({ place }) => ({
    intent: "succeed",
    successorId: place.outside.council.id,
    takesOverOn: "2040-04-01",
  }),
  "/admin/elections": ({ place }, principal) => ({ ...poll(principal), councilId: place.council.id }),
  "/areas/:area/elections": (_, principal) => poll(principal),
  "/admin/areas/:id": async (access) => ({ intent: "connect", councilId: await buildSpareCouncil(access) }),
  "/areas/:area/actions": async (access, principal) => ({
    intent: `dismiss:${await findStandingAction(access, principal)}`,
    reason: "Not this month",
  }),
  "/areas/:area/relationship": async (access) => {
    await clearProposals(access);
    return { intent: "propose", idealGapDays: "42", longestGapDays: "90" };
  },
  "/areas/:area/requests/new": ({ place }) => ({
    intent: "ask",
    title: "Who mends the lights?",
    askedOn: "today",
    council: place.council.slug,
  }),
  "/areas/:area/requests/:id": REPLY,
  "/areas/:area/projects/new": ({ place }) => ({
    intent: "record",
    title: "A field for all",
    aim: "A field that everybody can use.",
    startedOn: "today",
    lead: "joint",
    council: place.council.slug,
  }),
  "/areas/:area/projects/:id": REPLY,
  "/areas/:area/projects/:id/edit": async (access) => ({
    intent: "edit",
    revision: await revisionOf(access, "record", access.records.project?.shared),
    title: canaryOf("project", "shared"),
    aim: canaryOf("project", "shared"),
    caseText: canaryOf("project", "shared"),
    startedOn: "2026-09-01",
  }),
  "/areas/:area/milestones/new": ({ place }) => ({
    intent: "record",
    title: "The goals stand",
    owner: "joint",
    dueOn: "2030-01-01",
    council: place.council.slug,
  }),
  "/areas/:area/milestones/:id": REPLY,
  "/council": async ({ place, users }) => ({
    intent: "report-done",
    of: "milestone",
    id: await buildMilestone(
      users["community editor"],
      { area: place.area.slug, council: place.council.slug, owner: "council", dueOn: "2030-01-01" },
      place.by,
    ),
  }),
  "/areas/:area/bin": async (access) => ({ intent: PANEL_INTENTS.restore, id: await buildBinned(access) }),
  "/admin/areas": (_, principal) => ({ intent: "add", name: `New place for ${principal}` }),
  "/areas/:area/commitments/new": ({ place }) => ({
    title: "Mend the gate",
    bySide: "ours",
    dueOn: "2030-01-01",
    council: place.council.slug,
  }),
  "/areas/:area/commitments/:id": REPLY,
  "/areas/:area/meetings/:id": REPLY,
  "/areas/:area/meetings/:id/edit": async (access) => ({
    revision: await revisionOf(access, "record", access.records.meeting?.shared),
    title: canaryOf("meeting", "shared"),
    on: "2030-01-01",
    how: "in_person",
  }),
  "/areas/:area/meetings/:id/write-up": (_, principal) => heldForm(principal),
  "/areas/:area/meetings/new": ({ place }, principal) => ({
    council: place.council.slug,
    ...heldForm(principal),
  }),
  "/areas/:area/meetings/no-reply": ({ place }) => ({
    title: "Asked for a date",
    on: "today",
    how: "e_mail_exchange",
    council: place.council.slug,
  }),
  "/areas/:area/meetings/series": ({ place }) => ({
    title: "Every other month",
    on: "2030-01-01",
    unit: "week",
    every: "8",
    how: "video",
    council: place.council.slug,
  }),
  "/areas/:area/meetings/series/:id": REPLY,
  "/areas/:area/meetings/plan": ({ place }) => ({
    title: "Quarterly meeting",
    on: "2030-01-01",
    how: "in_person",
    council: place.council.slug,
  }),
  "/areas/:area/people/new": (_, principal) => ({
    intent: "add",
    name: `New person of ${principal}`,
    organisation: "ours",
    role: principal.startsWith("community") ? "member" : "officer",
  }),
  "/areas/:area/people": ({ people }) => ({ intent: `check-lead ${people.leadPost}` }),
  "/areas/:area/people/:id": async (access) => ({
    intent: "edit",
    revision: await revisionOf(access, "person", access.people.ours),
    name: canaryOf("person", "ours"),
  }),
  "/areas/:area/people/:id/merge": async (access) => ({
    intent: "merge",
    other: await buildTwin(access),
    revision: await revisionOf(access, "person", access.people.ours),
    otherRevision: "1",
  }),
  "/areas/:area/evidence/new/:kind": ({ place }) => ({
    intent: "record",
    what: "Mending the gate",
    "on.quick": "today",
    council: place.council.slug,
  }),
  "/areas/:area/evidence/:id": REPLY,
  "/areas/:area/evidence/:id/edit": async (access) => ({
    intent: "edit",
    revision: await revisionOf(access, "record", access.records.evidence?.shared),
    what: canaryOf("evidence", "shared"),
    "on.quick": "yesterday",
  }),
  "/areas/:area/aims/new": ({ place }) => ({
    intent: "state",
    whose: "ours",
    title: "A park for all",
    council: place.council.slug,
  }),
  "/areas/:area/aims/:id": REPLY,
  "/areas/:area/people/import": (access, principal) => backForm("people", access, principal),
  "/areas/:area/meetings/import": (access, principal) => backForm("meetings", access, principal),
  "/admin/imports": (access, principal) => backForm("councils", access, principal),
  "/areas/:area/agreements/new": ({ place }) => ({
    intent: "draft",
    title: "How we work together",
    startsOn: "2030-01-01",
    roles: "Each names one person to ask.",
    council: place.council.slug,
  }),
  "/areas/:area/agreements/:id": REPLY,
  "/areas/:area/agreements/:id/edit": async (access) => ({
    intent: "counter",
    revision: await revisionOf(access, "record", access.records.mou?.shared),
    startsOn: "2026-01-01",
    roles: canaryOf("mou", "shared"),
  }),
  "/areas/:area/handovers/new": async ({ place, users }) => ({
    intent: "announce",
    postId: (await buildPost(place, users["community editor"], { role: "member" })).postId,
    why: "new_job",
    notifiedOn: "today",
    "lastDay.day": "1",
    "lastDay.month": "1",
    "lastDay.year": "2028",
  }),
  "/areas/:area/handovers/:id": REPLY,
  "/areas/:area/proposals/new": ({ place }) => ({
    intent: "make",
    about: "goal",
    title: "A smaller first step",
    "proposedOn.quick": "today",
    council: place.council.slug,
  }),
  "/areas/:area/proposals/:id": REPLY,
  "/research/method/calculator": () => ({ cases: '{"cases":[]}' }),
  "/answer/:token": () => ({ intent: "requests.answer", answer: "yes" }),
  "/invitation/:token": () => ({ name: "Nia New", password: PASSWORD }),
  "/admin/invitations": takeBackInvitation,
  "/areas/:area/team": takeBackInvitation,
  "/areas/:area/team/:id": () => ({ intent: "person", person: "nobody" }),
  "/areas/:area/records/:id/links": takeBackForm,
  "/areas/:area/records/:id/files": async (access, principal) => ({
    intent: "remove",
    fileId: await attachOwn(access, principal),
  }),
  ...PARTNERSHIP_FORMS,
  ...CHECK_IN_FORMS,
  ...DISCLOSURE_FORMS,
  ...ENDING_FORMS,
  ...RESEARCH_FORMS,
  "/*": () => ({ intent: "anything" }),
};

/** What a form uses up when it is carried out, made anew for each who sends it: as EXAMPLES, before them. */
export const FRESH: Record<string, (access: Access) => Promise<Record<string, string>>> = {
  ...ENDING_FRESH,
  ...RESEARCH_FRESH,
  "/answer/:token": async (access) => ({
    token: (await buildAnswerable(access.place, access.users["council editor"], access.people.ours)).token,
  }),
  "/invitation/:token": async ({ place, users }) => ({
    token: (await buildInvitation(users["community lead"], place.area.slug, place.by)).token,
  }),
  "/areas/:area/meetings/:id/write-up": async ({ place, users }) => ({
    id: await buildPlanned(place, users["community editor"], { on: "2030-01-01" }),
  }),
};
