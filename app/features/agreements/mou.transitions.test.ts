import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { checkTerms, endingOn, type Mou, overOn, stateOf } from "./mou";
import { mouFacts } from "./mou.facts";
import { ACTIONS, canTake, type Role, roleOf, STAGES, type Stage, stageOf } from "./mou.transitions";

const LINKED = ["link", "attach"];

/** What each role can do at each stage, every pair written out. */
const TABLE: Record<"mover" | "other", Record<Stage, string[]>> = {
  mover: {
    draft: ["revise", "propose", "link"],
    proposed: ["counter", "drop", "link"],
    agreed: ["drop", "sign", ...LINKED],
    "half-signed": ["drop", "sign", ...LINKED],
    signed: ["change", "askEnd", ...LINKED],
    "in-force": ["change", "startReview", "askEnd", ...LINKED],
    "under-review": ["change", "finishReview", "askEnd", ...LINKED],
    reviewed: LINKED,
    ending: LINKED,
    superseded: [],
    expired: ["attach"],
    ended: [],
  },
  other: {
    draft: [],
    proposed: ["counter", "agree", "drop", "link"],
    agreed: ["drop", "sign", ...LINKED],
    "half-signed": ["drop", "sign", ...LINKED],
    signed: ["change", "askEnd", ...LINKED],
    "in-force": ["change", "startReview", "askEnd", ...LINKED],
    "under-review": ["change", "finishReview", "askEnd", ...LINKED],
    reviewed: ["agreeReview", "reopenReview", ...LINKED],
    ending: ["agreeEnd", "refuseEnd", ...LINKED],
    superseded: [],
    expired: ["attach"],
    ended: [],
  },
};

describe("the table", () => {
  const roles = ["mover", "other", "sole"] as const satisfies readonly Role[];
  const cells = roles.flatMap((role) =>
    STAGES.flatMap((stage) => ACTIONS.map((action) => [role, stage, action] as const)),
  );
  it.each(cells)("%s, %s, %s", (role, stage, action) => {
    const able = canTake(action, role, stage);
    const listed =
      role === "sole"
        ? [...TABLE.mover[stage], ...TABLE.other[stage]].includes(action)
        : TABLE[role][stage].includes(action);
    if (listed) expect(able).toBe(true);
    else expect(able).toMatch(/\w\.$/);
  });
});

const day = toDay;
const TODAY = day("2026-10-01");
const draft: Mou = {
  kind: "partnership",
  startsOn: day("2025-10-01"),
  endsOn: null,
  reviewOn: null,
  textBySide: "community",
  proposedOn: null,
  agreedOn: null,
  signedOn: { community: null, other: null },
  reviews: [],
  endOn: null,
  endAskedBySide: null,
  endAgreedOn: null,
  supersededOn: null,
};
const proposed = { ...draft, proposedOn: day("2025-09-01") };
const agreed = { ...proposed, agreedOn: day("2025-09-10") };
const half = { ...agreed, signedOn: { community: day("2025-09-20"), other: null } };
const signed = { ...agreed, signedOn: { community: day("2025-09-20"), other: day("2025-09-25") } };
const review = {
  dueOn: day("2026-09-01"),
  startedOn: day("2026-09-10"),
  startedBySide: "council",
  doneOn: null,
  doneBySide: null,
  agreedOn: null,
} as const;
const said = { ...review, doneOn: day("2026-09-20"), doneBySide: "council" as const };

describe("states and stages", () => {
  it.each([
    ["draft", "draft", draft],
    ["proposed", "proposed", proposed],
    ["agreed", "agreed", agreed],
    ["agreed", "half-signed", half],
    ["signed", "signed", { ...signed, startsOn: day("2026-10-02") }],
    ["in-force", "in-force", { ...signed, startsOn: TODAY, endsOn: TODAY }],
    ["under-review", "under-review", { ...signed, reviews: [review] }],
    ["under-review", "reviewed", { ...signed, reviews: [said] }],
    ["in-force", "in-force", { ...signed, reviews: [{ ...said, agreedOn: day("2026-09-22") }] }],
    ["in-force", "ending", { ...signed, endOn: day("2026-12-01"), endAskedBySide: "council" }],
    ["in-force", "in-force", { ...signed, endOn: day("2026-10-02"), endAgreedOn: TODAY }],
    ["ended", "ended", { ...signed, endOn: TODAY, endAgreedOn: TODAY }],
    ["expired", "expired", { ...signed, endsOn: day("2026-09-30") }],
    ["superseded", "superseded", { ...signed, supersededOn: TODAY }],
    ["in-force", "in-force", { ...signed, supersededOn: day("2026-10-02") }],
  ] satisfies [string, string, Mou][])("%s, %s", (state, stage, mou) => {
    expect([stateOf(mou, TODAY), stageOf(mou, TODAY)]).toEqual([state, stage]);
  });

  it("moves by who moved last", () => {
    expect(roleOf(proposed, "community", TODAY)).toBe("mover");
    expect(roleOf(proposed, "council", TODAY)).toBe("other");
    expect(roleOf({ ...signed, reviews: [said] }, "council", TODAY)).toBe("mover");
    expect(roleOf({ ...signed, endOn: TODAY, endAskedBySide: "community" }, "council", TODAY)).toBe("other");
    expect(roleOf({ ...proposed, kind: "programme" }, "community", TODAY)).toBe("sole");
  });

  it("comes to its end for both 60 days ahead, and not before", () => {
    expect(endingOn({ ...signed, endsOn: day("2026-11-30") }, TODAY)).toBe("2026-11-30");
    expect(endingOn({ ...signed, endsOn: day("2026-12-01") }, TODAY)).toBeNull();
    expect(endingOn({ ...proposed, endsOn: day("2026-10-10") }, TODAY)).toBeNull();
    expect(overOn({ ...signed, endsOn: day("2027-01-01"), supersededOn: day("2026-12-01") })).toBe(
      "2026-12-01",
    );
  });

  it.each([
    [{ startsOn: day("0001-01-01") }, { startsOn: "Check the year" }],
    [{ startsOn: day("9999-12-31") }, { startsOn: "Check the year" }],
    [{ endsOn: day("2025-09-30") }, { endsOn: "The last day cannot be before the first" }],
    [{ endsOn: day("9999-01-01") }, { endsOn: "Check the year" }],
    [{ reviewOn: day("2025-10-01") }, { reviewOn: "The review has to be after the first day" }],
    [
      { endsOn: day("2026-01-01"), reviewOn: day("2026-01-02") },
      { reviewOn: "The review has to be on the last day or before it" },
    ],
    [{ endsOn: day("2026-10-01"), reviewOn: day("2026-10-01") }, {}],
  ])("%j says %j", (change, wrong) => {
    expect(checkTerms({ ...draft, ...change }, TODAY)).toEqual(wrong);
  });
});

describe("the facts", () => {
  const base = {
    id: "m1",
    level: "shared",
    binned: false,
    voidedOn: null,
    contestedOn: null,
    settledOn: null,
  } as const;
  const none = { contested: null, settled: null };
  const both = { council: "2025-09-25", community: "2025-09-20" };

  it("are signatures, the review to come and the day it is over", () => {
    const mou = { ...signed, reviewOn: day("2026-09-01"), endsOn: day("2027-09-30") };
    expect(mouFacts(base, mou)).toEqual([
      {
        type: "mou",
        id: "m1",
        ...none,
        signed: both,
        review_due: "2026-09-01",
        reviewed: null,
        ended: "2027-09-30",
      },
    ]);
    expect(mouFacts(base, half)[0]?.signed).toEqual({ council: null, community: "2025-09-20" });
  });

  it("keep every review that was done when the next is due", () => {
    const reviews = [
      { ...said, dueOn: day("2026-01-01"), doneOn: day("2026-01-05"), agreedOn: day("2026-01-06") },
      { ...said, agreedOn: day("2026-09-22") },
    ];
    const facts = mouFacts(base, { ...signed, reviews, reviewOn: day("2027-09-01") });
    expect(
      facts.map(({ id, review_due, reviewed, signed: by }) => [id, review_due, reviewed, by !== null]),
    ).toEqual([
      ["m1", "2026-09-01", "2026-09-20", true],
      ["m1.review-1", "2026-01-01", "2026-01-05", false],
      ["m1.next", "2027-09-01", null, false],
    ]);
  });

  it.each([
    ["a side's own", { level: "side" }, signed],
    ["binned", { binned: true }, signed],
    ["voided", { voidedOn: TODAY }, signed],
    ["the chair's with the programme", {}, { ...signed, kind: "programme" }],
    ["signed by nobody", {}, agreed],
  ] as const)("are none where it is %s", (_what, change, mou) => {
    expect(mouFacts({ ...base, ...change }, mou)).toEqual([]);
  });
});
