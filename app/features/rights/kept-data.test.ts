import { describe, expect, it } from "vitest";
import {
  ACCOUNT_COLUMNS,
  keptSections,
  PERSON_COLUMNS,
  plainName,
  readableRow,
  SIGN_IN_COLUMNS,
  shownSections,
} from "./kept-data";

const ID = "01a203c7-4724-707b-a656-12d0d0cfa024";

describe("where somebody is looked for", () => {
  it("is every column that names them, by the map", () => {
    expect(PERSON_COLUMNS).toEqual(
      expect.arrayContaining(["person.id", "note.person_id", "handover.incoming_id", "assessment.person_id"]),
    );
    expect(PERSON_COLUMNS.filter((at) => /organisation|area_id|import_id/.test(at))).toEqual([]);
    expect(ACCOUNT_COLUMNS).toEqual(
      expect.arrayContaining(["user.id", "record.author_id", "membership.user_id", "event.actor_id"]),
    );
    expect(ACCOUNT_COLUMNS.filter((at) => SIGN_IN_COLUMNS.includes(at))).toEqual([]);
    expect(SIGN_IN_COLUMNS).toContain("session.user_id");
  });
});

describe("what somebody is given", () => {
  const line = {
    id: ID,
    user_id: ID,
    user_agent: "Firefox",
    token: "opens doors",
    token_hash: "a",
    ip_address: null,
  };
  const [section] = keptSections([{ place: "session", name: "user_id", line }]);

  it("has plain names, and nothing that opens a door", () => {
    expect(section).toEqual({
      what: "Open sessions",
      as: "about the person",
      rows: [{ Id: ID, User: ID, "User agent": "Firefox" }],
    });
    expect(plainName("promised_on")).toBe("Promised on");
  });

  it("is shown without ids, in words, the first of each sort", () => {
    expect(readableRow({ "Occurred on": "2026-03-01", "User agent": "Firefox", Role: "chair" })).toEqual([
      ["The day it is about", "2026-03-01"],
      ["The browser", "Firefox"],
      ["Role", "chair"],
    ]);
    expect(readableRow({ "Recorded at": "2026-03-01T09:30:00+00:00", Level: "front_line" })).toEqual([
      ["Written down", "2026-03-01T09:30:00+00:00"],
      ["Level", "front line"],
    ]);
    expect(readableRow({ Id: ID, Ally: true, Voting: false, Votes: { yes: 1 } })).toEqual([
      ["Ally", "Yes"],
      ["Voting", "No"],
      ["Votes", '{"yes":1}'],
    ]);
    const rows = Array.from({ length: 60 }, () => ({ Name: "One" }));
    const [shown] = shownSections([{ what: "Notes", as: "Person", rows }]);
    expect(shown).toMatchObject({ count: 60 });
    expect(shown?.rows).toHaveLength(50);
  });
});
