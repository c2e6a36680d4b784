import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runAs, type SignedIn } from "~/composition/execution.server";
import { toDay } from "~/platform/calendar/day";
import { closeDatabase } from "~/platform/db.server";
import { buildEntry, entryInput } from "../../../tests/builders/entry";
import { buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { readAs, statusOf } from "../../../tests/builders/reading";
import { stoppedClock } from "../../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { addPerson } from "../people/people.commands.server";
import { findPeopleOf } from "../people/people.queries.server";
import { answerEvidence } from "./answer-evidence.commands.server";
import { findEvidenceFact, getEvidenceForm, getEvidencePage } from "./evidence.queries.server";
import { evidenceFilter } from "./evidence-filter";
import { findEvidenceDetails, findEvidenceList } from "./evidence-list.queries.server";
import { KINDS } from "./kinds/index";
import { editEvidence, recordEvidence } from "./record-evidence.commands.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
const by = { clock };
const TODAY = toDay("2026-10-01");

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock, county: true });
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const where = () => ({ area: place.area.slug, council: "barley-borough" });
const record = (user: SignedIn, kind: string, change = {}) =>
  buildEntry(user, kind, { ...where(), ...change }, by);
const pageFor = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, clock, (tx, actor) => getEvidencePage(tx, actor, id, TODAY));
const factOf = (id: string) =>
  readAs(place.community.reader, place.area.slug, clock, (tx) => findEvidenceFact(tx, id));
const usersOf = (side: "council" | "community") => (side === "council" ? place.councilSide : place.community);

describe.each(KINDS.map((kind) => [kind.id, kind] as const))("%s", (_, kind) => {
  it("is recorded by its example, at its own level, and answered where it asks for an answer", async () => {
    const id = await record(place.community.editor, kind.id);
    const page = await pageFor(place.community.reader, id);
    expect(page).toMatchObject({ kind: { id: kind.id }, can: { answer: [], change: false } });
    const given = Object.values(kind.example.fields).filter((value) => value !== page?.title);
    expect(page?.shown.length).toBe(given.length);
    const theirs = await pageFor(place.councilSide.reader, id);
    expect(theirs === null).toBe(kind.level !== "shared");
    expect((await factOf(id))?.type).toBe(kind.toFact ? kind.id : undefined);
    if (!kind.answer || !kind.example.answer) return;
    expect(page?.stage).toBe("waiting");
    const form = await readAs(place.community.lead, place.area.slug, clock, (tx, actor) =>
      getEvidenceForm(tx, actor, id, TODAY),
    );
    expect(form?.may).toBe(true);
    const side = page?.answer?.waitsOn === "The partnership" ? "community" : "council";
    const answer = { id, words: null, on: "today", ...kind.example.answer };
    await mustRun(usersOf(side).editor, answerEvidence, answer, by);
    expect(await pageFor(place.community.lead, id)).toMatchObject({ answer: { waitsOn: null, on: TODAY } });
    expect(await statusOf(usersOf(side).lead, answerEvidence, answer, by)).toBe("invalid");
  });

  it("is refused for readers, for another area, and with anything it did not ask for", async () => {
    const input = entryInput(kind.id, where(), by);
    expect(await statusOf(place.community.reader, recordEvidence, input, by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.reader, recordEvidence, input, by)).toBe("forbidden");
    for (const stranger of [place.outside.communityLead, place.outside.councilLead, place.admin])
      expect(await statusOf(stranger, recordEvidence, input, by)).toBe("absent");
    for (const extra of [
      { level: "shared" },
      { title: "x" },
      { answeredOn: "today" },
      { recordedBy: "council" },
    ])
      expect(await statusOf(place.community.editor, recordEvidence, { ...input, ...extra }, by)).toBe(
        "invalid",
      );
  });

  it("refuses each answer that cannot be, beside its field", async () => {
    const input = entryInput(kind.id, where(), by);
    for (const [name, field] of Object.entries(kind.fields)) {
      for (const bad of BAD[field.type]) {
        const outcome = await runAs(place.community.editor, recordEvidence, { ...input, [name]: bad }, by);
        expect(outcome, `${name}: ${JSON.stringify(bad)}`).toMatchObject({ status: "invalid" });
        expect(Object.keys("fields" in outcome ? outcome.fields : {})).toEqual([name]);
      }
    }
  });
});

const STRANGER = "0190a0de-0000-7000-8000-000000000009";
/** Of each type of question, answers that are none. */
const BAD = {
  line: ["x".repeat(300), "a\0b"],
  text: ["x".repeat(10_001)],
  "yes-no": ["perhaps"],
  day: [{ day: "31", month: "2", year: "2026" }, "0000-01-01", "9999-01-01", "1900-01-01"],
  count: [-1, 1.5, "many"],
  choice: ["nothing of the kind"],
  choices: [["nothing of the kind"]],
  side: ["both", "joined"],
  person: [STRANGER, "nobody"],
  project: [STRANGER, "nothing"],
};

describe("an entry", () => {
  it("is changed by its own side with the revision it saw; two at once are told", async () => {
    const id = await record(place.community.editor, "strength-named");
    const input = {
      ...entryInput("strength-named", where(), by),
      id,
      revision: 1,
      what: "They never give up",
    };
    const { area: _, council: __, ...change } = input;
    await mustRun(place.community.lead, editEvidence, change, by);
    expect(await pageFor(place.councilSide.editor, id)).toMatchObject({ title: "They never give up" });
    expect(await runAs(place.community.editor, editEvidence, change, by)).toMatchObject({
      status: "conflict",
      current: { what: "They never give up" },
    });
    const again = { ...change, revision: 2 };
    expect(await statusOf(place.community.editor, editEvidence, { ...again, kind: "thanks" }, by)).toBe(
      "invalid",
    );
    expect(await statusOf(place.community.reader, editEvidence, again, by)).toBe("forbidden");
    expect(await statusOf(place.councilSide.lead, editEvidence, again, by)).toBe("forbidden");
    expect(await statusOf(place.outside.communityLead, editEvidence, again, by)).toBe("absent");
    const answer = { id, outcome: "used", on: "today" };
    await mustRun(place.councilSide.editor, answerEvidence, answer, by);
    expect(await statusOf(place.community.editor, editEvidence, { ...again, revision: 3 }, by)).toBe(
      "forbidden",
    );
  });

  it("waits for whoever its fields say, also once they are changed", async () => {
    const id = await record(place.community.editor, "procedure-barrier", { of: "community" });
    expect(await pageFor(place.community.editor, id)).toMatchObject({ turn: true, state: "Waiting on us" });
    const {
      area: _,
      council: __,
      ...input
    } = entryInput("procedure-barrier", { ...where(), of: "council" }, by);
    await mustRun(place.community.editor, editEvidence, { ...input, id, revision: 1 }, by);
    expect(await pageFor(place.community.editor, id)).toMatchObject({ turn: false });
    expect(await pageFor(place.councilSide.editor, id)).toMatchObject({ turn: true });
  });

  it("names people of the area, and is found by them", async () => {
    const { area } = place;
    const fields = {
      name: "Ravi Shah",
      organisation: "ours",
      role: "officer",
      startsOn: "2026-01-01",
    } as const;
    await mustRun(place.councilSide.lead, addPerson, { area: area.slug, ...fields }, by);
    const people = await readAs(place.community.editor, area.slug, clock, (tx, actor) =>
      findPeopleOf(tx, actor, TODAY),
    );
    const ravi = people.find(({ name }) => name === "Ravi Shah")?.id ?? "";
    const id = await record(place.community.editor, "thanks", { to: ravi });
    const shown = (await pageFor(place.councilSide.reader, id))?.shown ?? [];
    expect(shown.find(({ name }) => name === "to")).toMatchObject({ text: "Ravi Shah", linkId: ravi });
    expect((await pageFor(place.community.lead, id))?.can.change).toBe(true);
  });
});

describe("the list", () => {
  const listFor = (user: SignedIn, filter: object) =>
    readAs(user, place.area.slug, clock, async (tx, actor) => {
      const { entries } = await findEvidenceList(tx, actor, evidenceFilter.parse(filter), TODAY);
      return entries.map(({ id }) => id);
    });

  it("shows what waits on whom, by kind, component and side, within what one may see", async () => {
    const { community, councilSide, county } = place;
    const asked = await record(community.editor, "insight-offered", { on: "2026-10-01" });
    const own = await record(councilSide.editor, "mediation", { on: "2026-10-01" });
    const thanks = await record(councilSide.editor, "thanks", { on: "2026-10-01" });
    for (const user of [community.reader, councilSide.reader])
      expect(await listFor(user, { kind: "insight-offered" })).toContain(asked);
    expect(await listFor(councilSide.reader, { view: "to-answer" })).toContain(asked);
    expect(await listFor(community.reader, { view: "to-answer" })).not.toContain(asked);
    expect(await listFor(community.reader, { view: "on-them" })).toContain(asked);
    expect(await listFor(community.reader, { view: "answered" })).not.toContain(asked);
    expect(await listFor(community.reader, { component: "flexibility" })).not.toContain(own);
    expect(await listFor(councilSide.reader, { component: "flexibility" })).toEqual(
      expect.arrayContaining([own, thanks, asked]),
    );
    expect(await listFor(councilSide.reader, { component: "trust", kind: "thanks" })).toEqual([]);
    expect(await listFor(community.reader, { side: "council", kind: "thanks" })).toContain(thanks);
    expect(await listFor(community.reader, { side: "community", kind: "thanks" })).not.toContain(thanks);
    expect(await listFor(community.reader, { council: "barley-county" })).toEqual([]);
    expect(await listFor(community.reader, { view: "x", kind: "; drop", page: "y" })).toContain(asked);
    expect(await listFor(county?.users.lead ?? community.lead, {})).toEqual([]);
    const words = await readAs(councilSide.reader, place.area.slug, clock, (tx, actor) =>
      findEvidenceDetails(tx, actor, [asked, own]),
    );
    expect(words.get(asked)).toEqual(["Local knowledge", "Waiting on us"]);
    expect(words.get(own)).toEqual(["Help to talk"]);
  });
});
