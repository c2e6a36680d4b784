import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { deactivateUser, endMembership } from "~/features/identity/accounts.commands.server";
import { acceptAsNew, acceptAsSelf, findInvitation } from "~/features/identity/invitation-acceptance.server";
import {
  inviteAnyone,
  inviteToSide,
  resendInvitation,
  withdrawInvitation,
} from "~/features/identity/invitations.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { todayBy } from "~/platform/clock";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { type MailServer, startMailServer } from "../../tests/builders/mail-server";
import { BUILT_AT, buildPlace, buildUser, mustRun, type Place } from "../../tests/builders/place";
import { browserOf, movingClock, PASSWORD } from "../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase, testServer, withDatabase } from "../../tests/setup/database";
import { sendAccountMail } from "./send-account-mail.server";

let db: TestDatabase;
let place: Place;
let mail: MailServer;
let client: Client;
const clock = movingClock(BUILT_AT);
const by = { clock };
const from = () => browserOf(clock).from();
const DAY = 24 * 60;

beforeAll(async () => {
  mail = await startMailServer();
  process.env.SMTP_URL = mail.url;
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  client = new Client({ connectionString: withDatabase(testServer().adminUrl, db.name) });
  await client.connect();
});
beforeEach(() => {
  mail.taken.splice(0);
});
afterAll(async () => {
  await client.end();
  await closeDatabase();
  await db.drop();
  await mail.stop();
});

/** What is in the database, whoever may see it. */
const lookAt = async (statement: string, values: string[] = []) =>
  (await client.query<Record<string, unknown>>(statement, values)).rows;

type Changes = {
  email?: string;
  role?: "reader" | "editor" | "lead";
  person?: string;
  reach?: "area" | "all";
};

const invite = (email: string, changes: Changes = {}) => ({
  area: "oakfield",
  name: "Nia New",
  email,
  role: "editor" as const,
  ...changes,
});

/** Sends the mail of an invitation, as the queue would; the token of its link. */
async function tokenOf(id: string): Promise<string> {
  await sendAccountMail.run({ what: "invitation", id }, clock);
  return /\/invitation\/([\w-]+)/.exec(mail.taken.at(-1)?.text ?? "")?.[1] ?? "";
}

async function sent(email: string, changes: Changes = {}): Promise<string> {
  const { id } = await mustRun(place.community.lead, inviteToSide, invite(email, changes), by);
  return tokenOf(id);
}

const NEW = { name: "Nia New", password: PASSWORD };

const standsOf = (userId: string) =>
  inTransaction(`user:${userId}`, todayBy(clock), async (_, stands) =>
    stands.map(({ area_slug, side, role }) => `${area_slug} ${side} ${role}`),
  );

describe("inviting", () => {
  it("is a lead's, for their own side; an admin's, for anybody", async () => {
    const { community, councilSide, admin, outside, council } = place;
    const ask = async (user: typeof admin, input: object) =>
      (await runAs(user, inviteToSide, { ...invite("who@test.example"), ...input }, by)).status;
    expect(await ask(community.lead, {})).toBe("done");
    expect(await ask(councilSide.lead, { reach: "all" })).toBe("done");
    expect(await ask(community.editor, {})).toBe("forbidden");
    expect(await ask(community.reader, {})).toBe("forbidden");
    expect(await ask(outside.communityLead, {})).toBe("absent");
    expect(await ask(admin, {})).toBe("absent");
    expect(await ask(community.lead, { role: "admin" })).toBe("invalid");
    const anyone = { name: "Nia", email: "x@test.example", organisationId: council.id, role: "reader" };
    expect((await runAs(admin, inviteAnyone, anyone, by)).status).toBe("done");
    expect((await runAs(admin, inviteAnyone, { ...anyone, area: place.area.id }, by)).status).toBe("done");
    expect(await runAs(admin, inviteAnyone, { ...anyone, area: outside.area.id }, by)).toMatchObject({
      fields: { area: [expect.stringContaining("nothing to do")] },
    });
    expect(await runAs(admin, inviteAnyone, { ...anyone, role: "admin" }, by)).toMatchObject({
      fields: { role: [expect.any(String)] },
    });
    expect((await runAs(community.lead, inviteAnyone, anyone, by)).status).toBe("forbidden");
  });

  it.each([
    ["name", { name: " " }],
    ["email", { email: "nobody" }],
    ["role", { role: "king" }],
    ["person", { person: "somebody" }],
    ["reach", { reach: "the world" }],
  ])("says what is wrong with %s", async (field, wrong) => {
    const input = { ...invite("bad@test.example"), ...wrong };
    const outcome = await runAs(place.community.lead, inviteToSide, input, by);
    expect(outcome).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
  });

  it("answers the same whether an address has an account elsewhere or none; a member of one's own is told", async () => {
    const { community, councilSide } = place;
    const ask = (email: string) => runAs(community.lead, inviteToSide, invite(email), by);
    const shape = ({ status }: Awaited<ReturnType<typeof ask>>) => status;
    expect([
      shape(await ask("nobody.at.all@test.example")),
      shape(await ask(councilSide.editor.email)),
      shape(await ask(place.outside.councilLead.email)),
    ]).toEqual(["done", "done", "done"]);
    expect(await ask(community.reader.email)).toMatchObject({
      status: "invalid",
      fields: { email: [expect.stringContaining("team")] },
    });
  });
});

describe("an invitation", () => {
  it("comes by mail with one link, of which only a hash is kept, and makes a member who is the person it said", async () => {
    const { community, area, by: built } = place;
    const person = await mustRun(
      community.lead,
      addPerson,
      { area: area.slug, name: "Nia New", organisation: "ours", role: "secretary" },
      built,
    );
    const email = "nia@test.example";
    const token = await sent(email, { person: person.id });
    expect(mail.taken.map(({ to }) => to?.[0]?.address)).toEqual([email]);
    expect(mail.taken[0]?.text).toContain("Community lead asks you to read and write, for ");
    expect(await findInvitation(token, clock.now())).toMatchObject({ email, account: null, role: "editor" });
    const kept = await lookAt("select * from invitation where email = $1", [email]);
    expect(JSON.stringify(kept)).not.toContain(token);
    const accepted = await acceptAsNew(token, NEW, from());
    expect(accepted).toMatchObject({ status: "done" });
    const { id, personId } = await authClient().user.findUniqueOrThrow({ where: { email } });
    expect(personId).toBe(person.id);
    expect(await standsOf(id)).toContain("oakfield community editor");
    expect((await browserOf(clock).signIn(email)).status).toBe("in");
    // Once.
    expect((await acceptAsNew(token, NEW, from())).status).toBe("gone");
    expect(await findInvitation(token, clock.now())).toBeNull();
    const log = await lookAt(
      "select principal, data from event where command = 'identity.accept-invitation'",
    );
    expect(log).toEqual([
      { principal: `user:${id}`, data: { role: "editor", organisation: expect.any(String) } },
    ]);
  });

  it("makes nobody a person of the other side, whatever it says", async () => {
    const { community, councilSide, area, by: built } = place;
    const post = { area: area.slug, name: "Olu Theirs", organisation: "ours", role: "officer" } as const;
    const theirs = await mustRun(councilSide.lead, addPerson, post, built);
    const of = (person: string) =>
      runAs(community.lead, inviteToSide, invite("olu@test.example", { person }), by);
    expect(await of(theirs.id)).toMatchObject({
      status: "invalid",
      fields: { person: [expect.stringContaining("of the list")] },
    });
    // And the database alone, whatever the command forgot to ask.
    const token = await sent("olu@test.example");
    await client.query("update invitation set person_id = $1 where email = 'olu@test.example'", [theirs.id]);
    expect((await acceptAsNew(token, NEW, from())).status).toBe("done");
    const made = await authClient().user.findUniqueOrThrow({ where: { email: "olu@test.example" } });
    expect(made.personId).toBeNull();
  });

  it("is nobody's to send themselves, nor to accept their own", async () => {
    const { admin, area, community } = place;
    const own = { name: "Ada", email: admin.email.toUpperCase(), organisationId: area.partnershipId };
    expect(await runAs(admin, inviteAnyone, { ...own, role: "reader" }, by)).toMatchObject({
      status: "invalid",
      fields: { email: [expect.stringContaining("your own address")] },
    });
    // Another's invitation of them is theirs to accept, and not to send in their own name.
    const { id } = await mustRun(community.lead, inviteToSide, invite(admin.email), by);
    expect((await runAs(admin, resendInvitation, { id }, by)).status).toBe("forbidden");
    const token = await tokenOf(id);
    await client.query("update invitation set invited_by_id = $1 where id = $2", [admin.id, id]);
    expect((await acceptAsSelf(token, admin.id, from())).status).toBe("gone");
    expect(await standsOf(admin.id)).not.toContain("oakfield community editor");
    await client.query("update invitation set invited_by_id = $1 where id = $2", [community.lead.id, id]);
    expect((await acceptAsSelf(token, admin.id, from())).status).toBe("done");
    expect(await standsOf(admin.id)).toContain("oakfield community editor");
    await client.query("delete from membership where user_id = $1 and role = 'editor'", [admin.id]);
  });

  it("is taken by one of two that come at once", async () => {
    const token = await sent("twice@test.example");
    const both = await Promise.all([acceptAsNew(token, NEW, from()), acceptAsNew(token, NEW, from())]);
    expect(both.map(({ status }) => status).sort()).toEqual(["done", "gone"]);
  });

  it("opens nothing after seven days, after it was taken back, or after another was sent; its mail neither", async () => {
    const email = "late@test.example";
    const opens = async (token: string) => (await findInvitation(token, clock.now())) !== null;
    const first = await mustRun(place.community.lead, inviteToSide, invite(email), by);
    const old = await tokenOf(first.id);
    const second = await mustRun(place.community.lead, resendInvitation, { id: first.id }, by);
    const token = await tokenOf(second.id);
    expect([await opens(old), await opens(token)]).toEqual([false, true]);
    clock.go(7 * DAY - 1);
    expect(await opens(token)).toBe(true);
    clock.go(1);
    expect(await opens(token)).toBe(false);
    expect((await acceptAsNew(token, NEW, from())).status).toBe("gone");
    const third = await mustRun(place.community.lead, resendInvitation, { id: second.id }, by);
    const last = await tokenOf(third.id);
    await mustRun(place.community.lead, withdrawInvitation, { id: third.id }, by);
    expect(await opens(last)).toBe(false);
    mail.taken.splice(0);
    await sendAccountMail.run({ what: "invitation", id: third.id }, clock);
    expect(mail.taken).toEqual([]);
    expect((await runAs(place.community.lead, resendInvitation, { id: third.id }, by)).status).toBe("absent");
  });

  it("ends with the right of whoever sent it, until another lead sends it again", async () => {
    const { admin, area, community } = place;
    const other = await buildUser("Passing lead");
    const give = { name: "Passing lead", email: other.email, organisationId: area.partnershipId };
    const asked = await mustRun(admin, inviteAnyone, { ...give, role: "lead" }, by);
    const token = await tokenOf(asked.id);
    expect(await acceptAsSelf(token, other.id, from())).toEqual({ status: "done", userId: other.id });
    const { id } = await mustRun(other, inviteToSide, invite("of.another@test.example"), by);
    const theirs = await tokenOf(id);
    const [membership] = await lookAt("select id from membership where user_id = $1", [other.id]);
    await mustRun(community.lead, endMembership, { id: String(membership?.id) }, by);
    expect(await findInvitation(theirs, clock.now())).toBeNull();
    const again = await mustRun(community.lead, resendInvitation, { id }, by);
    expect(await findInvitation(await tokenOf(again.id), clock.now())).not.toBeNull();
  });

  it("is accepted by an account with that address alone, open, and on that side of the area", async () => {
    const { councilSide, outside, admin } = place;
    const toOther = await sent(councilSide.editor.email);
    expect(await findInvitation(toOther, clock.now())).toMatchObject({ account: councilSide.editor.id });
    expect((await acceptAsSelf(toOther, councilSide.editor.id, from())).status).toBe("other-side");
    // Refused whole: it can still be taken back, and nothing was written.
    expect(await standsOf(councilSide.editor.id)).not.toContain("oakfield community editor");
    const toElsewhere = await sent(outside.communityLead.email, { role: "reader" });
    expect((await acceptAsSelf(toElsewhere, outside.councilLead.id, from())).status).toBe("gone");
    expect((await acceptAsNew(toElsewhere, NEW, from())).status).toBe("gone");
    expect((await acceptAsSelf(toElsewhere, outside.communityLead.id, from())).status).toBe("done");
    expect(await standsOf(outside.communityLead.id)).toContain("oakfield community reader");
    const gone = await buildUser("Gone again");
    const toClosed = await sent(gone.email);
    await mustRun(admin, deactivateUser, { id: gone.id }, by);
    expect((await acceptAsSelf(toClosed, gone.id, from())).status).toBe("gone");
  });

  it("is the business of the side that sent it: nobody else takes it back or sends it again", async () => {
    const { community, councilSide, outside, admin } = place;
    const { id } = await mustRun(community.lead, inviteToSide, invite("ours@test.example"), by);
    for (const user of [community.editor, councilSide.lead, outside.communityLead])
      for (const command of [resendInvitation, withdrawInvitation])
        expect((await runAs(user, command, { id }, by)).status).toBe("absent");
    expect((await runAs(admin, withdrawInvitation, { id }, by)).status).toBe("done");
  });

  it("has an end: fifty a day from one account", async () => {
    const { councilSide } = place;
    const rows = Array.from({ length: 50 }, (_, at) => at);
    for (const at of rows) await runAs(councilSide.lead, inviteToSide, invite(`many${at}@test.example`), by);
    const outcome = await runAs(councilSide.lead, inviteToSide, invite("more@test.example"), by);
    expect(outcome).toMatchObject({
      status: "invalid",
      fields: { "": [expect.stringContaining("tomorrow")] },
    });
    clock.go(DAY + 1);
    expect((await runAs(councilSide.lead, inviteToSide, invite("more@test.example"), by)).status).toBe(
      "done",
    );
  });
});
