import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importContacts } from "~/features/imports/contacts.commands.server";
import { readContacts } from "~/features/imports/contacts-file";
import { keepDraft } from "~/features/imports/drafts.commands.server";
import { findDraft } from "~/features/imports/drafts.queries.server";
import { readMeetings } from "~/features/imports/meetings-file";
import { revertImport } from "~/features/imports/revert-import.commands.server";
import { addPerson } from "~/features/people/people.commands.server";
import { noteOpened } from "~/features/records/records.commands.server";
import { toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runAs, type SignedIn } from "./execution.server";
import { importFile, takeImportBack } from "./import-file.server";
import { importMeetings, revertMeetings } from "./import-meetings.commands.server";

const TODAY = toDay("2026-10-01");
const sha256 = "0".repeat(64);
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
let db: TestDatabase;
let place: Place;
let people: { chair: string; officer: string };

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  const add = (name: string, email: string, organisation: string, role: "chair" | "officer") =>
    mustRun(place.community.lead, addPerson, { area: "oakfield", name, email, organisation, role }, place.by);
  people = {
    chair: (await add("Cat Chair", "cat@oakfield.example", "ours", "chair")).id,
    officer: (await add("Otto Officer", "otto@barley.example", "barley-borough", "officer")).id,
  };
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const later = { clock: clockAt("2026-10-01T21:00:00Z") };

/** How many rows there are, seen by nobody's eyes: what "nothing changed" means. */
function counts(tables = ["person", "appointment", "record", "meeting", "meeting_external_id", "import"]) {
  return asMaintenance(db.ownerUrl, async (client) => {
    const sql = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(", ");
    return (await client.query(`select ${sql}`)).rows[0];
  });
}

function contacts(...lines: string[]) {
  const rows = readContacts(bytes("Name,Email,Phone,Organisation,Role", ...lines));
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems));
  const asked = { organisation: "file", role: "file" as const };
  return { area: "oakfield", fileName: "people.csv", sha256, ...asked, rows: rows.value };
}

function calendar(...events: string[][]) {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]);
  const rows = readMeetings(bytes("BEGIN:VCALENDAR", ...lines, "END:VCALENDAR"), TODAY);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems));
  return { area: "oakfield", fileName: "cal.ics", sha256, how: "in_person" as const, rows: rows.value };
}
const event = (uid: string, start: string, ...more: string[]) => [
  `UID:${uid}`,
  `SUMMARY:About ${uid}`,
  `DTSTART:${start}`,
  ...more,
];
const LINES = [
  "Ann Lee,ann@barley.example,020 7946 0001,Barley Borough,Chief executive",
  "Cat Chair,cat@oakfield.example,020 7946 0002,Oakfield Partnership,Chair",
  "Somebody,other@far.example,,Far Away Ltd,Director",
];

const meetingsOf = (user: SignedIn) =>
  inTransaction(`user:${user.id}`, TODAY, (tx) =>
    tx.meeting.findMany({
      where: { record: { binnedAt: null } },
      include: { record: true, attendances: true },
      orderBy: { record: { occurredOn: "asc" } },
    }),
  );

describe("an address book", () => {
  it("makes who is new, fills what was empty, twice the same, and goes back exactly", async () => {
    const { editor, lead } = place.community;
    const before = await counts();
    const { importId, counts: made } = await mustRun(editor, importContacts, contacts(...LINES), place.by);
    expect(made).toEqual({ steps: { "add-person": 1, "fill-contact": 1 }, unchanged: 0 });
    const ann = await inTransaction(`user:${place.councilSide.reader.id}`, TODAY, (tx) =>
      tx.person.findFirstOrThrow({ where: { name: "Ann Lee" }, include: { appointments: true } }),
    );
    expect(ann).toMatchObject({ email: "ann@barley.example", appointments: [{ role: "senior-manager" }] });
    expect(await runAs(editor, importContacts, contacts(...LINES), later)).toMatchObject({
      status: "invalid",
    });
    await mustRun(lead, revertImport, { id: importId }, later);
    expect(await counts()).toEqual({ ...before, import: before.import + 1 });
    expect(await runAs(lead, revertImport, { id: importId }, later)).toMatchObject({ status: "invalid" });
  });

  it("is refused to readers, and goes back for nobody but its own side", async () => {
    const { editor, reader } = place.community;
    expect(await runAs(reader, importContacts, contacts(...LINES), place.by)).toMatchObject({
      status: "forbidden",
    });
    expect(
      await runAs(place.outside.communityLead, importContacts, contacts(...LINES), place.by),
    ).toMatchObject({
      status: "absent",
    });
    const { importId } = await mustRun(editor, importContacts, contacts(...LINES), place.by);
    for (const user of [place.councilSide.lead, place.outside.communityLead])
      expect(await runAs(user, revertImport, { id: importId }, later)).toMatchObject({ status: "absent" });
    await mustRun(editor, revertImport, { id: importId }, later);
  });
});

describe("a calendar", () => {
  const coming = event("one", "20261103T190000Z", "ATTENDEE;CN=Zed:mailto:zed@far.example");
  const invited = [
    "ATTENDEE;PARTSTAT=ACCEPTED:mailto:cat@oakfield.example",
    "ATTENDEE:mailto:otto@barley.example",
  ];
  const past = event("two", "20260901T180000Z", ...invited);
  const off = event("three", "20261110T100000Z", "STATUS:CANCELLED");

  it("plans what is to come, once; asks about what was; and records what was called off", async () => {
    const { editor } = place.community;
    const file = calendar(coming, past, off);
    const before = await counts();
    // Nobody said that the past one was held: it is left out.
    const first = await mustRun(editor, importMeetings, file, place.by);
    expect(first.counts.steps).toEqual({ "plan-meeting": 1, "record-cancelled": 1 });
    const again = await runAs(editor, importMeetings, file, later);
    expect(again).toMatchObject({ status: "invalid" });
    const met = { became: "met" as const, council: null, community: null };
    const second = await mustRun(editor, importMeetings, { ...file, asked: [met], askedCount: 1 }, later);
    expect(second.counts).toEqual({ steps: { "ask-past": 1 }, unchanged: 2 });
    expect((await meetingsOf(place.councilSide.reader)).map((one) => [one.status, one.record.title])).toEqual(
      [
        ["held", "About two"],
        ["planned", "About one"],
        ["cancelled", "About three"],
      ],
    );
    const [held, planned] = await meetingsOf(editor);
    expect(held?.attendances.map(({ personId }) => personId).sort()).toEqual(
      [people.chair, people.officer].sort(),
    );
    expect(planned).toMatchObject({ startsAt: "19:00", purpose: "Invited: Zed" });
    // The other side has the same event in its own calendar: it is there already.
    expect(await runAs(place.councilSide.editor, importMeetings, calendar(coming), later)).toMatchObject({
      status: "invalid",
    });
    expect((await counts()).person).toBe(before.person);
  });

  it("moves what was moved and calls off what was called off; only its own side takes a move over", async () => {
    const { editor } = place.community;
    const moved = calendar(event("one", "20261104T190000Z", "LOCATION:Town hall"));
    expect(await runAs(place.councilSide.editor, importMeetings, moved, later)).toMatchObject({
      status: "invalid",
    });
    const { importId } = await mustRun(editor, importMeetings, moved, later);
    const [, one] = await meetingsOf(editor);
    expect(one).toMatchObject({ place: "Town hall", record: { title: "About one" } });
    await mustRun(editor, revertMeetings, { id: importId }, later);
    expect((await meetingsOf(editor))[1]).toMatchObject({ place: null, startsAt: "19:00" });
    await mustRun(
      editor,
      importMeetings,
      calendar(event("one", "20261103T190000Z", "STATUS:CANCELLED")),
      later,
    );
    expect((await meetingsOf(editor))[1]).toMatchObject({ status: "cancelled" });
  });

  it("asks again where both sides are not known to have come, and writes nothing then", async () => {
    const { editor } = place.community;
    const file = calendar(event("four", "20260905T180000Z", invited[0] ?? ""));
    const before = await counts();
    const asked = [{ became: "met" as const, council: null, community: null }];
    expect(await runAs(editor, importMeetings, { ...file, asked }, later)).toMatchObject({
      status: "invalid",
      fields: { "asked[0].council": ["Choose who of the council was there"] },
    });
    const wrong = [{ became: "met" as const, council: people.chair, community: null }];
    expect(await runAs(editor, importMeetings, { ...file, asked: wrong }, later)).toMatchObject({
      fields: { "asked[0].council": ["Choose somebody from the list"] },
    });
    expect(await runAs(editor, importMeetings, { ...file, askedCount: 7 }, later)).toMatchObject({
      status: "invalid",
    });
    expect(await counts()).toEqual(before);
    const right = [{ became: "met" as const, council: people.officer, community: null }];
    await mustRun(editor, importMeetings, { ...file, asked: right }, later);
  });

  it("goes to the bin when taken back, unless the other side has opened one of its meetings", async () => {
    const { editor } = place.community;
    const file = calendar(event("five", "20261201T100000Z"), event("six", "20261202T100000Z"));
    const first = await mustRun(editor, importMeetings, file, later);
    expect(await runAs(place.councilSide.lead, revertMeetings, { id: first.importId }, later)).toMatchObject({
      status: "absent",
    });
    await mustRun(editor, revertMeetings, { id: first.importId }, later);
    expect((await meetingsOf(editor)).filter(({ record }) => /five|six/.test(record.title))).toEqual([]);
    // Out of the register, so the same file makes them again.
    const second = await mustRun(editor, importMeetings, file, later);
    const six = (await meetingsOf(editor)).find(({ record }) => record.title === "About six");
    await mustRun(place.councilSide.editor, noteOpened, { id: six?.recordId ?? "" }, later);
    const refused = await runAs(editor, revertMeetings, { id: second.importId }, later);
    expect(JSON.stringify(refused)).toMatch(/“About six”.*(changed since|has seen it)/);
    expect((await meetingsOf(editor)).filter(({ record }) => /five|six/.test(record.title))).toHaveLength(2);
  });

  it("takes 200 meetings within a transaction's time", async () => {
    const file = calendar(event("daily", "20261002T100000Z", "RRULE:FREQ=DAILY"));
    const { counts: made } = await mustRun(place.community.editor, importMeetings, file, later);
    expect(made.steps).toEqual({ "plan-meeting": 200 });
  });
});

describe("the command line", () => {
  const asked = { as: "Community.Editor@test.example", council: undefined, on: undefined, fullList: false };
  const file = (name: string, ...lines: string[]) => ({ fileName: name, sha256, bytes: bytes(...lines) });

  it("looks first, then takes a calendar in, leaves out what nobody can know, and takes it back", async () => {
    const source = file(
      "cal.csv",
      ...[
        "Title,Day,Came",
        "Lunch,2026-12-24,",
        "Walk,2026-09-02,Cat Chair; otto@barley.example",
        "Talk,2026-09-03,",
      ],
    );
    const before = await counts();
    const look = await importFile("meetings", source, { ...asked, apply: false }, later.clock);
    expect(look).toMatch(/Lunch.*Walk.*“Talk” has been.*Nothing was written/s);
    expect(await counts()).toEqual(before);
    const done = await importFile("meetings", source, { ...asked, apply: true }, later.clock);
    expect(
      (await meetingsOf(place.community.editor)).filter((one) => /Lunch|Walk/.test(one.record.title)),
    ).toMatchObject([{ status: "held", attendances: [{}, {}] }, { status: "planned" }]);
    const id = /revert (\S+)/.exec(done)?.[1] ?? "";
    expect(await takeImportBack(id, { ...asked, apply: false }, later.clock)).toContain(
      "Nothing was written",
    );
    expect(await takeImportBack(id, { ...asked, apply: true }, later.clock)).toContain("in the bin");
  });

  it("takes a vCard in, and says where it cannot", async () => {
    const card = file("a.vcf", "BEGIN:VCARD", "VERSION:4.0", "FN:Val Card", "END:VCARD");
    const ours = { ...asked, apply: true, organisation: "oakfield-partnership" };
    expect(await importFile("contacts", card, ours, later.clock)).toContain("Carried out");
    const wrong = { ...ours, organisation: "far-unitary" };
    await expect(importFile("contacts", card, wrong, later.clock)).rejects.toThrow(
      "There is no organisation far-unitary",
    );
    await expect(importFile("contacts", card, { ...ours, area: "elsewhere" }, later.clock)).rejects.toThrow(
      "There is no area elsewhere",
    );
  });
});

describe("a file that was looked at", () => {
  const sent = { area: "oakfield", what: "contacts" as const, fileName: "a.csv", sha256, options: {} };
  const findAs = (user: SignedIn, id: string, at: string) =>
    inTransaction(`user:${user.id}`, TODAY, (tx) =>
      findDraft(tx, id, { what: "contacts", areaId: place.area.id, now: new Date(at) }),
    );

  it("is its owner's alone, for two hours, and is imported once", async () => {
    const { editor, lead, reader } = place.community;
    const body = bytes("Name", "Bo");
    expect(await runAs(reader, keepDraft, { ...sent, body }, place.by)).toMatchObject({
      status: "forbidden",
    });
    expect(await runAs(lead, keepDraft, { ...sent, area: null, body }, place.by)).toMatchObject({
      status: "absent",
    });
    const { id } = await mustRun(editor, keepDraft, { ...sent, body }, place.by);
    expect(await findAs(lead, id, "2026-10-01T20:30:00Z")).toBeNull();
    expect(await findAs(editor, id, "2026-10-01T22:30:00Z")).toBeNull();
    expect(Buffer.from((await findAs(editor, id, "2026-10-01T20:30:00Z"))?.bytes ?? []).toString()).toBe(
      "Name\nBo",
    );
    const file = { ...contacts("Bo,,,Oakfield Partnership,Resident"), draft: id };
    await mustRun(editor, importContacts, file, later);
    expect(await runAs(editor, importContacts, file, later)).toMatchObject({
      fields: { "": ["This file was imported already, or is no longer kept."] },
    });
  });
});
