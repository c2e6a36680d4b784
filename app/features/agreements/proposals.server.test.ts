import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { type Day, toDay } from "~/platform/calendar/day";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildSignatories, buildSigned } from "../../../tests/builders/agreement";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { acceptProposal, declineProposal, withdrawProposal } from "./answer-proposal.commands.server";
import { adoptChange, changeMou, setChangeAside } from "./change-mou.commands.server";
import { makeProposal, putChangeForward } from "./make-proposal.commands.server";
import { getMouPage } from "./mou.queries.server";
import { getMouVersions } from "./mou-versions.queries.server";
import {
  findProposalFact,
  findProposals,
  findProposalsWaiting,
  getProposalPage,
} from "./proposal.queries.server";
import { proposalFilter } from "./proposal-filter";

let db: TestDatabase;
let place: Place;
let signatories: Awaited<ReturnType<typeof buildSignatories>>;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
  signatories = await buildSignatories(place);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const good = () => ({
  area: place.area.slug,
  council: "barley-borough",
  about: "way_of_working" as const,
  title: "Meet in the hall",
  proposedOn: "2026-09-01",
});
const make = async (user: SignedIn = place.community.editor, change = {}) =>
  (await mustRun(user, makeProposal, { ...good(), ...change }, by)).id;
const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getProposalPage(tx, actor, id));

describe("a proposal", () => {
  it("waits for the other side, who declines it with reasons: an answer to the score", async () => {
    const id = await make();
    const waiting = (user: SignedIn) =>
      readAs(user, place.area.slug, clock, async (tx, actor) =>
        (await findProposalsWaiting(tx, actor)).map((one) => one.id),
      );
    expect(await waiting(place.councilSide.reader)).toEqual([id]);
    expect(await waiting(place.community.reader)).toEqual([]);
    const answer = { id, on: "2026-09-10", text: "It is not open in the evening." };
    expect(await runAs(place.councilSide.editor, declineProposal, { ...answer, text: " " }, by)).toEqual({
      status: "invalid",
      fields: { text: ["Give the reasons"] },
    });
    expect(
      await statusOf(place.councilSide.editor, declineProposal, { ...answer, on: "2026-08-31" }, by),
    ).toBe("invalid");
    expect(
      await statusOf(place.councilSide.editor, declineProposal, { ...answer, on: "2026-10-02" }, by),
    ).toBe("invalid");
    expect(await statusOf(place.councilSide.reader, declineProposal, answer, by)).toBe("forbidden");
    for (const user of [place.outside.councilLead, place.county?.users.lead ?? place.admin])
      expect(await statusOf(user, declineProposal, answer, by)).toBe("absent");
    await mustRun(place.councilSide.editor, declineProposal, answer, by);
    expect(await statusOf(place.councilSide.editor, acceptProposal, { id, on: "today" }, by)).toBe("invalid");
    expect(await pageFor(place.community.reader, id)).toMatchObject({
      state: "declined",
      answerText: answer.text,
    });
    const fact = await readAs(place.community.reader, place.area.slug, clock, (tx) =>
      findProposalFact(tx, id),
    );
    expect(fact).toMatchObject({ to: "council", proposed: "2026-09-01", answered: "2026-09-10" });
  });

  it("is taken back by its own side alone, and then owes nothing", async () => {
    const id = await make(place.councilSide.editor, { council: undefined });
    expect(await statusOf(place.community.lead, withdrawProposal, { id }, by)).toBe("forbidden");
    await mustRun(place.councilSide.editor, withdrawProposal, { id, reason: "Not needed." }, by);
    expect(
      await readAs(place.community.reader, place.area.slug, clock, (tx) => findProposalFact(tx, id)),
    ).toBeNull();
    const shown = async (view: string) =>
      readAs(place.community.reader, place.area.slug, clock, async (tx, actor) => {
        const filter = proposalFilter.parse({ view });
        return (await findProposals(tx, actor, filter, todayBy(clock))).proposals.map((one) => one.id);
      });
    expect(await shown("open")).not.toContain(id);
    expect(await shown("all")).toContain(id);
  });

  it.each([
    ["title", { title: "" }, "Say what you propose, in one line"],
    ["about", { about: "agreement" }, "Open the agreement and propose the change there, with its words"],
    ["about", { about: "weather" }, "Choose what you want to change"],
    ["proposedOn", { proposedOn: "2026-10-02" }, "This day cannot be in the future"],
    ["proposedOn", { proposedOn: "0001-01-01" }, "Check the year"],
    ["aboutId", { aboutId: "0190a0de-0000-7000-8000-000000000009" }, "Choose something both sides see"],
  ])("with a wrong %s is refused beside it", async (field, change, words) => {
    expect(await runAs(place.community.editor, makeProposal, { ...good(), ...change }, by)).toEqual({
      status: "invalid",
      fields: { [field]: [words] },
    });
  });

  it("is not made by readers or from elsewhere", async () => {
    expect(await statusOf(place.community.reader, makeProposal, good(), by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, makeProposal, good(), by)).toBe("absent");
  });
});

describe("a change of an agreement in force", () => {
  const textsOn = (id: string, on: Day, compare = {}) =>
    readAs(place.councilSide.reader, place.area.slug, clock, (tx, actor) =>
      getMouVersions(tx, actor, id, { on, ...compare }),
    );
  const mouFor = (user: SignedIn, id: string) =>
    readAs(user, place.area.slug, clock, (tx, actor) => getMouPage(tx, actor, id, todayBy(clock)));
  const changeOf = async (id: string, change = {}) => ({
    id,
    revision: (await mouFor(place.community.lead, id))?.revision ?? 0,
    reason: "We found a better way.",
    roles: "The council names one officer and a stand-in.",
    endsOn: "2027-12-31",
    ...change,
  });

  it("holds once the other side accepts it, and the text of every past day stays", async () => {
    const id = await buildSigned(place, signatories);
    clock.passDays(30);
    expect(await statusOf(place.community.editor, changeMou, await changeOf(id), by)).toBe("forbidden");
    const past = await changeOf(id, { endsOn: "2026-10-30" });
    expect(await statusOf(place.community.lead, changeMou, past, by)).toBe("invalid");
    const proposal = (await mustRun(place.community.lead, changeMou, await changeOf(id), by)).id;
    expect(await mouFor(place.councilSide.lead, id)).toMatchObject({
      terms: { endsOn: null },
      pending: { proposalId: proposal, number: 2 },
      version: { number: 1 },
    });
    expect((await mouFor(place.councilSide.lead, id))?.can).not.toContain("change");
    expect(await statusOf(place.councilSide.lead, changeMou, await changeOf(id), by)).toBe("invalid");
    const accept = { id: proposal, on: "today" };
    expect(await statusOf(place.community.lead, acceptProposal, accept, by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.editor, acceptProposal, accept, by)).toBe("forbidden");
    await mustRun(place.councilSide.lead, acceptProposal, accept, by);
    expect(await mouFor(place.community.reader, id)).toMatchObject({
      state: "in-force",
      terms: { endsOn: "2027-12-31" },
      version: { number: 2 },
      pending: null,
    });
    expect((await textsOn(id, toDay("2026-10-30")))?.held?.number).toBe(1);
    const now = await textsOn(id, toDay("2026-10-31"), { from: 1, to: 2 });
    expect(now?.held?.number).toBe(2);
    expect(now?.difference?.days).toEqual([{ what: "Last day", before: null, after: "2027-12-31" }]);
    expect(now?.difference?.parts.map(({ heading }) => heading)).toEqual(["roles", "liabilities"]);
    expect((await textsOn(id, toDay("2025-12-01")))?.held).toBeNull();
  });

  it("that is declined leaves everything as it was, and another can be proposed", async () => {
    const id = await buildSigned(place, signatories);
    const proposal = (await mustRun(place.councilSide.lead, changeMou, await changeOf(id), by)).id;
    await mustRun(place.community.lead, declineProposal, { id: proposal, on: "today", text: "No." }, by);
    expect(await mouFor(place.councilSide.lead, id)).toMatchObject({ pending: null, version: { number: 1 } });
    const again = (await mustRun(place.councilSide.lead, changeMou, await changeOf(id), by)).id;
    await mustRun(place.councilSide.lead, withdrawProposal, { id: again }, by);
    expect(await mouFor(place.councilSide.lead, id)).toMatchObject({ pending: null, version: { number: 1 } });
  });

  it("cannot be adopted, set aside or put forward but by its proposal and the right side", async () => {
    const id = await buildSigned(place, signatories);
    await mustRun(place.community.lead, changeMou, await changeOf(id), by);
    const pending = (await textsOn(id, toDay("2026-11-01")))?.versions[0];
    expect(pending).toMatchObject({ number: 2, said: "Proposed" });
    const [version] = await readAs(place.community.lead, place.area.slug, clock, (tx) =>
      tx.mouVersion.findMany({ where: { mouId: id, number: 2 }, select: { id: true } }),
    );
    const change = { id, versionId: version?.id ?? "" };
    expect(await statusOf(place.community.lead, adoptChange, change, by)).toBe("invalid");
    expect(await statusOf(place.councilSide.editor, adoptChange, change, by)).toBe("forbidden");
    expect(await statusOf(place.outside.councilLead, setChangeAside, change, by)).toBe("absent");
    expect(await statusOf(place.councilSide.lead, putChangeForward, { ...change, reason: "Twice" }, by)).toBe(
      "invalid",
    );
  });

  it("is refused by the database itself once its words were proposed", async () => {
    const id = await buildSigned(place, signatories);
    const change = () =>
      readAs(place.community.lead, place.area.slug, clock, (tx) =>
        tx.mouClause.deleteMany({ where: { version: { mouId: id } } }),
      );
    expect(await change()).toEqual({ count: 0 });
  });
});
