import { describe, expect, it } from "vitest";
import { getMeeting } from "~/features/meetings/meeting.queries.server";
import { buildPeople, shortestForm } from "../../tests/builders/meeting";
import { mustRun, type Place } from "../../tests/builders/place";
import { buildProject } from "../../tests/builders/plan";
import { readAs } from "../../tests/builders/reading";
import { withPlace } from "../../tests/setup/with-place";
import { runAs, type SignedIn } from "./execution.server";
import { editMeetingWithPeople, logMeetingWithPromises } from "./meetings.commands.server";

let place: Place;
let people: { officer: string; chair: string };

withPlace({ county: true }, async (built) => {
  place = built;
  people = await buildPeople(place);
});

const form = (more = {}) => shortestForm(place, { council: place.council.slug, ...more });
const view = async (id: string, user: SignedIn = place.community.editor) => {
  const seen = await readAs(user, place.area.slug, place.clock, (tx, actor) => getMeeting(tx, actor, id));
  if (!seen) throw new Error("no meeting");
  return seen;
};
const refused = async (more: object) => {
  const outcome = await runAs(place.community.editor, logMeetingWithPromises, form(more), place.by);
  return outcome.status === "invalid" ? Object.keys(outcome.fields) : outcome.status;
};

describe("what else a meeting says", () => {
  it("makes a promise with a person theirs, newcomers as well; without a day it stays a line of theirs", async () => {
    const theirs = [{ person: "Olu Officer" }, { person: "Pat Planner", capacity: "officer" }];
    const promises = [
      { text: "Send the plan", person: "Pat Planner", due: "2026-10-09" },
      { text: "Ask the board", by: "ours", person: "cass chair", due: "2026-10-10" },
      { text: "Think it over", person: "Olu Officer, Barley Borough" },
    ];
    const made = await mustRun(
      place.community.editor,
      logMeetingWithPromises,
      form({ theirs, promises }) as never,
      place.by,
    );
    expect(made.promises).toBe(2);
    expect((await view(made.id)).actions.map(({ side, person }) => [side, person])).toEqual([
      ["council", "Pat Planner"],
      ["community", "Cass Chair"],
      ["council", "Olu Officer"],
    ]);
    const kept = await readAs(place.community.editor, place.area.slug, place.clock, (tx) =>
      tx.commitment.findMany({
        where: { meetingId: made.id },
        orderBy: { dueOn: "asc" },
        select: { bySide: true, byPerson: { select: { name: true } } },
      }),
    );
    expect(kept).toEqual([
      { bySide: "council", byPerson: { name: "Pat Planner" } },
      { bySide: "community", byPerson: { name: "Cass Chair" } },
    ]);
  });

  it("names the projects that were talked of", async () => {
    const own = { area: place.area.slug, council: place.council.slug };
    const field = await buildProject(place.community.editor, own, place.by);
    const hall = await buildProject(
      place.councilSide.editor,
      { area: own.area, title: "The hall" },
      place.by,
    );
    const projects = [hall, field, hall];
    const { id } = await mustRun(
      place.community.editor,
      logMeetingWithPromises,
      form({ projects }) as never,
      place.by,
    );
    const titles = async () => (await view(id, place.councilSide.reader)).projects.map(({ title }) => title);
    expect(await titles()).toEqual(["A field for all", "The hall"]);
    const { area: _, council: __, ...rest } = form({ projects: [hall] });
    const { revision } = await view(id);
    await mustRun(place.community.lead, editMeetingWithPeople, { id, revision, ...rest } as never, place.by);
    expect(await titles()).toEqual(["The hall"]);
    const foreign = await buildProject(
      place.outside.communityLead,
      { area: place.outside.area.slug },
      place.by,
    );
    for (const other of [foreign, people.officer])
      expect(await refused({ projects: [other] })).toEqual(["projects"]);
  });

  it.each([
    [{ promises: [{ text: "x", person: "Nobody Known", due: "2026-11-01" }] }, ["promises[0].person"]],
    [
      {
        promises: [
          { text: "x", by: "theirs", person: "Cass Chair" },
          { text: "y", person: "Who" },
        ],
      },
      ["promises[0].person", "promises[1].person"],
    ],
    [{ promises: [{ person: "Cass Chair" }] }, ["promises[0].text"]],
  ])("refuses %j beside its field", async (change, fields) => {
    expect(await refused(change)).toEqual(fields);
  });
});
