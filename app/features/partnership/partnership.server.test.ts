import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { findOwnLog, findTakenOff } from "~/composition/partnership-log.server";
import { todayBy } from "~/platform/clock";
import type { Command } from "~/platform/command.server";
import { inTransaction } from "~/platform/db.server";
import { buildOwn, memberForm, type Own } from "../../../tests/builders/partnership";
import { mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { withPlace } from "../../../tests/setup/with-place";
import type { Actor } from "../identity/actor";
import { keepDecision } from "./decisions.commands.server";
import { putBack, takeOff } from "./lines.commands.server";
import { findFacts, findMember } from "./lines.queries.server";
import { endMember, keepMember } from "./members.commands.server";
import { keepInterest, keepMending, keepPlan, keepPolicy } from "./papers.commands.server";
import { draftReview, handInReview, startReview } from "./reviews.commands.server";

let place: Place;
let own: Own;
const clock = stoppedClock();
const by = { clock };

withPlace({ county: true, clock }, async (built) => {
  place = built;
  own = await buildOwn(built, built.community.editor);
});

const area = "oakfield";
const editor = () => place.community.editor;
const memberOf = (more: Record<string, unknown> = {}) => ({ area, ...memberForm, ...more });
const decisionOf = (more: Record<string, unknown> = {}) => ({
  area,
  title: "A grant",
  about: "grant" as const,
  decidedOn: "2026-09-01",
  ...more,
});

/** What a refused form is told, field by field. */
async function problems<S extends z.ZodType, T, R>(
  command: Command<Actor, S, T, R>,
  input: unknown,
  user = editor(),
) {
  const outcome = await runAs(user, command, input, by);
  return outcome.status === "invalid" ? Object.keys(outcome.fields) : outcome.status;
}

describe("whose it is", () => {
  const WRITES = [
    ["keepMember", keepMember, () => memberOf()],
    ["endMember", endMember, () => ({ area, id: own.member, endsOn: "2026-09-30" })],
    ["keepPolicy", keepPolicy, () => ({ area, about: "money", title: "Grants", adoptedOn: "2024-01-01" })],
    [
      "keepInterest",
      keepInterest,
      () => ({ area, memberId: own.member, body: "Hall", nature: "runs", startsOn: "2024-01-01" }),
    ],
    ["keepPlan", keepPlan, () => ({ area, kind: "plan", agreedOn: "2024-01-01", text: "A field" })],
    ["keepMending", keepMending, () => ({ area, checkId: "members", doing: "We ask", byOn: "2027-01-01" })],
    ["keepDecision", keepDecision, () => decisionOf()],
    ["takeOff", takeOff, () => ({ area, kind: "decision", id: own.decision })],
    ["startReview", startReview, () => ({ area, year: 2025 })],
    ["draftReview", draftReview, () => ({ area, id: own.review, revision: 2 })],
    ["handInReview", handInReview, () => ({ area, id: own.review, revision: 2, submittedBy: "Sam" })],
  ] as const;

  it.each(WRITES)("%s is the partnership’s alone", async (_, command, input) => {
    const status = (user: SignedIn) => statusOf(user, command as unknown as typeof keepPlan, input(), by);
    const { community, councilSide, county, outside, admin } = place;
    expect(await status(community.reader)).toBe("forbidden");
    for (const user of [councilSide.editor, councilSide.lead, outside.communityLead, admin])
      expect(await status(user), user.name).toBe("absent");
    expect(county && (await status(county.users.lead))).toBe("absent");
  });

  it("keeps every row from the council, by row security and by the queries alone", async () => {
    const { community, councilSide, outside } = place;
    const counts = (user: SignedIn) =>
      inTransaction(`user:${user.id}`, todayBy(clock), async (tx) => [
        await tx.partnershipMember.count(),
        await tx.partnershipPolicy.count(),
        await tx.partnershipInterest.count(),
        await tx.partnershipDecision.count(),
        await tx.partnershipPlan.count(),
        await tx.partnershipMending.count(),
        await tx.partnershipReview.count(),
        await tx.event.count({ where: { command: { startsWith: "partnership." } } }),
      ]);
    expect(Math.min(...(await counts(community.reader)))).toBeGreaterThan(0);
    for (const user of [councilSide.lead, outside.communityLead])
      expect(Math.max(...(await counts(user)))).toBe(0);
    const facts = await readAs(community.reader, area, clock, (tx, actor) =>
      findFacts(tx, { ...actor, side: "council" }),
    );
    expect(Object.values(facts).flat()).toEqual([]);
  });
});

describe("a member", () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ["no name", { name: " " }, ["name"]],
    ["a name of 300 letters", { name: "a".repeat(300) }, ["name"]],
    ["no such role", { role: "king" }, ["role"]],
    ["nothing said of where they live", { livesHere: "" }, ["livesHere"]],
    ["a party and no public office", { party: "Green" }, ["party"]],
    ["family said and not named", { kin: "some" }, ["family"]],
    ["family named and not said", { family: "Marsh" }, ["kin"]],
    ["related to nobody here", { kin: "some", relatedTo: [crypto.randomUUID()] }, ["relatedTo"]],
    ["somebody not in the list of people", { personId: crypto.randomUUID() }, ["personId"]],
    ["left before they joined", { endsOn: "2021-12-31" }, ["endsOn"]],
    ["signed in the future", { formSignedOn: "2026-10-02" }, ["formSignedOn"]],
    ["the year 0", { startsOn: "0000-01-01" }, ["startsOn"]],
    ["the year 9999", { startsOn: "9999-01-01" }, ["startsOn"]],
  ])("is refused beside the field: %s", async (_, more, fields) => {
    expect(await problems(keepMember, memberOf(more))).toEqual(fields);
  });

  it("has a party by a public office alone, in the database too", async () => {
    const office = { publicOffice: "Councillor", party: "Green" };
    const { id } = await mustRun(editor(), keepMember, memberOf(office), by);
    const forget = inTransaction(`user:${editor().id}`, todayBy(clock), (tx) =>
      tx.partnershipMember.update({ where: { id }, data: { publicOffice: null } }),
    );
    await expect(forget).rejects.toThrow(/partnership_member_party/);
  });

  it("is not overwritten unseen, and says what is saved now", async () => {
    const { id } = await mustRun(editor(), keepMember, memberOf(), by);
    await mustRun(editor(), keepMember, memberOf({ id, revision: 1, name: "Ana Hill" }), by);
    const late = await runAs(
      place.community.lead,
      keepMember,
      memberOf({ id, revision: 1, name: "Anna" }),
      by,
    );
    expect(late).toMatchObject({ status: "conflict", current: { name: "Ana Hill" } });
  });

  it("leaves once, on a day", async () => {
    const { id } = await mustRun(editor(), keepMember, memberOf(), by);
    expect(await problems(endMember, { area, id, endsOn: "2021-12-31" })).toEqual(["endsOn"]);
    await mustRun(editor(), endMember, { area, id, endsOn: "today" }, by);
    const member = await readAs(editor(), area, clock, (tx, actor) => findMember(tx, actor, id));
    expect(member?.endsOn).toBe("2026-10-01");
    expect(await statusOf(editor(), endMember, { area, id, endsOn: "today" }, by)).toBe("forbidden");
  });
});

const PAPERS = { keepPolicy, keepInterest, keepPlan, keepMending, keepDecision };

describe("papers and decisions", () => {
  it.each<[string, keyof typeof PAPERS, Record<string, unknown>, string[]]>([
    [
      "a policy of tomorrow",
      "keepPolicy",
      { about: "money", title: "Grants", adoptedOn: "2026-10-02" },
      ["adoptedOn"],
    ],
    [
      "a policy looked at before it was agreed",
      "keepPolicy",
      { about: "money", title: "G", adoptedOn: "2024-01-02", reviewOn: "2024-01-02" },
      ["reviewOn"],
    ],
    [
      "an interest of nobody here",
      "keepInterest",
      { memberId: crypto.randomUUID(), body: "H", nature: "runs", startsOn: "2024-01-01" },
      ["memberId"],
    ],
    [
      "a plan that ends first",
      "keepPlan",
      { kind: "plan", agreedOn: "2024-01-02", until: "2024-01-01", text: "A" },
      ["until"],
    ],
    [
      "mending of yesterday",
      "keepMending",
      { checkId: "members", doing: "Ask", byOn: "yesterday" },
      ["byOn"],
    ],
    ["no such check", "keepMending", { checkId: "weather", doing: "Ask", byOn: "2027-01-01" }, ["checkId"]],
    [
      "a vote of a stranger",
      "keepDecision",
      {
        title: "A",
        about: "grant",
        decidedOn: "2026-09-01",
        votes: [{ member: crypto.randomUUID(), vote: "for" }],
      },
      ["votes"],
    ],
    [
      "votes in what is still to come",
      "keepDecision",
      { title: "A", about: "grant", decidedOn: "2026-10-02", toldOn: "2026-10-01" },
      ["decidedOn"],
    ],
    [
      "a meeting there is none of",
      "keepDecision",
      { title: "A", about: "grant", decidedOn: "2026-09-01", meetingId: crypto.randomUUID() },
      ["meetingId"],
    ],
  ])("are refused beside the field: %s", async (_, name, more, fields) => {
    const command = PAPERS[name] as unknown as typeof keepPolicy;
    expect(await problems(command, { area, ...more })).toEqual(fields);
  });

  it("keep who stepped out", async () => {
    const votes = [{ member: own.member, vote: "stepped_out" as const }];
    const { id } = await mustRun(editor(), keepDecision, decisionOf({ votes }), by);
    const facts = await readAs(editor(), area, clock, findFacts);
    expect(facts.decisions.find((one) => one.id === id)?.votes).toEqual(votes);
  });

  it("come off their list and back on, and both are told", async () => {
    const { id } = await mustRun(editor(), keepDecision, decisionOf({ title: "A mistake" }), by);
    const line = { area, kind: "decision" as const, id };
    await mustRun(editor(), takeOff, line, by);
    expect(await problems(takeOff, line)).toEqual([""]);
    const gone = () =>
      readAs(editor(), area, clock, (tx, actor) =>
        findTakenOff(actor, { tx, today: todayBy(clock), now: clock.now() }),
      );
    expect((await gone()).map(({ name }) => name)).toEqual(["A mistake"]);
    await mustRun(editor(), putBack, line, by);
    expect(await gone()).toEqual([]);
    expect(await problems(putBack, line)).toEqual([""]);
    const log = await readAs(editor(), area, clock, (tx, actor) =>
      findOwnLog(actor, { tx, today: todayBy(clock), now: clock.now() }, 1),
    );
    expect(log.entries.slice(0, 2).map(({ said }) => said)).toEqual([
      "put back the decision “A mistake”",
      "took off the decision “A mistake”",
    ]);
  });

  it("keep a member who has declared interests", async () => {
    expect(await problems(takeOff, { area, kind: "member", id: own.member })).toEqual([""]);
  });
});

describe("the yearly review", () => {
  let id = "";
  const answers = ["reflects", "policies", "values", "conflicts"].map((one) => ({
    id: one,
    text: `On ${one}`,
  }));
  const hand = (revision: number, more: Record<string, unknown> = {}) => ({
    area,
    id,
    revision,
    answers,
    submittedBy: "Sunil Rao",
    ...more,
  });

  beforeAll(async () => {
    id = (await mustRun(editor(), startReview, { area, year: 2026 }, by)).id;
  });
  afterAll(() => clock.set("2026-10-01T20:00:00.000Z"));

  it("is begun once a year, not before its days", async () => {
    expect((await mustRun(editor(), startReview, { area, year: 2026 }, by)).id).toBe(id);
    for (const year of [2027, 10_000, 99_999_999_999])
      expect(await problems(startReview, { area, year }), String(year)).toEqual(["year"]);
  });

  it("wants every answer, and a plan for whatever fails", async () => {
    const bare = await problems(handInReview, hand(1, { answers: [] }), place.community.lead);
    expect(bare).toEqual(["answers[0].text", "answers[1].text", "answers[2].text", "answers[3].text", ""]);
    expect(await problems(handInReview, hand(1), place.community.lead)).toEqual([""]);
  });

  it("is handed in once, by whoever keeps these papers, and stays as it was", async () => {
    for (const checkId of ["members", "policies", "forms", "decisions", "interests", "paid-votes"] as const)
      await mustRun(editor(), keepMending, { area, checkId, doing: "We see to it", byOn: "2027-01-31" }, by);
    await mustRun(editor(), draftReview, { area, id, revision: 1, answers: answers.slice(0, 1) }, by);
    expect(await statusOf(place.community.reader, handInReview, hand(2), by)).toBe("forbidden");
    expect(await statusOf(place.community.lead, handInReview, hand(1), by)).toBe("conflict");
    await mustRun(place.community.lead, handInReview, hand(2) as never, by);
    expect(await statusOf(place.community.lead, handInReview, hand(3), by)).toBe("forbidden");
    expect(await statusOf(editor(), draftReview, { area, id, revision: 3 }, by)).toBe("forbidden");
    const change = inTransaction(`user:${editor().id}`, todayBy(clock), (tx) =>
      tx.partnershipReview.update({ where: { id }, data: { submittedBy: "Somebody else" } }),
    );
    await expect(change).rejects.toThrow(/not changed/);
  });
});
