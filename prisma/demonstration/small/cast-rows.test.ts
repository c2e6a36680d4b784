import { describe, expect, it } from "vitest";
import { castRows } from "./cast-rows";

const OLD = "019a0000-0000-7000-8000-000000000001";
const NEWER = "019a0000-0001-7000-8000-000000000002";
const VOICE = "6f1c0a52-3b1e-4c55-9a0e-0123456789ab";
const SHARED = "0190ffff-0000-7000-8000-00000000000a";
const row = (table: string, values: object) => ({ table, text: JSON.stringify(values) });

const ROWS = [
  row("record", { id: NEWER, title: "The gate", area_id: OLD, author: SHARED, on: "2026-03-31" }),
  row("area", { id: OLD, name: "Tenter Fold", created_at: "2026-11-22T10:00:00+00:00" }),
  row("check_in_voice", {
    id: VOICE,
    link: "a".repeat(64),
    said: `job:${NEWER} at 2026-03-31T20:00:00+00:00`,
  }),
];
const WORDS = new Map([
  ["Tenter", "Wrong"],
  ["Tenter Fold", "Osier Green"],
  ["The gate", "The wall"],
]);

describe("rows that are cast", () => {
  const { rows, ids } = castRows(ROWS, { shift: -365, words: WORDS, ids: new Map([[SHARED, "council"]]) });
  const [record, area, voice] = rows.map(({ values }) => values);

  it("have new ids in the same order, which name each other as before", () => {
    expect(record?.id).toBe(ids.get(NEWER));
    expect(record?.area_id).toBe(ids.get(OLD));
    expect(String(record?.id) > String(area?.id)).toBe(true);
    expect([record?.id, area?.id, voice?.id]).not.toEqual(expect.arrayContaining([NEWER, OLD, VOICE]));
    expect(String(voice?.said)).toContain(`job:${ids.get(NEWER)}`);
  });

  it("have days moved, and times of day kept", () => {
    expect(record?.on).toBe("2025-03-31");
    expect(String(voice?.said)).toContain("2025-03-31T20:00:00+00:00");
  });

  it("have other words, the longest first, and other ids where others are given", () => {
    expect([record?.title, area?.name, record?.author]).toEqual(["The wall", "Osier Green", "council"]);
  });

  it("keep when a place was written down, and no digest", () => {
    expect(area?.created_at).toBe("2026-11-22T10:00:00+00:00");
    expect(voice?.link).toMatch(/^[0-9a-f]{64}$/);
    expect(voice?.link).not.toBe("a".repeat(64));
  });
});
