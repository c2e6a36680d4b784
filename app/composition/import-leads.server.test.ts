import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importPeople } from "~/features/imports/imports.commands.server";
import { readPeople } from "~/features/imports/people-file.server";
import { revertImport } from "~/features/imports/revert-import.commands.server";
import { nameLead } from "~/features/people/leads.commands.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { type Day, toDay } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase, inTransaction } from "~/platform/db.server";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { scorer } from "./emitters";
import type { SignedIn } from "./execution.server";
import { findFacts, findFigures } from "./score-store.server";

const ANN = "Councillor Ann Lee,Green Party,East,NA,ann@council.example,https://c.example/?UID=1";
const BOB = "Councillor Bob Ray,Labour,West,NA,NA,https://c.example/?UID=2";
let db: TestDatabase;
let place: Place;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  await asMaintenance(db.ownerUrl, (client) =>
    client.query("update organisation set code = 'BAR' where id = $1", [place.council.id]),
  );
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

function take(user: SignedIn, on: Day, ...lines: string[]) {
  const text = ["Name,Party,Ward,Telephone,Email,Page", ...lines].join("\n");
  const rows = readPeople(new TextEncoder().encode(text));
  if (!rows.ok) throw new Error("the list cannot be read");
  const list = { fileName: "list.csv", sha256: "0".repeat(64), council: "BAR", on, fullList: true };
  return mustRun(user, importPeople, { ...list, rows: rows.value }, { clock: clockAt(`${on}T12:00:00Z`) });
}

/** What the score holds of the council's lead, with the rolled figure and the one from scratch. */
function score(today: Day) {
  return inTransaction(`user:${place.community.lead.id}`, today, async (tx) => {
    const facts = await findFacts(tx, place.council.relationshipId);
    const rolled = await findFigures(tx, place.council.relationshipId, today);
    return {
      lead: facts.find((fact) => fact.type === "appointment"),
      rolled: rolled.overall,
      scratch: scorer.score(facts, scoringDay(today)).overall,
    };
  });
}

describe("a council's list with a named lead on it", () => {
  it.each(["admin", "the council's editor"])("moves the score, imported by %s", async (who) => {
    const user = who === "admin" ? place.admin : place.councilSide.editor;
    const [first, second, third] =
      who === "admin"
        ? [toDay("2026-10-02"), toDay("2026-10-05"), toDay("2026-10-08")]
        : [toDay("2026-11-02"), toDay("2026-11-05"), toDay("2026-11-08")];
    await take(user, first, ANN, BOB);
    const ann = await inTransaction(`user:${place.community.lead.id}`, first, (tx) =>
      tx.appointment.findFirstOrThrow({ where: { person: { name: "Councillor Ann Lee" }, endsOn: null } }),
    );
    const by = { clock: clockAt(`${first}T13:00:00Z`) };
    await mustRun(place.community.lead, nameLead, { area: place.area.slug, id: ann.id }, by);
    expect((await score(first)).lead).toMatchObject({ lead: true, checked: first, vacant: null });

    await take(user, second, ANN, BOB);
    expect((await score(second)).lead).toMatchObject({ checked: second, vacant: null });

    const { importId } = await take(user, third, BOB);
    const after = await score(third);
    expect(after.lead).toMatchObject({ checked: second, vacant: third });
    expect(after.rolled).toBeCloseTo(after.scratch, 9);

    await mustRun(user, revertImport, { id: importId }, { clock: clockAt(`${third}T14:00:00Z`) });
    const back = await score(third);
    expect(back.lead).toMatchObject({ checked: second, vacant: null });
    expect(back.rolled).toBeCloseTo(back.scratch, 9);
  });
});
