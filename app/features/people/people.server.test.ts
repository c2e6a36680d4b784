import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs } from "~/composition/execution.server";
import { dateToDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { appoint, changePost, endPost } from "./appointments.commands.server";
import { addPerson, editPerson } from "./people.commands.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true, clock });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const area = () => place.area.slug;
const add = (name: string, more: { email?: string; organisation?: string } = {}) =>
  mustRun(
    place.community.editor,
    addPerson,
    { area: area(), name, organisation: place.council.slug, role: "councillor", ...more },
    by,
  );
const personOf = (id: string) =>
  readAs(place.community.reader, area(), clock, (tx) =>
    tx.person.findUniqueOrThrow({
      where: { id },
      include: {
        changes: { orderBy: { what: "asc" } },
        appointments: { orderBy: { startsOn: { sort: "asc", nulls: "first" } } },
      },
    }),
  );

describe("adding somebody", () => {
  it("warns of the same name or e-mail when asked to, once", async () => {
    await add("Twin Price", { email: "twin@council.example" });
    const form = { area: area(), organisation: "ours", role: "chair", warn: "yes" };
    const editor = place.community.editor;
    for (const who of [{ name: "TWIN price" }, { name: "Other", email: "Twin@council.example" }]) {
      expect(await runAs(editor, addPerson, { ...form, ...who }, by)).toMatchObject({
        status: "invalid",
        fields: { same: [expect.stringContaining("already here")] },
      });
    }
    const sure = { ...form, name: "Twin Price", same: "new" };
    expect(await statusOf(editor, addPerson, sure, by)).toBe("done");
  });

  it("tells a council nothing of another council's people", async () => {
    await add("Hidden Twin", { organisation: place.council.slug });
    const county = place.county?.users.editor ?? place.admin;
    const form = { area: area(), name: "Hidden Twin", organisation: "ours", role: "officer", warn: "yes" };
    expect(await statusOf(county, addPerson, form, by)).toBe("done");
  });
});

describe("changing somebody's details", () => {
  it("keeps the same person, with what they were called before and until when", async () => {
    const { id } = await add("Jane Old", { email: "jane@council.example" });
    const edit = { area: area(), id, revision: 1, name: "Jane New", email: "", phone: "01234 567890" };
    await mustRun(place.councilSide.editor, editPerson, edit, by);
    const person = await personOf(id);
    expect(person).toMatchObject({ id, name: "Jane New", email: null, phone: "01234 567890" });
    expect(person.changes.map(({ what, before, after }) => [what, before, after])).toEqual([
      ["email", "jane@council.example", null],
      ["name", "Jane Old", "Jane New"],
      ["telephone", null, "01234 567890"],
    ]);
    const first = person.changes[0];
    expect(first && dateToDay(first.on)).toBe("2026-10-01");
  });

  it("does not overwrite what somebody else wrote meanwhile", async () => {
    const { id } = await add("Race Name");
    const edit = (name: string) => ({ area: area(), id, revision: 1, name });
    await mustRun(place.community.editor, editPerson, edit("Race Won"), by);
    expect(await runAs(place.councilSide.editor, editPerson, edit("Race Lost"), by)).toMatchObject({
      status: "conflict",
      current: { name: "Race Won" },
    });
    expect((await personOf(id)).changes).toHaveLength(1);
  });

  it.each([
    ["name", { name: " " }],
    ["email", { email: "not an address" }],
    ["phone", { phone: "0".repeat(201) }],
  ])("names the field that is wrong: %s", async (field, wrong) => {
    const { id } = await add(`Wrong ${field}`);
    const edit = { area: area(), id, revision: 1, name: "Fine", ...wrong };
    const outcome = await runAs(place.community.editor, editPerson, edit, by);
    expect(outcome).toMatchObject({ status: "invalid", fields: { [field]: expect.anything() } });
  });
});

describe("posts", () => {
  it("are several, change with their day, and end without being deleted", async () => {
    const { id, appointmentId } = await add("Many Posts");
    const editor = place.community.editor;
    const second = {
      area: area(),
      id,
      organisation: "ours",
      role: "member" as const,
      startsOn: "2026-01-05" as const,
    };
    const { id: memberId } = await mustRun(editor, appoint, second, by);
    const change = {
      ...{ area: area(), id: appointmentId, revision: 1, role: "cabinet-member" as const },
      ...{ ward: "Oak", party: "Independent", cabinetPost: "Housing" },
    };
    await mustRun(editor, changePost, change, by);
    expect(await statusOf(editor, changePost, change, by)).toBe("conflict");
    await mustRun(editor, endPost, { area: area(), id: memberId, lastDay: "2026-03-31" }, by);
    const { appointments, changes } = await personOf(id);
    expect(appointments).toMatchObject([
      { role: "cabinet-member", ward: "Oak", party: "Independent", cabinetPost: "Housing", endsOn: null },
      { role: "member", endsOn: new Date("2026-04-01") },
    ]);
    expect(changes.map(({ what, after }) => [what, after])).toEqual([
      ["cabinetPost", "Housing"],
      ["party", "Independent"],
      ["role", "cabinet-member"],
      ["ward", "Oak"],
    ]);
  });

  it("do not end before they began", async () => {
    const { id } = await add("Backwards");
    const post = { area: area(), id, organisation: "ours", role: "member", startsOn: "2026-05-01" } as const;
    const made = await mustRun(place.community.editor, appoint, post, by);
    const end = { area: area(), id: made.id, lastDay: "2026-04-30" };
    expect(await runAs(place.community.editor, endPost, end, by)).toMatchObject({
      status: "invalid",
      fields: { lastDay: [expect.any(String)] },
    });
    const never = { area: area(), id, organisation: place.outside.council.slug, role: "officer" };
    expect(await runAs(place.community.editor, appoint, never, by)).toMatchObject({
      status: "invalid",
      fields: { organisation: [expect.any(String)] },
    });
  });
});

describe("who may", () => {
  it.each([
    ["a reader", () => place.community.reader, "forbidden"],
    ["the other council", () => place.county?.users.lead ?? place.admin, "absent"],
    ["another area", () => place.outside.councilLead, "absent"],
    ["an admin", () => place.admin, "absent"],
    ["the council's editor", () => place.councilSide.editor, "done"],
  ] as const)("%s: %s", async (who, user, status) => {
    const { id, appointmentId } = await add(`Seen by ${who}`);
    const edit = { area: area(), id, revision: 1, name: `Renamed by ${who}` };
    expect(await statusOf(user(), editPerson, edit, by)).toBe(status);
    const post = { area: area(), id: appointmentId };
    const change = { ...post, revision: 1, role: "councillor", ward: "Elm" };
    expect(await statusOf(user(), changePost, change, by)).toBe(status);
    expect(await statusOf(user(), endPost, { ...post, lastDay: "today" }, by)).toBe(status);
    const another = { area: area(), id, organisation: "ours", role: "officer" };
    expect(await statusOf(user(), appoint, another, by)).toBe(status);
  });
});
