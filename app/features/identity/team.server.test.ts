import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { addPerson } from "~/features/people/people.commands.server";
import { dayToDate } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { authClient, closeDatabase, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { askFeed, buildFeed } from "../../../tests/builders/calendar-feed";
import { BUILT_AT, buildPlace, buildUser, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { browserOf, givePassword, movingClock } from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { deactivateUser, endMembership, giveMembership, reactivateUser } from "./accounts.commands.server";
import { findSignedIn } from "./auth.server";
import { leftWithout } from "./keeping-leads.server";
import { changeRole, linkPerson } from "./team.commands.server";
import { findTeam, isOnlyLead } from "./team.queries.server";
import { makeApiToken } from "./tokens.commands.server";

let db: TestDatabase;
let place: Place;
const clock = movingClock(BUILT_AT);
const by = { clock };
const startsOn = "2020-01-01";

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** A new member; the ids of the account and of its membership. */
async function member(
  name: string,
  role: "reader" | "editor" | "lead",
  { areaId = null as string | null, organisationId = place.area.partnershipId } = {},
) {
  const user = await buildUser(name);
  const input = { userId: user.id, organisationId, role, areaId, startsOn };
  const { id } = await mustRun(place.admin, giveMembership, input, by);
  return { user, membership: id };
}

const rolesOf = ({ id }: SignedIn) =>
  inTransaction(`user:${id}`, todayBy(clock), async (_, stands) => [
    ...new Set(stands.map(({ role }) => role)),
  ]);

describe("the areas that nobody leads but one", () => {
  const a = { id: "a" };
  const b = { id: "b" };
  it.each([
    ["one alone everywhere", null, [], ["a", "b"]],
    ["one alone in an area", "a", [], ["a"]],
    ["another everywhere", null, [null], []],
    ["another in one of two", null, ["a"], ["b"]],
    ["others in each", null, ["a", "b"], []],
    ["another in another area", "a", ["b"], ["a"]],
  ])("%s", (_, areaId, others, expected) => {
    const left = leftWithout(
      { areaId },
      others.map((one) => ({ areaId: one })),
      [a, b],
    );
    expect(left.map(({ id }) => id)).toEqual(expected);
  });
});

describe("a lead", () => {
  it("changes what a member of their own side may do, from the next request on", async () => {
    const { community, councilSide } = place;
    const { user, membership } = await member("Rae Rise", "reader");
    const change = (who: SignedIn, role: string) => runAs(who, changeRole, { id: membership, role }, by);
    for (const who of [community.editor, community.reader])
      expect((await change(who, "lead")).status).toBe("forbidden");
    expect((await change(councilSide.lead, "lead")).status).toBe("forbidden");
    expect((await change(place.outside.councilLead, "lead")).status).toBe("absent");
    expect((await change(community.lead, "admin")).status).toBe("invalid");
    expect((await change(community.lead, "reader")).status).toBe("invalid");
    expect((await change(community.lead, "editor")).status).toBe("done");
    expect(await rolesOf(user)).toEqual(["editor"]);
    // The one before has ended with it.
    expect(await change(community.lead, "lead")).toMatchObject({ fields: { role: [expect.any(String)] } });
  });

  it("ends a role and gives it back; never the last lead's, nor their own to nothing", async () => {
    const { community, admin, council } = place;
    const { user, membership } = await member("Ned Next", "lead");
    const own = await readAs(community.lead, "oakfield", clock, (tx, actor) =>
      findTeam(tx, actor, todayBy(clock)),
    );
    const lead = own.find(({ userId }) => userId === community.lead.id);
    if (!lead) throw new Error("the lead is in the team");
    expect(isOnlyLead(own, lead, place.area.id)).toBe(false);
    expect(await runAs(community.lead, endMembership, { id: lead.membership }, by)).toMatchObject({
      status: "forbidden",
      why: expect.stringContaining("only role"),
    });
    await mustRun(community.lead, endMembership, { id: membership }, by);
    expect(await rolesOf(user)).toEqual([]);
    const why = { status: "forbidden", why: expect.stringContaining("Oakfield") };
    const { id } = community.lead;
    const down = { id: lead.membership, role: "reader" };
    expect(await runAs(admin, endMembership, { id: lead.membership }, by)).toMatchObject(why);
    expect(await runAs(admin, changeRole, down, by)).toMatchObject(why);
    expect(await runAs(admin, deactivateUser, { id }, by)).toMatchObject(why);
    const again = { userId: user.id, organisationId: place.area.partnershipId, role: "editor" as const };
    await mustRun(community.lead, giveMembership, again, by);
    expect(await rolesOf(user)).toEqual(["editor"]);
    const team = await readAs(community.lead, "oakfield", clock, (tx, actor) =>
      findTeam(tx, actor, todayBy(clock)),
    );
    const [found, ...more] = team.filter(({ userId }) => userId === user.id);
    expect([found?.role, found?.isHere, more]).toEqual(["editor", true, []]);
    const forOther = { ...again, organisationId: council.id };
    expect((await runAs(community.lead, giveMembership, forOther, by)).status).toBe("forbidden");
  });

  it("of one area gives and ends nothing that is of all areas", async () => {
    const { council, area, councilSide } = place;
    const narrow = await member("Nell Narrow", "lead", { areaId: area.id, organisationId: council.id });
    const other = await member("Will Wide", "editor", { organisationId: council.id });
    const here = await member("Hal Here", "reader", { areaId: area.id, organisationId: council.id });
    const give = { userId: other.user.id, organisationId: council.id, role: "reader" as const };
    const who = narrow.user;
    expect(await statusOf(who, giveMembership, give, by)).toBe("forbidden");
    expect(await statusOf(who, giveMembership, { ...give, areaId: area.id }, by)).toBe("done");
    expect(await statusOf(who, endMembership, { id: other.membership }, by)).toBe("forbidden");
    expect(await statusOf(who, changeRole, { id: other.membership, role: "lead" }, by)).toBe("forbidden");
    expect(await statusOf(who, changeRole, { id: here.membership, role: "editor" }, by)).toBe("done");
    expect((await runAs(councilSide.lead, endMembership, { id: other.membership }, by)).status).toBe("done");
    // And the database alone, whatever a command forgets to ask: of a membership only the end changes, for admins too.
    const change = (id: string, data: { areaId?: null; userId?: string; role?: "lead" }) =>
      inTransaction(`user:${id}`, todayBy(clock), (tx) =>
        tx.membership.updateMany({ where: { id: narrow.membership }, data }),
      );
    await expect(change(narrow.user.id, { areaId: null })).rejects.toThrow(/permission denied/);
    await expect(change(place.admin.id, { userId: other.user.id })).rejects.toThrow(/permission denied/);
    await expect(change(place.admin.id, { role: "lead" })).rejects.toThrow(/permission denied/);
  });
});

describe("an admin", () => {
  it("gives their own account no role, by no way: another admin or a lead does", async () => {
    const { admin, area } = place;
    const own = { userId: admin.id, organisationId: area.partnershipId, role: "reader" as const, startsOn };
    expect(await runAs(admin, giveMembership, own, by)).toMatchObject({
      status: "forbidden",
      why: expect.stringContaining("your own account"),
    });
    await expect(
      inTransaction(`user:${admin.id}`, todayBy(clock), (tx) =>
        tx.membership.createMany({
          data: [{ ...own, id: newId(), side: "community", startsOn: dayToDate(todayBy(clock)) }],
        }),
      ),
    ).rejects.toThrow(/row-level security/);
    const organisations = await inTransaction(`user:${admin.id}`, todayBy(clock), (tx) =>
      tx.membership.findMany({ where: { userId: admin.id }, select: { organisationId: true } }),
    );
    expect(organisations).toHaveLength(1);
    // Given by another admin, it is theirs or a lead's to widen.
    const second = await buildUser("Another admin");
    const programme = organisations[0]?.organisationId ?? "";
    const gave = { userId: second.id, organisationId: programme, role: "admin" as const };
    const { id: membership } = await mustRun(admin, giveMembership, gave, by);
    const { id } = await mustRun(second, giveMembership, own, by);
    expect(await runAs(admin, changeRole, { id, role: "lead" }, by)).toMatchObject({
      status: "forbidden",
      why: expect.stringContaining("your own account"),
    });
    await mustRun(admin, endMembership, { id }, by);
    await mustRun(admin, endMembership, { id: membership }, by);
  });
});

describe("closing an account", () => {
  it("ends its sessions, tokens and calendars at once, keeps what it wrote, and can be undone without them", async () => {
    const { admin, community } = place;
    const { user } = await member("Una Undone", "editor");
    await givePassword(user.id);
    const browser = browserOf(clock);
    await browser.signIn(user.email);
    const token = { name: "Sheet", access: "read", prefix: "123456789", tokenHash: "a".repeat(64) } as const;
    await mustRun(user, makeApiToken, token, by);
    const count = async () => [
      await authClient().session.count({ where: { userId: user.id } }),
      await inTransaction(`user:${user.id}`, todayBy(clock), (tx) =>
        tx.apiToken.count({ where: { userId: user.id, revokedAt: null } }),
      ),
    ];
    expect(await count()).toEqual([1, 1]);
    const feed = await buildFeed(user, by);
    expect((await askFeed(feed, { clock })).status).toBe(200);
    expect((await runAs(community.lead, deactivateUser, { id: user.id }, by)).status).toBe("forbidden");
    await mustRun(admin, deactivateUser, { id: user.id }, by);
    expect(await findSignedIn(browser.request())).toBeNull();
    expect(await rolesOf(user)).toEqual([]);
    expect((await browserOf(clock).signIn(user.email)).status).toBe("refused");
    expect((await runAs(community.lead, reactivateUser, { id: user.id }, by)).status).toBe("forbidden");
    await mustRun(admin, reactivateUser, { id: user.id }, by);
    expect(await count()).toEqual([0, 0]);
    expect((await askFeed(feed, { clock })).status).toBe(404);
    expect(await findSignedIn(browser.request())).toBeNull();
    expect((await browserOf(clock).signIn(user.email)).status).toBe("in");
    expect(await rolesOf(user)).toEqual(["editor"]);
    const log = await inTransaction(`user:${admin.id}`, todayBy(clock), (tx) =>
      tx.event.findMany({ where: { subjectId: user.id }, select: { command: true } }),
    );
    const commands = log.map(({ command }) => command);
    expect(commands).toContain("identity.deactivate");
    expect(commands).toContain("identity.reactivate");
  });

  it("is refused for the last admin, and for one's own", async () => {
    const { admin } = place;
    expect((await runAs(admin, deactivateUser, { id: admin.id }, by)).status).toBe("forbidden");
    const second = await buildUser("Second admin");
    const [own] = await inTransaction(`user:${admin.id}`, todayBy(clock), (tx) =>
      tx.membership.findMany({ where: { userId: admin.id } }),
    );
    const organisationId = own?.organisationId ?? "";
    expect(await runAs(admin, endMembership, { id: own?.id ?? "" }, by)).toMatchObject({
      why: expect.stringContaining("the programme"),
    });
    await mustRun(admin, giveMembership, { userId: second.id, organisationId, role: "admin" }, by);
    expect((await runAs(second, deactivateUser, { id: admin.id }, by)).status).toBe("done");
    expect((await runAs(second, endMembership, { id: own?.id ?? "" }, by)).status).toBe("done");
    await mustRun(second, reactivateUser, { id: admin.id }, by);
    await mustRun(second, giveMembership, { userId: admin.id, organisationId, role: "admin" }, by);
  });
});

describe("which person of the register an account is", () => {
  const add = async (who: SignedIn, name: string, role: "chair" | "officer") => {
    const person = { area: "oakfield", name, organisation: "ours", role } as const;
    return (await mustRun(who, addPerson, person, by)).id;
  };
  const link = (who: SignedIn, user: SignedIn, person: string) =>
    runAs(who, linkPerson, { userId: user.id, person }, by);
  const personOf = async ({ id }: SignedIn) =>
    (await authClient().user.findUniqueOrThrow({ where: { id } })).personId;

  it("is said by oneself or a lead of theirs, among the people of their own side, and of one account", async () => {
    const { community, councilSide, outside } = place;
    const ours = await add(community.lead, "Ann Ours", "chair");
    const theirs = await add(councilSide.lead, "Olu Theirs", "officer");
    const { editor, reader, lead } = community;
    expect((await link(editor, editor, ours)).status).toBe("done");
    expect(await personOf(editor)).toBe(ours);
    expect(await link(lead, reader, ours)).toMatchObject({
      fields: { person: [expect.stringContaining("Another account")] },
    });
    expect(await link(editor, editor, theirs)).toMatchObject({ status: "invalid" });
    expect(await personOf(editor)).toBe(ours);
    expect((await link(reader, editor, ours)).status).toBe("forbidden");
    expect((await link(councilSide.lead, editor, theirs)).status).toBe("forbidden");
    expect((await link(outside.councilLead, editor, ours)).status).toBe("absent");
    expect(await link(reader, reader, place.area.id)).toMatchObject({ status: "invalid" });
    expect((await link(lead, editor, "nobody")).status).toBe("done");
    expect(await personOf(editor)).toBeNull();
    expect((await link(reader, reader, ours)).status).toBe("done");
    expect((await link(lead, lead, "me")).status).toBe("invalid");
  });
});
