import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type Listed, proposalsIn } from "./upcoming";

const FROM = toDay("2026-10-01");
const one = (id: string, more: Partial<Listed> & { type?: string } = {}): Listed => {
  const { type = id.split(".")[0] ?? "", ...rest } = more;
  return {
    election_id: id,
    poll_open_date: toDay(id.slice(-10)),
    election_type: { election_type: type },
    organisation: { official_identifier: "ADU" },
    ...rest,
  };
};
const found = (...listed: Listed[]) =>
  proposalsIn(listed, "ADU", FROM).map(({ kind, pollOn, listedAs }) => `${pollOn} ${kind} ${listedAs}`);

describe("what is proposed of a council’s listed elections", () => {
  it.each<[string, Listed[], string[]]>([
    ["a whole election", [one("local.adur.2027-05-06")], ["2027-05-06 local local.adur.2027-05-06"]],
    [
      "its wards, once",
      [
        one("local.adur.buckingham.2027-05-06"),
        one("local.adur.2027-05-06"),
        one("local.adur.cokeham.2027-05-06"),
      ],
      ["2027-05-06 local local.adur.2027-05-06"],
    ],
    [
      "an election of one seat",
      [one("local.adur.cokeham.by.2026-11-26")],
      ["2026-11-26 by_election local.adur.cokeham.by.2026-11-26"],
    ],
    [
      "the group of such alone",
      [
        one("local.adur.2026-11-26", { children: ["local.adur.cokeham.by.2026-11-26"] }),
        one("local.adur.cokeham.by.2026-11-26"),
      ],
      ["2026-11-26 by_election local.adur.2026-11-26"],
    ],
    [
      "a mayor on the same day",
      [one("mayor.adur.2027-05-06"), one("local.adur.2027-05-06")],
      ["2027-05-06 local local.adur.2027-05-06", "2027-05-06 mayor mayor.adur.2027-05-06"],
    ],
    ["the poll of today", [one("local.adur.2026-10-01")], ["2026-10-01 local local.adur.2026-10-01"]],
    ["nothing of yesterday", [one("local.adur.2026-09-30")], []],
    ["nothing without a day", [one("local.adur.2027-05-06", { poll_open_date: null })], []],
    ["nothing that was called off", [one("local.adur.2027-05-06", { cancelled: true })], []],
    ["nothing that was taken back", [one("local.adur.2027-05-06", { deleted: true })], []],
    [
      "nothing of another council",
      [one("local.ash.2027-05-06", { organisation: { official_identifier: "ASH" } })],
      [],
    ],
    ["nothing of a kind that councils do not follow", [one("pcc.sussex.2027-05-06")], []],
  ])("%s", (_, listed, proposals) => {
    expect(found(...listed)).toEqual(proposals);
  });

  it("comes in the order of its days", () => {
    expect(found(one("local.adur.2027-05-06"), one("local.adur.a.by.2026-11-26"))[0]).toMatch(/^2026-11-26/);
  });
});
