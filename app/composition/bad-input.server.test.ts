import { parseWithZod } from "@conform-to/zod/v4";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { agreeMou } from "~/features/agreements/propose-mou.commands.server";
import { signMou } from "~/features/agreements/sign-mou.commands.server";
import { changePost } from "~/features/people/appointments.commands.server";
import { moveDay } from "~/features/projects/day-moves.commands.server";
import { editMilestone, recordMilestone } from "~/features/projects/record-milestone.commands.server";
import { recordProject } from "~/features/projects/record-project.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { buildProposed, buildSignatories } from "../../tests/builders/agreement";
import { type BadForm, buildBadForms, buildElsewhere } from "../../tests/builders/bad-forms";
import { contentOf } from "../../tests/builders/content";
import { openMaintenance } from "../../tests/builders/fixtures-asking";
import { buildPost } from "../../tests/builders/leaver";
import { buildPlace, type Place } from "../../tests/builders/place";
import { buildMilestone } from "../../tests/builders/plan";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { runAs } from "./execution.server";

let db: TestDatabase;
let place: Place;
let maintenance: Client;
let forms: Map<string, BadForm>;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  forms = new Map((await buildBadForms(place)).map((form) => [form.id, form]));
  maintenance = await openMaintenance(db.ownerUrl);
}, 60_000);
afterAll(async () => {
  await maintenance.end();
  await closeDatabase();
  await db.drop();
});

const IDS = [
  "requests.ask",
  "projects.record",
  "milestones.record",
  "projects.move-day",
  "commitments.record",
  "commitments.propose-day",
  "meetings.plan",
  "meetings.log-with-promises",
  "proposals.make",
  "agreements.draft",
  "handovers.announce-leaver",
  "aims.state",
  "evidence.record",
  "people.add",
  "people.appoint",
  "people.assess",
  "people.plan",
  "elections.add",
];

/** Answers that no question of text takes; what a line is too short for besides. */
const TEXTS: Record<string, unknown> = {
  "a NUL": "A gate\0",
  "half a surrogate pair": "A gate \ud83d",
  "the field sent twice": ["one", "two"],
};
const LINES = { ...TEXTS, "300 characters": "x".repeat(300) };
const TEXTS_LONG = { ...TEXTS, "10,001 characters": "x".repeat(10_001) };
const DAYS: Record<string, unknown> = {
  "31 February": { day: "31", month: "2", year: "2026" },
  "the year 0": { day: "1", month: "1", year: "0" },
  "the year 9999": { day: "1", month: "1", year: "9999" },
  "no number": { day: "one", month: "x", year: "??" },
  "the field sent twice": ["2026-10-01", "2026-10-02"],
};

type Try = { field: string; what: string; value: unknown };

function triesOf({ lines = [], texts = [], days = [], elsewhere = {} }: BadForm["asks"]): Try[] {
  const each = (fields: readonly string[], values: Record<string, unknown>) =>
    fields.flatMap((field) => Object.entries(values).map(([what, value]) => ({ field, what, value })));
  return [
    ...each(lines, LINES),
    ...each(texts, TEXTS_LONG),
    ...each(days, DAYS),
    ...Object.entries(elsewhere).map(([field, value]) => ({ field, what: "an id of another area", value })),
  ];
}

/** What a browser sends of an answer. */
function typed(form: BadForm, { field, value }: Try): FormData {
  const sent = new FormData();
  const add = (name: string, one: unknown): void => {
    if (Array.isArray(one)) for (const each of one) add(name, each);
    else if (typeof one === "object" && one !== null)
      for (const [part, of] of Object.entries(one)) add(`${name}.${part}`, of);
    else sent.append(name, String(one));
  };
  for (const [name, one] of Object.entries(form.good))
    if (name !== field && !Array.isArray(one)) add(name, one);
  add(field, value);
  return sent;
}

/** How a bad answer was taken, where that was wrong; null: it was refused beside its field, and is still there. */
async function fault(form: BadForm, one: Try): Promise<string | null> {
  const said = `${one.field}: ${one.what}: `;
  const outcome = await form.send({ [one.field]: one.value });
  if (outcome.status !== "invalid") return `${said}${outcome.status}`;
  const named = Object.keys(outcome.fields);
  if (!named.some((name) => name.split(/[.[]/)[0] === one.field))
    return `${said}refused beside ${named.join()}`;
  // A browser sends no half of a pair: it puts a sign for it.
  if (one.what === "half a surrogate pair") return null;
  const submission = parseWithZod(typed(form, one), { schema: form.schema });
  const kept = submission.reply({ fieldErrors: { [one.field]: ["no"] } }).initialValue?.[one.field];
  // Of a list of one the reply keeps the one.
  const value = Array.isArray(one.value) && one.value.length === 1 ? one.value[0] : one.value;
  return JSON.stringify(kept) === JSON.stringify(value) ? null : `${said}kept as ${JSON.stringify(kept)}`;
}

describe("a bad answer is refused beside its field, kept, and changes nothing", () => {
  it("is tried on every form of the registers", () => {
    expect([...forms.keys()].toSorted()).toEqual(IDS.toSorted());
  });

  it.each(IDS)("%s", async (id) => {
    const form = forms.get(id);
    if (!form) throw new Error(`no form of ${id}`);
    const before = await contentOf(maintenance);
    const faults: string[] = [];
    for (const one of triesOf(form.asks)) {
      const wrong = await fault(form, one);
      if (wrong) faults.push(wrong);
    }
    expect(faults).toEqual([]);
    expect(await contentOf(maintenance)).toEqual(before);
    // The same form is taken as it stands: it was the answer that was refused.
    expect((await form.send({})).status).toBe("done");
  });
});

describe("answers that are each good and cannot be together", () => {
  /** Refused beside the field, and nothing changed. */
  async function refusedBeside(field: string, send: () => Promise<{ status: string }>) {
    const before = await contentOf(maintenance);
    const outcome = await send();
    expect(outcome).toMatchObject({ status: "invalid", fields: { [field]: [expect.any(String)] } });
    expect(await contentOf(maintenance)).toEqual(before);
  }

  it("a milestone that is part of its own part, or of itself", async () => {
    const { editor } = place.community;
    const area = place.area.slug;
    const parent = await buildMilestone(editor, { area }, place.by);
    const part = await buildMilestone(editor, { area, parentId: parent }, place.by);
    const edit = (id: string, parentId: string) =>
      runAs(editor, editMilestone, { id, revision: 1, title: "The goals stand", parentId }, place.by);
    for (const [id, parentId] of [
      [parent, part],
      [parent, parent],
    ] as const)
      await refusedBeside("parentId", () => edit(id, parentId));
  });

  it("an end before its start, and a day moved into the past", async () => {
    const { editor } = place.community;
    const area = place.area.slug;
    const project = { area, title: "A field", aim: "For all.", lead: "joint" as const };
    const milestone = await buildMilestone(editor, { area }, place.by);
    const post = await buildPost(place, editor);
    await refusedBeside("endsOn", () =>
      runAs(editor, recordProject, { ...project, startedOn: "2026-09-01", endsOn: "2026-08-31" }, place.by),
    );
    await refusedBeside("dueOn", () =>
      runAs(
        editor,
        recordMilestone,
        { area, title: "It stands", owner: "community", setOn: "2026-09-10", dueOn: "2026-09-09" },
        place.by,
      ),
    );
    await refusedBeside("toOn", () =>
      runAs(editor, moveDay, { id: milestone, toOn: "2026-09-30", reason: "Late.", how: "alone" }, place.by),
    );
    await refusedBeside("lastDay", () =>
      runAs(
        editor,
        changePost,
        {
          area,
          id: post.postId,
          revision: 1,
          role: "officer",
          startsOn: "2026-05-01",
          lastDay: "2026-04-30",
        },
        place.by,
      ),
    );
  });

  it("a signatory of the wrong side, or of another area", async () => {
    const signatories = await buildSignatories(place);
    const { lead, editor } = place.community;
    const other = await buildElsewhere(place);
    const draft = { area: place.area.slug, title: "Signed by the right ones" };
    const id = await buildProposed(editor, lead, draft, place.by);
    await runAs(place.councilSide.lead, agreeMou, { id }, place.by);
    for (const personId of [signatories.council, other.person])
      await refusedBeside("personId", () =>
        runAs(editor, signMou, { id, personId, signedOn: "today" }, place.by),
      );
  });
});
