import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { disclosureDocument } from "~/features/disclosures/disclosure";
import { findDisclosure } from "~/features/disclosures/disclosures.queries.server";
import { renameSelf } from "~/features/identity/own-account.commands.server";
import { appoint } from "~/features/people/appointments.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPost } from "../../tests/builders/leaver";
import { buildPlace, buildUser, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { decideDisclosure } from "./decide-disclosure.commands.server";
import { findLines } from "./disclosure-lines.server";
import { beginDisclosure } from "./disclosures.commands.server";

const RESIDENT = "Rosalind Quill";

let db: TestDatabase;
let place: Place;
let resident: string;
let bundle: string;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  const { community, councilSide, area, by } = place;
  resident = (await buildPost(place, community.editor, { name: RESIDENT, role: "volunteer" })).id;
  const detail = `${RESIDENT} and ${community.reader.name} have it, and Rosalind Quill-Marsh.`;
  await buildRequest(councilSide.editor, { area: area.slug, title: "Who has the key?", detail }, by);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

/** The bundle's one record as the lead sees it now, and the document made of it. */
const see = () =>
  readAs(place.councilSide.lead, place.area.slug, place.clock, async (tx, actor) => {
    const found = await findDisclosure(tx, actor, bundle);
    const [line] = found ? await findLines(tx, actor, found.items) : [];
    if (!found || !line) throw new Error("not theirs");
    const whole = { disclosure: found.disclosure, lines: [line], organisation: "Barley", area: "Oakfield" };
    return { line, document: JSON.stringify(disclosureDocument(whole, String)) };
  });

async function decide() {
  const { line } = await see();
  const { id, revision } = line.item;
  const asked = { area: place.area.slug, id: bundle, item: id, revision, digest: line.record?.digest ?? "" };
  await mustRun(place.councilSide.lead, decideDisclosure, { ...asked, decision: "included" }, place.by);
}

beforeEach(async () => {
  const about = { area: place.area.slug, reference: "FOI 7", law: "information", asked: "The key" } as const;
  const asked = { ...about, receivedOn: "2026-09-30" };
  bundle = (await mustRun(place.councilSide.lead, beginDisclosure, asked, place.by)).id;
  await decide();
});

describe("somebody who was left out when it was decided", () => {
  it("stays left out, and others who come to be known change nothing", async () => {
    await buildUser("Somebody Else");
    const { line, document } = await see();
    expect(line.weighed.state).toBe("redacted");
    expect(document).not.toMatch(/Quill|Rosalind/);
    expect(document).not.toContain(place.community.reader.name);
  });

  it("and goes by another name now: nothing goes out before it is looked at again", async () => {
    const { reader } = place.community;
    await mustRun(reader, renameSelf, { name: "Quite Different" }, place.by);
    const { line, document } = await see();
    expect([line.weighed.state, line.weighed.texts]).toEqual(["changed", []]);
    expect(document).not.toContain(reader.name);
  });

  it("and has an officer's post now: nothing goes out before it is looked at again", async () => {
    const { councilSide, area, by } = place;
    const post = { area: area.slug, id: resident, organisation: "ours", role: "officer" } as const;
    await mustRun(councilSide.editor, appoint, { ...post, startsOn: "2026-09-01" }, by);
    const { line, document } = await see();
    expect([line.weighed.state, line.weighed.texts]).toEqual(["changed", []]);
    expect(document).not.toMatch(/Quill|Rosalind/);
    // Whoever looks again decides anew.
    await decide();
    expect((await see()).document).toContain(`${RESIDENT} and `);
  });
});
