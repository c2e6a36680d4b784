import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { type EndedPost, vacanciesOf } from "./vacancies";

const place = { organisationId: "council", role: "officer", topic: "Parks", ward: null, cabinetPost: null };
const ended = (name: string, endsOn: string, more: Partial<EndedPost> = {}): EndedPost => ({
  ...place,
  id: name,
  personId: name,
  name,
  organisation: "Council",
  endsOn: toDay(endsOn),
  handedOver: false,
  ...more,
});
const filled = (since: string, more = {}) => ({ ...place, since: toDay(since), ...more });

describe("a post that nobody took over", () => {
  it.each([
    ["nobody came", [ended("Ann", "2026-06-01")], [], ["Ann"]],
    ["somebody came", [ended("Ann", "2026-06-01")], [filled("2026-07-01")], []],
    ["somebody began before the end", [ended("Ann", "2026-06-01")], [filled("2026-03-03")], []],
    ["a colleague was there all along", [ended("Ann", "2026-06-01")], [filled("2026-03-02")], ["Ann"]],
    [
      "somebody came for another topic",
      [ended("Ann", "2026-06-01")],
      [filled("2026-07-01", { topic: "Roads" })],
      ["Ann"],
    ],
    ["a handover names who follows", [ended("Ann", "2026-06-01", { handedOver: true })], [], []],
    [
      "two after one another: the last",
      [ended("Ann", "2026-01-01"), ended("Bea", "2026-06-01")],
      [],
      ["Bea"],
    ],
    [
      "two places",
      [ended("Ann", "2026-01-01"), ended("Bea", "2026-06-01", { ward: "Oak" })],
      [],
      ["Bea", "Ann"],
    ],
  ])("%s", (_, ends, held, expected) => {
    expect(vacanciesOf(ends, held).map(({ name }) => name)).toEqual(expected);
  });
});
