import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { HEADINGS, idleClauses } from "./clause";
import { MOU_TEMPLATE } from "./mou-template";
import { pendingChange, standingText, textOn, type Version } from "./mou-version";
import { proposalFact } from "./proposal.facts";
import { ACTIONS, canTake, isFor, type Role } from "./proposal.transitions";
import { differenceOf } from "./text-difference";

const day = toDay;

describe("the difference between two texts", () => {
  it("names words that came in and went out, and puts the later text together again", () => {
    expect(differenceOf("We meet every month in the hall.", "We meet every six weeks in the hall.")).toEqual([
      { kind: "same", text: "We meet every " },
      { kind: "removed", text: "month " },
      { kind: "added", text: "six weeks " },
      { kind: "same", text: "in the hall." },
    ]);
  });

  it.each([
    ["", "New words"],
    ["Old words", ""],
    ["", ""],
    ["a b c d e", "e d c b a"],
    ["one\n\ntwo  three", "one\ntwo three four"],
    ["same same same", "same same"],
  ])("%j to %j loses nothing", (before, after) => {
    const pieces = differenceOf(before, after);
    const without = (kind: string) =>
      pieces
        .filter((p) => p.kind !== kind)
        .map(({ text }) => text)
        .join("");
    expect(without("removed")).toBe(after);
    expect(without("added")).toBe(before);
  });

  it("of long texts with nothing in common ends soon", () => {
    const long = (word: string) => Array.from({ length: 9_000 }, (_, i) => `${word}${i}`).join(" ");
    expect(differenceOf(long("a"), long("b")).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});

describe("idle clauses", () => {
  it("are those nothing is linked with, or nothing that is has moved for 90 days", () => {
    const clauses = (["duration", "flex", "roles", "priorities"] as const).map((heading) => ({ heading }));
    const links = [
      { heading: "priorities", movedOn: day("2026-07-02") },
      { heading: "priorities", movedOn: day("2026-07-03") },
      { heading: "flex", movedOn: day("2026-07-01") },
    ] as const;
    expect(idleClauses(clauses, links, day("2026-10-01"))).toEqual([
      { heading: "roles", movedOn: null, days: null },
      { heading: "flex", movedOn: "2026-07-01", days: 92 },
    ]);
  });
});

describe("versions", () => {
  const version = (number: number, change: Partial<Version> = {}): Version => ({
    id: `v${number}`,
    number,
    bySide: "council",
    draftedOn: day("2026-01-01"),
    proposedOn: day("2026-01-02"),
    startsOn: day("2026-02-01"),
    endsOn: null,
    reviewOn: null,
    agreedByCommunityOn: null,
    agreedByOtherOn: day("2026-01-02"),
    setAsideOn: null,
    clauses: [],
    ...change,
  });
  const first = version(1, { agreedByCommunityOn: day("2026-01-10") });
  const aside = version(2, { setAsideOn: day("2026-04-01") });
  const third = version(3, { agreedByOtherOn: day("2026-06-01"), agreedByCommunityOn: day("2026-05-20") });
  const open = version(4);

  it.each([
    ["2026-01-09", undefined],
    ["2026-01-10", 1],
    ["2026-05-31", 1],
    ["2026-06-01", 3],
    ["2030-01-01", 3],
  ])("on %s it was %s that held", (on, number) => {
    expect(textOn([third, aside, first, open], day(on))?.number).toBe(number);
  });

  it("stand as agreed last, or as on the table", () => {
    expect(standingText([first, aside, third, open])?.number).toBe(3);
    expect(standingText([aside, open])?.number).toBe(4);
    expect(pendingChange([first, aside])).toBeNull();
    expect(pendingChange([first, aside, open])?.number).toBe(4);
    expect(pendingChange([open])).toBeNull();
  });

  it("can begin with words under every heading", () => {
    expect(Object.keys(MOU_TEMPLATE)).toEqual([...HEADINGS]);
  });
});

describe("proposals", () => {
  const open = {
    toSide: "council",
    about: "date",
    answeredOn: null,
    answer: null,
    withdrawnOn: null,
  } as const;
  const over = {
    accepted: { ...open, answer: "accepted", answeredOn: day("2026-01-05") },
    declined: { ...open, answer: "declined", answeredOn: day("2026-01-05") },
    withdrawn: { ...open, withdrawnOn: day("2026-01-05") },
  } as const;
  const able = (role: Role, proposal: Parameters<typeof canTake>[2]) =>
    ACTIONS.filter((action) => canTake(action, role, proposal) === true);

  it("are answered by the other side, or the answer is noted; of an agreement by the other side alone", () => {
    expect(able("asked", open)).toEqual(["accept", "decline"]);
    expect(able("proposer", open)).toEqual(["accept", "decline", "withdraw"]);
    expect(able("proposer", { ...open, about: "agreement" })).toEqual(["withdraw"]);
    expect(isFor("accept", "proposer", "agreement")).toMatch(/other side/);
    for (const proposal of Object.values(over))
      for (const role of ["asked", "proposer"] as const) {
        expect(able(role, proposal)).toEqual([]);
        for (const action of ACTIONS) expect(canTake(action, role, proposal)).toMatch(/\w\.$/);
      }
  });

  it("say days to the score, and nothing once they are taken back", () => {
    const base = {
      id: "p1",
      level: "shared",
      binned: false,
      voidedOn: null,
      contestedOn: null,
      settledOn: null,
      occurredOn: day("2026-01-01"),
    } as const;
    expect(proposalFact(base, over.declined)).toEqual({
      type: "proposal",
      id: "p1",
      to: "council",
      proposed: "2026-01-01",
      answered: "2026-01-05",
      contested: null,
      settled: null,
    });
    expect(proposalFact(base, over.withdrawn)).toBeNull();
    expect(proposalFact({ ...base, level: "side" }, open)).toBeNull();
    expect(proposalFact({ ...base, binned: true }, open)).toBeNull();
  });
});
