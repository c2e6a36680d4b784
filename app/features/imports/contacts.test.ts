import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { toDay } from "~/platform/calendar/day";
import { readContacts } from "./contacts-file";
import { type KnownContact, planContacts } from "./contacts-plan";
import { readMeetings } from "./meetings-file";

const REAL = new URL("../../../../shared/data/importers/", import.meta.url);
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join("\n"));
function read(file: Uint8Array) {
  const reading = readContacts(file);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}
const organisations = [
  { id: "c", slug: "borough", name: "Borough", fullName: "Borough Council", side: "council" as const },
  { id: "p", slug: "ours", name: "Partnership", fullName: "Partnership", side: "community" as const },
];
const known: KnownContact[] = [
  { personId: "1", name: "Ann Lee", email: "ann@x.example", phone: null, organisationIds: ["c"] },
  { personId: "2", name: "Bo Ray", email: null, phone: "1", organisationIds: [] },
  { personId: "3", name: "Cy Day", email: "cy@x.example", phone: null, organisationIds: ["c"] },
];
const FILE = { organisation: "file", role: "file" as const };
const plan = (...lines: string[]) =>
  planContacts(read(bytes("Name,Email,Phone,Organisation,Role", ...lines)).value, known, organisations, FILE);

describe("an address book", () => {
  it.each([
    ['Someone New,new@x.example,,Borough Council,"Councillor, East"', ["add-person"]],
    ["Ann Lee,ANN@x.example,,Borough,", []],
    ["Councillor Ann Lee,,020,Borough,", ["fill-contact"]],
    ["Bo Ray,bo@x.example,1,Partnership,Chair", ["fill-contact", "add-post"]],
    // Somebody else with the same name, or the same address: a person decides, not the file.
    ["Ann Lee,other@x.example,,Borough,", "another e-mail address"],
    ["Dee Fox,cy@x.example,,Borough,", "has the e-mail address of Cy Day"],
    ["Dee Fox,,,Elsewhere Ltd,", "not an organisation of this area"],
    ["Dee Fox,,,,", "has no organisation"],
  ])("%s", (line, expected) => {
    const { steps, notices } = plan(line);
    if (typeof expected === "string")
      expect([steps, notices[0]?.message]).toEqual([[], expect.stringContaining(expected)]);
    else expect(steps.map(({ kind }) => kind)).toEqual(expected);
  });

  it("names nobody twice, and gives a councillor their ward", () => {
    const { steps, notices } = plan(
      'Eve Oak,eve@x.example,,Borough,"Cllr, East"',
      "E. Oak,eve@x.example,,Borough,",
    );
    expect(steps).toMatchObject([{ post: { role: "councillor", ward: "East", topic: null } }]);
    expect(notices).toMatchObject([{ line: 3, message: "E. Oak is on line 2 already. Left out." }]);
  });

  it("says by line and column what is left out", () => {
    const { value, notices } = read(
      bytes("Name,Email", "Ann,not an address", ",a@x.example", "Bo,bo@x.example"),
    );
    expect(value.map((row) => row.value.name)).toEqual(["Bo"]);
    expect(notices.map(({ line, column }) => [line, column])).toEqual([
      [2, "Email"],
      [3, "Name"],
    ]);
  });

  it("is vCard 3.0 or 4.0 as well", () => {
    const card = (...lines: string[]) => ["BEGIN:VCARD", ...lines, "END:VCARD"];
    const { value, notices } = read(
      bytes(
        ...card(
          "VERSION:3.0",
          "FN:Ann\\, Lee",
          "item1.EMAIL;TYPE=INTERNET:ann@x.example",
          "ORG:Borough;Parks",
          "PHOTO:xx",
        ),
        ...card("VERSION:4.0", "N:Ray;Bo;;;", "TEL;VALUE=uri:tel:+44-20", "TITLE:Chair"),
        ...card("VERSION:4.0", "EMAIL:nobody@x.example"),
      ),
    );
    expect(value.map((row) => row.value)).toMatchObject([
      { name: "Ann, Lee", email: "ann@x.example", organisation: "Borough" },
      { name: "Bo Ray", phone: "+44-20", title: "Chair" },
    ]);
    expect(notices).toMatchObject([{ line: 14, message: "This card has no name. Left out." }]);
    const older = readContacts(new Uint8Array([...bytes("Name", "Zo"), 0xeb]));
    expect(JSON.stringify(older)).toMatch(/Windows-1252.*CSV UTF-8/);
    const old = readContacts(bytes(...card("VERSION:2.1", "N:Ray;Bo")));
    expect(old).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining("version 2.1") }] });
  });
});

describe("a spreadsheet of meetings", () => {
  const rows = (...lines: string[]) => {
    const reading = readMeetings(bytes(...lines), toDay("2026-11-20"));
    return reading.ok ? reading : { value: [], notices: reading.problems };
  };
  it("has days as they are written here, and says which it cannot read", () => {
    const { value, notices } = rows(
      "Title,Day,Time,Came",
      "Walk,1/12/2026,7:30 pm,Ann Lee; bo@x.example",
      "Talk,2026-12-02,,",
      "US,12/31/2026,,",
      "Late,3/12/2026,25:00,",
    );
    expect(value.map((row) => row.value)).toMatchObject([
      {
        on: "2026-12-01",
        startsAt: "19:30",
        invited: [{ name: "Ann Lee", answer: "came" }, { email: "bo@x.example" }],
      },
      { on: "2026-12-02", startsAt: null },
    ]);
    expect(notices.map(({ line, column }) => [line, column])).toEqual([
      [4, "Day"],
      [5, "Time"],
    ]);
  });

  it("may be Outlook's own", () => {
    const { value } = rows(
      "Subject,Start Date,Start Time,Location,Private,Required Attendees",
      "Catch-up,27/11/2026,10:00:00,Microsoft Teams,False,Ann Lee;Bo Ray",
      "Dentist,28/11/2026,10:00:00,,True,",
    );
    expect(value.map((row) => row.value)).toMatchObject([
      { title: "Catch-up", startsAt: "10:00", how: "video" },
    ]);
  });
});

describe.skipIf(!existsSync(REAL))("real address books (outside the project: skipped where absent)", () => {
  it.each(["trafford_google.csv", "trafford_outlook_web_utf8bom.csv"])(
    "%s: 63 councillors with wards",
    (name) => {
      const { value } = read(readFileSync(new URL(`contact-exports/${name}`, REAL)));
      const trafford = [
        {
          id: "t",
          slug: "trafford",
          name: "Trafford",
          fullName: "Trafford Council",
          side: "council" as const,
        },
      ];
      const { steps, notices } = planContacts(value, [], trafford, FILE);
      expect(value.length).toBeGreaterThan(55);
      expect(steps).toHaveLength(value.length);
      expect(notices).toEqual([]);
      expect(steps[0]).toMatchObject({
        name: "Geraldine Coggins",
        post: { role: "councillor", ward: "Altrincham" },
      });
    },
  );

  it("Outlook's own export is the same people", () => {
    const names = (name: string) =>
      read(readFileSync(new URL(`contact-exports/${name}`, REAL))).value.map((row) => row.value);
    expect(names("trafford_outlook_cp1252.csv")).toEqual(names("trafford_outlook_web_utf8bom.csv"));
  });

  it("every card is read or refused in words", () => {
    for (const folder of ["vcard_ez/", "icaljs/test/parser/"])
      for (const name of readdirSync(new URL(folder, REAL)).filter((one) => one.endsWith(".vcf"))) {
        const reading = readContacts(readFileSync(new URL(`${folder}${name}`, REAL)));
        if (!reading.ok) expect(reading.problems[0]?.message, name).toMatch(/[a-z]{3,} [a-z]/i);
      }
    const google = read(readFileSync(new URL("vcard_ez/gmail-single.vcf", REAL)));
    expect(google.value[0]?.value).toMatchObject({ name: "Greg Dartmouth", email: "gdartmouth@hotmail.com" });
  });
});
