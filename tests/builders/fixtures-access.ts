import type { SignedIn } from "~/composition/execution.server";
import { deactivateUser, giveMembership } from "~/features/identity/accounts.commands.server";
import { getAuth } from "~/features/identity/auth.server";
import { createSeries } from "~/features/meetings/series.commands.server";
import { nameLead } from "~/features/people/leads.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { recordNote } from "~/features/records/notes.commands.server";
import { systemClock } from "~/platform/clock";
import { authClient } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Principal } from "../contracts/access.table";
import type { TestDatabase } from "../setup/database";
import { buildProposal, buildProposed, giveWords } from "./agreement";
import { buildAim } from "./aim";
import { buildRequest } from "./asked-request";
import { buildViews } from "./assessment";
import { attachBytes } from "./attachment";
import { buildSecondAdmin, letIn } from "./break-glass";
import { buildFeed } from "./calendar-feed";
import { buildChanged } from "./changed-request";
import { buildDisclosures } from "./disclosure";
import { buildClosedEntry } from "./entry";
import { asMaintenance, buildVariants, canaryOf, type Ground, type Variant } from "./fixtures-records";
import { buildInvitation } from "./invitation";
import { buildHandover, buildPost } from "./leaver";
import { buildAnswerable } from "./link";
import { buildPlanned } from "./meeting";
import { buildOpenRound, type OpenRound } from "./open-round";
import { buildOwn, type Own } from "./partnership";
import { buildPlace, buildUser, mustRun, type Place } from "./place";
import { buildMilestone, buildProject } from "./plan";
import { buildPromise } from "./promise";
import { publishInvented, RELEASE } from "./published-release";
import { buildStudy, STUDY_CANARIES } from "./study";

export const PASSWORD = "a password for tests alone";

export type Access = {
  place: Place;
  users: Record<Exclude<Principal, "nobody">, SignedIn>;
  /** Of each kind, a record of each variant. */
  records: Record<string, Record<Variant, string>>;
  /** A shared request of the community that nobody of the borough has opened yet. */
  unopened: string;
  series: string;
  /** A request of the community's whose title was changed, with the entry of the log that says so. */
  changed: { id: string; entry: string };
  /** Of what the partnership keeps to itself. */
  own: Own;
  people: { ours: string; leadPost: string; elsewhere: string };
  /** A file on the shared request, that both its sides see. */
  file: string;
  checkIn: OpenRound;
  /** What the community’s lead answers to somebody who asked for information. */
  disclosures: { full: string; empty: string };
  /** A study that the researcher is in. */
  study: { id: string; slug: string };
  /** What a link is opened with, by whoever holds it. */
  token: string;
  /** What an invitation to the community's side is opened with. */
  invitation: string;
  /** What the calendar of the community's reader is opened with. */
  feed: string;
  passwordHash: string;
  ownerUrl: string;
};

/** Oakfield with everybody who may or may not look at it, and a record of every kind in every state of privacy. */
export async function buildAccess(db: TestDatabase): Promise<Access> {
  const place = await buildPlace(db, { county: true, clock: systemClock });
  const users = await buildPrincipals(db, place);
  const passwordHash = await givePasswords(Object.values(users));
  const ground = groundOf(place, users);
  const author = users["community editor"];
  const where = { area: place.area.slug, council: place.council.slug };
  const samples: Record<string, string> = {
    request: await buildRequest(author, where, place.by),
    commitment: await buildPromise(author, { ...where, dueOn: "2030-01-01" }, place.by),
  };
  samples.project = await buildProject(author, { ...where, endsOn: "2030-01-01" }, place.by);
  samples.milestone = await buildMilestone(author, { ...where, dueOn: "2030-01-01" }, place.by);
  samples.meeting = await buildPlanned(place, author, { on: "2030-01-01" });
  samples.aim = await buildAim(author, { ...where, detail: "Why" }, place.by);
  samples.evidence = await buildClosedEntry(author, where, place.by);
  samples.mou = await buildProposed(author, users["community lead"], where, place.by);
  samples.proposal = await buildProposal(author, where, place.by);
  const officer = await buildPost(place, users["council editor"]);
  samples.handover = await buildHandover(place, author, officer);
  const note = { id: samples.request ?? "", level: "side", text: "A note" } as const;
  samples.note = (await mustRun(author, recordNote, note, place.by)).id;
  const records: Access["records"] = {};
  for (const [kind, id] of Object.entries(samples))
    records[kind] = await buildVariants(db.ownerUrl, kind, id, ground);
  await giveWords(db.ownerUrl, samples.mou, records.mou ?? {});
  const own = await buildOwn(place, author);
  const file = await attachBytes(author, records.request?.shared ?? "", place.by);
  const series = await buildSeries(place, author);
  const unopened = await buildRequest(author, where, place.by);
  const people = await buildTwoPeople(place);
  await buildViews(place, { community: author, council: users["council editor"] }, people.ours);
  const made = {
    place,
    users,
    records,
    unopened,
    series,
    people,
    own,
    file,
    changed: await buildChanged(author, where, place.by),
    checkIn: await buildOpenRound(place),
    disclosures: await buildDisclosures(place, users["community lead"]),
    study: await buildStudy(place, { ...STUDY_CANARIES, members: [users.researcher] }),
    invitation: (await buildInvitation(users["community lead"], place.area.slug, place.by)).token,
    passwordHash,
    ownerUrl: db.ownerUrl,
  };
  const { token } = await buildAnswerable(made.place, made.users["council editor"], made.people.ours);
  await publishInvented(place, { id: RELEASE, asOf: "2026-09-30", areas: 25 });
  return { ...made, token, feed: await buildFeed(users["community reader"], place.by) };
}

async function buildPrincipals(db: TestDatabase, place: Place): Promise<Access["users"]> {
  const { community, councilSide, county, outside, admin, area, by } = place;
  if (!county) throw new Error("the place needs its county");
  const member = async (name: string, organisationId: string, role: "lead" | "researcher") => {
    const user = await buildUser(name);
    const membership = { userId: user.id, organisationId, role, startsOn: "2020-01-01" };
    await mustRun(admin, giveMembership, membership, by);
    return user;
  };
  const ended = await member("Ended lead", area.partnershipId, "lead");
  const closed = await member("Closed lead", area.partnershipId, "lead");
  await asMaintenance(db.ownerUrl, (client) =>
    client.query("update membership set ends_on = '2026-01-01' where user_id = $1", [ended.id]),
  );
  return {
    "community reader": community.reader,
    "community editor": community.editor,
    "community lead": community.lead,
    "council reader": councilSide.reader,
    "council editor": councilSide.editor,
    "council lead": councilSide.lead,
    "other council": county.users.lead,
    "another area": outside.communityLead,
    researcher: await member("Rae Researcher", outside.area.partnershipId, "researcher"),
    admin,
    ended,
    closed,
    "admin let in": await buildSecondAdmin("Liv Letin", { admin, by, ownerUrl: db.ownerUrl }),
  };
}

async function buildSeries({ area, council, by }: Place, author: SignedIn): Promise<string> {
  const repeats = {
    title: "Monthly catch-up",
    on: "2030-01-01",
    unit: "week",
    every: 4,
    how: "video",
  } as const;
  const made = await mustRun(
    author,
    createSeries,
    { area: area.slug, council: council.slug, ...repeats },
    by,
  );
  return made.id;
}

async function givePasswords(users: readonly SignedIn[]): Promise<string> {
  const { password } = await getAuth().$context;
  const hash = await password.hash(PASSWORD);
  const rows = users.map(({ id }) => ({ id: newId(), userId: id, accountId: id, password: hash }));
  await authClient().account.createMany({
    data: rows.map((row) => ({ ...row, providerId: "credential" })),
  });
  return hash;
}

/** Who writes for which side, and where the fixtures' other places are. */
export function groundOf(
  { area, council, county, outside }: Place,
  users: Pick<Access["users"], "community editor" | "council editor" | "another area">,
): Ground {
  const by = (organisationId: string, user: SignedIn, side: "community" | "council") => ({
    organisationId,
    authorId: user.id,
    side,
  });
  return {
    community: by(area.partnershipId, users["community editor"], "community"),
    council: by(council.id, users["council editor"], "council"),
    otherRelationshipId: county?.relationshipId ?? "",
    elsewhere: {
      ...by(outside.area.partnershipId, users["another area"], "community"),
      areaId: outside.area.id,
      relationshipId: outside.relationshipId,
    },
  };
}

/** Somebody both sides of Oakfield know, and somebody of the other area. */
async function buildTwoPeople({ area, outside, community, by }: Place): Promise<Access["people"]> {
  const add = async (user: SignedIn, slug: string, variant: string) => {
    const person = {
      area: slug,
      name: canaryOf("person", variant),
      organisation: "ours",
      role: "chair",
    } as const;
    return mustRun(user, addPerson, person, by);
  };
  const ours = await add(community.lead, area.slug, "ours");
  const lead = await mustRun(community.lead, nameLead, { area: area.slug, id: ours.appointmentId }, by);
  const elsewhere = await add(outside.communityLead, outside.area.slug, "elsewhere");
  return { ours: ours.id, leadPost: lead.id, elsewhere: elsewhere.id };
}

/** Closes the account of the principal "closed": after it has signed in. */
export async function closeAccount({ place, users }: Access): Promise<void> {
  await mustRun(place.admin, deactivateUser, { id: users.closed.id }, place.by);
}

type Ask = (sent: {
  method: string;
  path: string;
  form: Record<string, string>;
}) => Promise<{ status: number; cookies: string[] }>;

/**
 * Signs everybody in by the form, and gives the cookies they then have. Closes the account of "closed" after, and opens
 * Oakfield to the admin who is let in: for an hour from then.
 */
export async function signInAll(access: Access, ask: Ask): Promise<Record<Principal, string | undefined>> {
  const cookies: Partial<Record<Principal, string>> = {};
  for (const [principal, { email }] of Object.entries(access.users)) {
    const form = { email, password: PASSWORD };
    const answer = await ask({ method: "POST", path: "/sign-in", form });
    if (answer.status !== 302) throw new Error(`${principal} cannot sign in: ${answer.status}`);
    cookies[principal as Principal] = answer.cookies.join("; ");
  }
  await closeAccount(access);
  await letIn(access, "Somebody’s safety, as a test may say");
  return { nobody: undefined, ...cookies } as Record<Principal, string | undefined>;
}
