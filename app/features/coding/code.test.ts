import { describe, expect, it } from "vitest";
import { afterDecision, byTheme, type CodeState, DECISIONS, needsReason, themeName } from "./code";
import { canDecide, canPropose, canPutCode, canTakeOff, takesCodes } from "./code.policy";
import {
  amongChoices,
  amongWords,
  countedByTheme,
  type ReleasedCounts,
  readAmong,
  toldOf,
} from "./code-counts";

describe("what may be decided of a code", () => {
  it.each<[CodeState, Record<(typeof DECISIONS)[number], CodeState | null>]>([
    ["proposed", { accept: "accepted", decline: "declined", retire: null }],
    ["accepted", { accept: null, decline: null, retire: "retired" }],
    ["declined", { accept: null, decline: null, retire: null }],
    ["retired", { accept: null, decline: null, retire: null }],
  ])("that is %s", (state, expected) => {
    expect(Object.fromEntries(DECISIONS.map((one) => [one, afterDecision(state, one)]))).toEqual(expected);
  });

  it("needs its reason, but for a yes", () => {
    expect(DECISIONS.filter(needsReason)).toEqual(["decline", "retire"]);
  });
});

describe("who may", () => {
  const shared = { level: "shared", binned: false, voidedOn: null, kind: "request" } as const;
  const editor = { role: "editor", organisationId: "a" } as const;

  it.each([
    ["a shared record", {}, true],
    ["a side's own", { level: "side" }, false],
    ["a personal one", { level: "personal" }, false],
    ["one in the bin", { binned: true }, false],
    ["a void one", { voidedOn: "2026-01-01" }, false],
    ["a note", { kind: "note" }, false],
  ])("put a code on %s", (_, change, expected) => {
    const record = { ...shared, ...change } as Parameters<typeof takesCodes>[0];
    expect(takesCodes(record)).toBe(expected);
    expect(canPutCode(editor, record) === true).toBe(expected);
    expect(canPutCode({ role: "reader" }, record)).not.toBe(true);
  });

  it("take a code off: who writes for the side that put it there, or has taken that over", () => {
    const coding = { organisationId: "a" };
    expect(canTakeOff(editor, coding)).toBe(true);
    expect(canTakeOff({ ...editor, organisationId: "b", formerly: ["a"] }, coding)).toBe(true);
    expect(canTakeOff({ ...editor, organisationId: "b" }, coding)).toMatch(/Only the side/);
    expect(canTakeOff({ ...editor, role: "reader" }, coding)).toMatch(/read here/);
  });

  it("propose and decide", () => {
    expect([canPropose({ admin: true }, false), canPropose({ admin: false }, true)]).toEqual([true, true]);
    expect(canPropose({ admin: false }, false)).toMatch(/open study/);
    expect([canDecide({ admin: true }), canDecide({ admin: false }) === true]).toEqual([true, false]);
  });
});

const cell = { cut: [], classes: [], status: "shown" } as const;
const rural = { cut: ["ruralUrban"], classes: ["rural"] } as const;
const release: ReleasedCounts = {
  id: "2026-Q3",
  codes: [{ slug: "change-soft" }, { slug: "change-small" }],
  lines: [
    { ...cell, code: "change-soft", areas: 20, records: 60 },
    { ...rural, code: "change-soft", status: "shown", areas: 10, records: 30 },
    {
      cut: ["ruralUrban"],
      classes: ["urban"],
      code: "change-soft",
      status: "secondary",
      areas: null,
      records: null,
    },
    { ...cell, code: "change-small", status: "areas", areas: null, records: null },
  ],
};

describe("what a release says of a code", () => {
  it("is a count, or why there is none, and never 0", () => {
    const of = (asked: string | null) => readAmong(asked);
    expect(toldOf(release, "change-soft", null)).toEqual({ areas: 20, records: 60 });
    expect(toldOf(release, "change-soft", of("ruralUrban:rural"))).toEqual({ areas: 10, records: 30 });
    expect(toldOf(release, "change-soft", of("ruralUrban:urban"))).toBe("not told");
    expect(toldOf(release, "change-small", null)).toBe("not told");
    expect(toldOf(release, "change-small", of("ruralUrban:rural"))).toBe("not told");
    expect(toldOf(release, "legacy-place", null)).toBe("not there yet");
  });

  it("is chosen among the classes that it tells of, in their fixed order", () => {
    expect(amongChoices([release])).toEqual([
      {
        group: "Rural or urban",
        options: [
          { value: "ruralUrban:rural", label: "Rural" },
          { value: "ruralUrban:urban", label: "Urban" },
        ],
      },
    ]);
    expect([readAmong(null), readAmong("x:y"), readAmong("region")]).toEqual([null, null, null]);
    expect(readAmong("region:North: West")).toEqual({ by: "region", of: "North: West" });
    expect([amongWords(null), amongWords({ by: "ruralUrban", of: "rural" })]).toEqual([
      "all areas in the release",
      "rural or urban: rural",
    ]);
  });

  it("stands by theme in the order of the code book", () => {
    const codes = [
      { slug: "legacy-place", theme: "legacy" },
      { slug: "change-soft", theme: "change" },
      { slug: "old-one", theme: "of another book" },
    ];
    expect(countedByTheme(codes, [release], null).map(([theme, inside]) => [theme, inside[0]?.told])).toEqual(
      [
        ["change", [{ areas: 20, records: 60 }]],
        ["legacy", ["not there yet"]],
        ["of another book", ["not there yet"]],
      ],
    );
    expect(byTheme([])).toEqual([]);
    expect([themeName("change"), themeName("of another book")]).toEqual(["Change", "of another book"]);
  });
});
