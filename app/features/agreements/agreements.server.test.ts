import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { buildDraft, buildSignatories, buildSigned } from "../../../tests/builders/agreement";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { buildPromise } from "../../../tests/builders/promise";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { linkClause, unlinkClause } from "./clause-links.commands.server";
import { draftMou, reviseDraft } from "./draft-mou.commands.server";
import { agreeEnd, askEnd, refuseEnd } from "./end-mou.commands.server";
import { findMouFacts, getMouPage } from "./mou.queries.server";
import { mouFilter } from "./mou-filter";
import { findMous, findMousWaiting } from "./mous.queries.server";
import { agreeMou, counterMou, dropMou, proposeMou } from "./propose-mou.commands.server";
import { agreeReview, finishReview, reopenReview, startReview } from "./review-mou.commands.server";
import { signMou } from "./sign-mou.commands.server";

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

const where = () => ({ area: place.area.slug, council: "barley-borough" });
const draft = (user: SignedIn = place.community.editor, change = {}) =>
  buildDraft(user, { ...where(), ...change }, by);
const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getMouPage(tx, actor, id, todayBy(clock)));
const waitingFor = (user: SignedIn) =>
  readAs(user, place.area.slug, clock, (tx, actor) => findMousWaiting(tx, actor, todayBy(clock)));
const outsiders = () => [
  place.county?.users.lead ?? place.admin,
  place.outside.communityLead,
  place.outside.councilLead,
  place.admin,
];

describe("a draft", () => {
  it("is its own side's until a lead proposes it", async () => {
    const id = await draft();
    expect(await pageFor(place.councilSide.lead, id)).toBeNull();
    expect(await pageFor(place.community.reader, id)).toMatchObject({ state: "draft", can: [] });
    expect(await statusOf(place.councilSide.lead, agreeMou, { id }, by)).toBe("absent");
    expect(await statusOf(place.community.editor, proposeMou, { id }, by)).toBe("forbidden");
    await mustRun(place.community.lead, proposeMou, { id }, by);
    expect(await pageFor(place.councilSide.reader, id)).toMatchObject({ state: "proposed", can: [] });
    for (const user of outsiders()) expect(await statusOf(user, agreeMou, { id }, by)).toBe("absent");
    expect(await waitingFor(place.councilSide.editor)).toContainEqual(
      expect.objectContaining({ id, wants: "agree" }),
    );
    expect(await waitingFor(place.community.lead)).toEqual([]);
  });

  it.each([
    ["title", { title: "x".repeat(301) }, "Use 200 characters or fewer"],
    [
      "startsOn",
      { startsOn: { day: "1", month: "1", year: "0000" } },
      "Enter a real date, such as 27 3 2026",
    ],
    ["startsOn", { startsOn: "9999-01-01" }, "Check the year"],
    ["endsOn", { endsOn: "2025-12-31" }, "The last day cannot be before the first"],
    ["reviewOn", { reviewOn: "2026-01-01" }, "The review has to be after the first day"],
    ["council", { council: "all" }, "Choose one council"],
    ["council", { council: "far-unitary" }, "Choose which council this is about"],
    [
      "replacesId",
      { replacesId: "0190a0de-0000-7000-8000-000000000009" },
      "Choose an agreement of the same two",
    ],
  ])("with a wrong %s is refused beside it", async (field, change, words) => {
    const input = { ...where(), title: "New", startsOn: "2026-01-01", ...change };
    expect(await runAs(place.community.editor, draftMou, input, by)).toEqual({
      status: "invalid",
      fields: { [field]: [words] },
    });
  });

  it("is not begun by readers or from elsewhere, and takes no side or level from the form", async () => {
    const input = { ...where(), title: "New", startsOn: "2026-01-01" };
    expect(await statusOf(place.community.reader, draftMou, input, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, draftMou, input, by)).toBe("absent");
    expect(await statusOf(place.community.lead, draftMou, { ...input, level: "shared" }, by)).toBe("invalid");
  });

  it("changed by two at once shows the second what the first wrote", async () => {
    const id = await draft();
    const revision = (await pageFor(place.community.lead, id))?.revision ?? 0;
    const change = { id, revision, title: "Our agreement", startsOn: "2026-02-01", roles: "New words" };
    await mustRun(place.community.lead, reviseDraft, change, by);
    expect(await pageFor(place.community.lead, id)).toMatchObject({
      title: "Our agreement",
      terms: { startsOn: "2026-02-01" },
      clauses: [{ heading: "roles", text: "New words" }],
    });
    const late = await runAs(place.community.editor, reviseDraft, change, by);
    expect(late).toMatchObject({ status: "conflict", current: { title: "Our agreement" } });
  });

  it("with no words is not proposed", async () => {
    const id = await draft(place.community.lead, { roles: null, liabilities: null });
    expect(await statusOf(place.community.lead, proposeMou, { id }, by)).toBe("invalid");
  });
});

describe("from the table to signatures", () => {
  it("either side may put other words forward, and the other agrees", async () => {
    const id = await draft(place.councilSide.lead, { council: undefined });
    await mustRun(place.councilSide.lead, proposeMou, { id }, by);
    expect(await statusOf(place.councilSide.lead, agreeMou, { id }, by)).toBe("invalid");
    const revision = (await pageFor(place.community.lead, id))?.revision ?? 0;
    const words = { id, revision, startsOn: "2026-03-01", roles: "Ours instead" };
    expect(await statusOf(place.community.editor, counterMou, words, by)).toBe("forbidden");
    await mustRun(place.community.lead, counterMou, words, by);
    expect(await pageFor(place.councilSide.lead, id)).toMatchObject({
      version: { number: 2, bySide: "community" },
      terms: { startsOn: "2026-03-01" },
      clauses: [{ heading: "roles", text: "Ours instead" }],
    });
    expect(await statusOf(place.community.lead, agreeMou, { id }, by)).toBe("invalid");
    await mustRun(place.councilSide.lead, agreeMou, { id }, by);
    expect(await pageFor(place.community.reader, id)).toMatchObject({ state: "agreed" });
  });

  it("each side signs for itself, with somebody who had a post that day", async () => {
    const id = await draft(place.community.lead);
    await mustRun(place.community.lead, proposeMou, { id }, by);
    const sign = { id, personId: signatories.community, signedOn: "2026-01-10" };
    expect(await statusOf(place.community.editor, signMou, sign, by)).toBe("invalid");
    await mustRun(place.councilSide.lead, agreeMou, { id }, by);
    const refused = (change: object) => runAs(place.community.editor, signMou, { ...sign, ...change }, by);
    expect(await refused({ personId: signatories.council })).toEqual({
      status: "invalid",
      fields: { personId: ["Choose somebody of your own side: each side signs for itself"] },
    });
    expect(await refused({ signedOn: "2019-12-31" })).toMatchObject({
      fields: { personId: [expect.any(String)] },
    });
    expect(await refused({ signedOn: "2026-10-02" })).toMatchObject({
      fields: { signedOn: [expect.any(String)] },
    });
    expect(await refused({ party: "council" })).toMatchObject({ fields: { party: [expect.any(String)] } });
    expect(await statusOf(place.community.reader, signMou, sign, by)).toBe("forbidden");
    await mustRun(place.community.editor, signMou, sign, by);
    const facts = () => readAs(place.community.reader, place.area.slug, clock, (tx) => findMouFacts(tx, id));
    expect(await facts()).toMatchObject([{ signed: { council: null, community: "2026-01-10" } }]);
    await mustRun(
      place.councilSide.editor,
      signMou,
      { ...sign, personId: signatories.council, signedOn: "2026-01-12" },
      by,
    );
    expect(await facts()).toMatchObject([{ signed: { council: "2026-01-12", community: "2026-01-10" } }]);
    expect(await pageFor(place.councilSide.lead, id)).toMatchObject({
      state: "in-force",
      inForceFrom: "2026-01-12",
      signatories: [{ name: "Carol Chair" }, { name: "Sam Senior" }],
    });
  });

  it("is given up with a reason that both see", async () => {
    const id = await draft(place.community.lead);
    await mustRun(place.community.lead, proposeMou, { id }, by);
    await mustRun(place.councilSide.lead, dropMou, { id, reason: "The team is gone." }, by);
    expect(await pageFor(place.community.lead, id)).toMatchObject({
      state: "ended",
      ending: { reason: "The team is gone." },
    });
  });
});

describe("in force", () => {
  it("is reviewed once both say so", async () => {
    const id = await buildSigned(place, signatories, { reviewOn: "2026-09-20" });
    expect(await waitingFor(place.councilSide.reader)).toContainEqual(
      expect.objectContaining({ id, wants: "review", pastItsDay: true }),
    );
    await mustRun(place.councilSide.editor, startReview, { id }, by);
    const said = {
      id,
      doneOn: "today",
      outcome: "kept",
      note: "All of it was kept.",
      nextReviewOn: "2027-09-20",
    } as const;
    const wrong = { ...said, nextReviewOn: "2026-09-30" };
    expect(await statusOf(place.councilSide.editor, finishReview, wrong, by)).toBe("invalid");
    await mustRun(place.councilSide.editor, finishReview, said, by);
    expect(await statusOf(place.councilSide.lead, agreeReview, { id }, by)).toBe("invalid");
    await mustRun(place.community.editor, reopenReview, { id, reason: "The money was not talked of." }, by);
    await mustRun(place.councilSide.editor, finishReview, said, by);
    expect(await statusOf(place.community.editor, agreeReview, { id }, by)).toBe("forbidden");
    await mustRun(place.community.lead, agreeReview, { id }, by);
    expect(await pageFor(place.community.lead, id)).toMatchObject({
      state: "in-force",
      terms: { reviewOn: "2027-09-20" },
      reviews: [{ dueOn: "2026-09-20", doneOn: "2026-10-01", outcome: "kept" }],
    });
    const facts = await readAs(place.community.reader, place.area.slug, clock, (tx) => findMouFacts(tx, id));
    expect(facts).toMatchObject([
      { id, review_due: "2026-09-20", reviewed: "2026-10-01" },
      { id: `${id}.next`, review_due: "2027-09-20", reviewed: null },
    ]);
  });

  it("ends when both say so, and goes on when one does not", async () => {
    const id = await buildSigned(place, signatories);
    const ask = { id, endOn: "2026-12-01", reason: "The programme ends." };
    expect(await statusOf(place.community.lead, askEnd, { ...ask, endOn: "2026-09-30" }, by)).toBe("invalid");
    await mustRun(place.community.lead, askEnd, ask, by);
    expect(await statusOf(place.community.lead, agreeEnd, { id }, by)).toBe("invalid");
    await mustRun(place.councilSide.lead, refuseEnd, { id, reason: "Let us talk." }, by);
    await mustRun(place.community.lead, askEnd, { ...ask, endOn: "today" }, by);
    await mustRun(place.councilSide.lead, agreeEnd, { id }, by);
    expect(await pageFor(place.community.lead, id)).toMatchObject({ state: "ended" });
  });

  it("shows its end on both home pages, and gives way to the one that takes its place", async () => {
    const id = await buildSigned(place, signatories, { endsOn: "2026-11-30" });
    for (const user of [place.community.reader, place.councilSide.reader])
      expect(await waitingFor(user)).toContainEqual(
        expect.objectContaining({ id, wants: "what-follows", on: "2026-11-30" }),
      );
    await buildSigned(place, signatories, { title: "The next one", replacesId: id, startsOn: "2026-10-01" });
    expect(await pageFor(place.councilSide.lead, id)).toMatchObject({ state: "superseded" });
    const [fact] = await readAs(place.community.reader, place.area.slug, clock, (tx) =>
      tx.scoringFact.findMany({ where: { sourceId: id, knownUntil: null } }),
    );
    expect(fact?.body).toMatchObject({ ended: "2026-10-01" });
  });

  it("links clauses with promises both sides see, and names those nothing moves on", async () => {
    const id = await buildSigned(place, signatories);
    const promise = await buildPromise(place.community.editor, { ...where(), dueOn: "2026-12-01" }, by);
    const link = { id, heading: "roles" as const, linkedId: promise };
    expect(await statusOf(place.community.editor, linkClause, { ...link, linkedId: id }, by)).toBe("invalid");
    expect(await statusOf(place.community.reader, linkClause, link, by)).toBe("forbidden");
    await mustRun(place.councilSide.editor, linkClause, link, by);
    expect(await statusOf(place.community.editor, linkClause, link, by)).toBe("invalid");
    const page = await pageFor(place.councilSide.reader, id);
    expect(page?.links).toMatchObject([{ linkedId: promise, movedOn: "2026-10-01" }]);
    expect(page?.idle).toMatchObject([{ heading: "liabilities", days: null }]);
    await mustRun(place.community.editor, unlinkClause, { id, linkId: page?.links[0]?.id ?? "" }, by);
    expect((await pageFor(place.community.lead, id))?.links).toEqual([]);
  });
});

describe("the chair's agreement with the programme", () => {
  it("is the partnership's own from beginning to end, and no part of the score", async () => {
    const kind = "programme" as const;
    expect(
      await statusOf(
        place.councilSide.lead,
        draftMou,
        { area: place.area.slug, kind, title: "Ours", startsOn: "2026-01-01" },
        by,
      ),
    ).toBe("invalid");
    const { lead } = place.community;
    const id = await draft(lead, { kind, council: undefined });
    await mustRun(lead, proposeMou, { id }, by);
    await mustRun(lead, agreeMou, { id }, by);
    const signedOn = "2026-01-10";
    await mustRun(lead, signMou, { id, party: "community", personId: signatories.community, signedOn }, by);
    await mustRun(lead, signMou, { id, party: "programme", name: "Pat Programme", signedOn }, by);
    expect(await pageFor(place.community.reader, id)).toMatchObject({ state: "in-force" });
    expect(await pageFor(place.councilSide.lead, id)).toBeNull();
    expect(
      await readAs(lead, place.area.slug, clock, (tx) => tx.scoringFact.count({ where: { sourceId: id } })),
    ).toBe(0);
    const listed = (user: SignedIn) =>
      readAs(user, place.area.slug, clock, async (tx, actor) => {
        const { mous } = await findMous(tx, actor, mouFilter.parse({ view: "in-force" }), todayBy(clock));
        return mous.map((mou) => mou.id);
      });
    expect(await listed(lead)).toContain(id);
    expect(await listed(place.councilSide.lead)).not.toContain(id);
  });
});
