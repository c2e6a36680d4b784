import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Disclosure, disclosureDocument } from "~/features/disclosures/disclosure";
import { findDisclosure, findDisclosures } from "~/features/disclosures/disclosures.queries.server";
import { OwnDocument } from "~/features/partnership/components/own-document";
import { recordNote } from "~/features/records/notes.commands.server";
import { replyToRecord } from "~/features/records/records.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { writeWordDocument } from "~/platform/word-document.server";
import { buildRequest } from "../../tests/builders/asked-request";
import { buildPost } from "../../tests/builders/leaver";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { buildPromise } from "../../tests/builders/promise";
import { readAs, statusOf } from "../../tests/builders/reading";
import { partOfWord } from "../../tests/builders/word-text";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { decideDisclosure } from "./decide-disclosure.commands.server";
import { SOURCES } from "./disclosed-columns";
import { findLines } from "./disclosure-lines.server";
import {
  beginDisclosure,
  finishDisclosure,
  lookAgain,
  reopenDisclosure,
} from "./disclosures.commands.server";
import { runAs, type SignedIn } from "./execution.server";
import { toDocument } from "./printed.server";

let db: TestDatabase;
let place: Place;
let asker: Record<"request" | "promise" | "note", string>;
const PRIVATE = "Rosalind Quill";
const SECRET = "the tender is won by Brightmoor";

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  const { community, councilSide, area, council, by } = place;
  await buildPost(place, community.editor, { name: PRIVATE, role: "volunteer" });
  await buildPost(place, councilSide.editor, { name: "Oswald Penn", role: "officer" });
  const about = { area: area.slug, council: council.slug };
  const words = `Ask ${PRIVATE} (rq@hall.example, 01632 960 777) and Oswald Penn; ${SECRET}.`;
  asker = {
    request: await buildRequest(
      councilSide.editor,
      { area: area.slug, title: "Who has the key?", detail: words },
      by,
    ),
    promise: await buildPromise(community.editor, { ...about, title: "Paint the hall" }, by),
    note: "",
  };
  const note = { id: asker.promise, level: "side", text: "The borough thinks so" } as const;
  asker.note = (await mustRun(councilSide.editor, recordNote, note, by)).id;
  await mustRun(
    councilSide.editor,
    recordNote,
    { ...note, level: "personal", text: "Mine alone, CANARY" },
    by,
  );
  await mustRun(community.editor, recordNote, { ...note, text: "The partnership thinks CANARY" }, by);
  await mustRun(community.editor, replyToRecord, { id: asker.request, text: "Their words" }, by);
});

afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const question = () => ({
  ...{ area: place.area.slug, reference: "FOI 7", law: "information" as const, receivedOn: "2026-09-30" },
  asked: "Everything about the key",
});

const begin = async (user: SignedIn, more = {}) =>
  (await mustRun(user, beginDisclosure, { ...question(), ...more }, place.by)).id;

/** A bundle as its lead sees it, with what goes out. */
const see = (user: SignedIn, id: string) =>
  readAs(user, place.area.slug, place.clock, async (tx, actor) => {
    const found = await findDisclosure(tx, actor, id);
    if (!found) throw new Error("not theirs");
    return { ...found, lines: await findLines(tx, actor, found.items) };
  });

const byRecord = async (user: SignedIn, id: string, recordId: string) => {
  const line = (await see(user, id)).lines.find(({ item }) => item.recordId === recordId);
  if (!line) throw new Error("not in it");
  return line;
};

async function decide(user: SignedIn, id: string, recordId: string, more: object = {}) {
  const { item, record } = await byRecord(user, id, recordId);
  const asked = {
    area: place.area.slug,
    id,
    item: item.id,
    revision: item.revision,
    digest: record?.digest ?? "",
  };
  return runAs(user, decideDisclosure, { ...asked, decision: "included", ...more }, place.by);
}

const documentOf = (bundle: { disclosure: Disclosure; lines: Awaited<ReturnType<typeof findLines>> }) =>
  disclosureDocument({ ...bundle, organisation: "Barley Borough", area: "Oakfield" }, String);

describe("what is gathered", () => {
  it("is what the side may see of what was asked, and never what a person keeps for themselves", async () => {
    const { councilSide, community, county } = place;
    const inIt = async (user: SignedIn, more = {}) =>
      (await see(user, await begin(user, more))).lines.map(({ item }) => item.recordId).sort();
    expect(await inIt(councilSide.lead)).toEqual(Object.values(asker).sort());
    expect(await inIt(councilSide.lead, { kinds: ["note"] })).toEqual([asker.note]);
    expect(await inIt(councilSide.lead, { words: "BRIGHTMÓOR" })).toEqual([asker.request]);
    expect(await inIt(councilSide.lead, { to: "2026-09-30" })).toEqual([]);
    expect(await inIt(community.lead, { council: "barley-county" })).toEqual([]);
    if (!county) throw new Error("built with a county");
    expect(await inIt(county.users.lead)).toEqual([]);
    expect(JSON.stringify(await see(councilSide.lead, await begin(councilSide.lead)))).not.toContain(
      "CANARY",
    );
  });

  it("says what the other side wrote", async () => {
    const { lead } = place.councilSide;
    const id = await begin(lead);
    const { record } = await byRecord(lead, id, asker.request);
    const others = record?.texts.filter(({ ofOther }) => ofOther).map(({ text }) => text);
    expect([record?.ofOther, others]).toEqual([true, ["Their words"]]);
    expect((await byRecord(lead, id, asker.note)).record?.ofOther).toBe(false);
  });

  it("is added to by what was recorded since", async () => {
    const { councilSide, area, by } = place;
    const id = await begin(councilSide.lead, { words: "a late word" });
    await buildRequest(councilSide.editor, { area: area.slug, title: "A late word" }, by);
    const again = () => mustRun(councilSide.lead, lookAgain, { area: area.slug, id }, by);
    expect([(await again()).records, (await again()).records]).toEqual([1, 0]);
  });
});

describe("who may", () => {
  it("is a lead of the organisation that prepares it, and nobody else is told that it is there", async () => {
    const { councilSide, community, county, outside, admin, area, by } = place;
    const id = await begin(councilSide.lead);
    const status = (user: SignedIn) => statusOf(user, lookAgain, { area: area.slug, id }, by);
    for (const user of [councilSide.reader, councilSide.editor, community.reader, community.editor])
      expect([user.name, await status(user)]).toEqual([user.name, "forbidden"]);
    for (const user of [community.lead, county?.users.lead ?? admin, outside.communityLead, admin])
      expect([user.name, await status(user)]).toEqual([user.name, "absent"]);
    expect(await statusOf(councilSide.editor, beginDisclosure, question(), by)).toBe("forbidden");
    expect(await statusOf(outside.councilLead, beginDisclosure, question(), by)).toBe("absent");
    const listed = (user: SignedIn) =>
      readAs(user, area.slug, place.clock, async (tx, actor) =>
        (await findDisclosures(tx, actor)).map((one) => one.id),
      );
    expect(await listed(councilSide.lead)).toContain(id);
    for (const user of [councilSide.editor, community.lead]) expect(await listed(user)).not.toContain(id);
  });

  it.each([
    [{ reference: "" }, "reference"],
    [{ law: "other" }, "law"],
    [{ receivedOn: "2027-01-01" }, "receivedOn"],
    [{ asked: " " }, "asked"],
    [{ from: "2026-05-01", to: "2026-04-01" }, "to"],
    [{ kinds: ["secret"] }, "kinds[0]"],
    [{ council: "far-unitary" }, "council"],
  ])("is asked again: %o", async (wrong, field) => {
    const { community, by } = place;
    const answer = await runAs(community.lead, beginDisclosure, { ...question(), ...wrong }, by);
    expect(answer.status === "invalid" && Object.keys(answer.fields)).toEqual([field]);
  });
});

describe("what is decided", () => {
  it("leaves out what was marked, from the document itself", async () => {
    const { lead } = place.councilSide;
    const id = await begin(lead);
    const words = [
      { text: SECRET, reason: "commercial" },
      { text: "", reason: "" },
    ];
    expect(await decide(lead, id, asker.request, { words })).toMatchObject({ status: "done" });
    await decide(lead, id, asker.promise);
    await decide(lead, id, asker.note, { decision: "withheld", reason: "advice" });
    const seen = await see(lead, id);
    expect(seen.lines.map(({ weighed }) => weighed.state).sort()).toEqual([
      "disclosed",
      "open",
      "redacted",
      "withheld",
    ]);
    const document = documentOf(seen);
    const word = await writeWordDocument(document);
    const parts = ["word/document.xml", "docProps/core.xml"].map((part) => partOfWord(word, part)).join(" ");
    for (const copy of [parts, toDocument(OwnDocument, { view: document }, document.title)]) {
      expect(copy).toContain("Oswald Penn");
      expect(copy).toContain("would harm somebody’s business");
      for (const gone of [
        "Rosalind",
        "Quill",
        "rq@hall",
        "960 777",
        "Brightmoor",
        "tender",
        "The borough thinks",
      ])
        expect(copy).not.toContain(gone);
    }
    const [schedule] = document.sections;
    expect(schedule?.table?.rows).toHaveLength(4);
  });

  it.each([
    [{ decision: "perhaps" }, "decision"],
    [{ decision: "withheld" }, "reason"],
    [{ words: [{ text: "no such words", reason: "legal" }] }, "words[0].text"],
    [{ words: [{ text: "key", reason: "" }] }, "words[0].reason"],
    [{ words: [{ text: "k", reason: "legal" }] }, "words[0].text"],
    [{ whole: [{ key: "x", reason: "because" }] }, "whole[0].reason"],
  ])("is asked again: %o", async (wrong, field) => {
    const { lead } = place.councilSide;
    const answer = await decide(lead, await begin(lead), asker.request, wrong);
    expect(answer.status === "invalid" && Object.keys(answer.fields)).toEqual([field]);
  });

  it("holds for the words it was decided on: a reply since is looked at first", async () => {
    const { councilSide, community, area, by } = place;
    const { lead } = councilSide;
    const id = await begin(lead, { words: "paint the hall" });
    const before = await byRecord(lead, id, asker.promise);
    await decide(lead, id, asker.promise);
    const finish = async () => {
      const { revision } = (await see(lead, id)).disclosure;
      return statusOf(lead, finishDisclosure, { area: area.slug, id, revision }, by);
    };
    await mustRun(community.editor, replyToRecord, { id: asker.promise, text: "In green" }, by);
    const after = await byRecord(lead, id, asker.promise);
    expect([after.weighed.state, after.weighed.texts]).toEqual(["changed", []]);
    expect(await finish()).toBe("invalid");
    const stale = { digest: before.record?.digest ?? "" };
    expect(await decide(lead, id, asker.promise, stale)).toMatchObject({ status: "conflict" });
    expect(await decide(lead, id, asker.promise, { revision: 1 })).toMatchObject({ status: "conflict" });
    await decide(lead, id, asker.promise);
    expect([await finish(), await finish()]).toEqual(["done", "forbidden"]);
    expect((await decide(lead, id, asker.promise)).status).toBe("forbidden");
    const { revision } = (await see(lead, id)).disclosure;
    expect(await statusOf(lead, reopenDisclosure, { area: area.slug, id, revision }, by)).toBe("done");
  });
});

/** Tables of a record that say nothing to be told, and columns of text of those above: each with why. */
const UNTOLD: Readonly<Record<string, string>> = {
  meeting_project: "names two records, each of which is told itself",
  meeting_external_id: "the number a calendar gives it",
  mou_version: "its clauses are told",
  clause_link: "names another record, which is told itself",
  handover_item: "names another record, which is told itself",
  link: "how the answer came; what was answered is told",
  disclosure_item: "of an answer to somebody who asked, and no record",
  partnership_decision: "the partnership’s own papers are looked through by hand",
  action_state: "of a recommended step, and no record",
  "evidence_link.field": "which question it answers",
  "record.kind": "told in words",
  "evidence.kind": "told in words",
  "meeting.starts_at": "a time of day",
  "meeting_series.unit": "how often",
  "meeting_series.starts_at": "a time of day",
  "handover.why": "a choice; what is told of it is its note",
  "attachment.type": "what kind of file",
  "attachment.sha256": "a digest",
};

describe("every word of a record", () => {
  it("is told, or it is said why not", async () => {
    const client = new Client({ connectionString: db.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ table: string; column: string }>(
      `with recursive below as (
         select 'record'::regclass::oid as id union
         select c.conrelid from pg_constraint c join below b on c.confrelid = b.id where c.contype = 'f')
       select b.id::regclass::text as table, a.attname as column from below b
       join pg_attribute a on a.attrelid = b.id and a.attnum > 0 and not a.attisdropped
       where a.atttypid in ('text'::regtype, 'jsonb'::regtype) or a.attname ~ 'person_id$' order by 1, 2`,
    );
    await client.end();
    const isKnown = ({ table, column }: { table: string; column: string }) =>
      UNTOLD[table] ?? UNTOLD[`${table}.${column}`] ?? SOURCES[table]?.columns[column];
    expect(rows.length).toBeGreaterThan(60);
    expect(rows.filter((one) => !isKnown(one)).map(({ table, column }) => `${table}.${column}`)).toEqual([]);
  });
});
