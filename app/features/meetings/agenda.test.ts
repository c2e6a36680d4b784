import { expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { agendaOf, type OpenThing } from "./agenda";

const thing = (id: string, dueOn: string): OpenThing => ({
  id,
  title: id,
  dueOn: toDay(dueOn),
  side: "council",
});
const MEETING = toDay("2026-03-10");
const LATER = toDay("2026-04-21");

it("takes every open promise, answers overdue by then, and milestones due soon; oldest first", () => {
  const agenda = agendaOf(
    {
      commitments: [thing("late", "2026-03-01"), thing("ahead", "2027-01-01"), thing("b", "2026-02-01")],
      requests: [thing("waits", "2026-03-09"), thing("on the day", "2026-03-10")],
      milestones: [thing("soon", "2026-04-21"), thing("far", "2026-04-22")],
    },
    MEETING,
    LATER,
  );
  expect(agenda.map(({ title, items }) => [title, items.map(({ id, past }) => [id, past])])).toEqual([
    [
      "Promises to go through",
      [
        ["b", true],
        ["late", true],
        ["ahead", false],
      ],
    ],
    ["Answers still waited for", [["waits", true]]],
    ["Milestones coming up", [["soon", false]]],
  ]);
});

it("leaves out what is empty, and is the same whatever order it is given", () => {
  expect(agendaOf({ commitments: [], requests: [], milestones: [] }, MEETING, LATER)).toEqual([]);
  const [a, b] = [thing("a", "2026-03-01"), thing("b", "2026-03-01")];
  const of = (commitments: OpenThing[]) =>
    agendaOf({ commitments, requests: [], milestones: [] }, MEETING, LATER);
  expect(of([a, b])).toEqual(of([b, a]));
});
