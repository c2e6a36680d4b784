import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { ReadScope } from "~/platform/read-scope.server";
import * as meetings from "~/routes/areas/meetings/import";
import * as people from "~/routes/areas/people/import";
import { asMaintenance } from "../../tests/builders/fixtures-records";
import { buildPlace, type Place } from "../../tests/builders/place";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { UPLOAD_BYTES } from "./upload.server";
import { visitContext } from "./visit.server";

type Route = typeof people | typeof meetings;
let db: TestDatabase;
let place: Place;
const clock = stoppedClock();
/** What the server closes when it has answered. */
const scopes: ReadScope[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

function argumentsOf(user: SignedIn, search: string, body?: FormData) {
  const context = new RouterContextProvider();
  const scope = new ReadScope(`user:${user.id}`, todayBy(clock));
  scopes.push(scope);
  context.set(visitContext, { user, scope, clock });
  const request = new Request(`http://localhost/import${search}`, body ? { method: "POST", body } : {});
  const params = { area: place.area.slug };
  return { context, request, params } as unknown as Parameters<typeof people.action>[0];
}

/** What sending a form to a page answers: its status, with what is wrong or where it leads. */
async function send(route: Route, user: SignedIn, fields: Record<string, string | File>, search = "") {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const action = route.action as typeof people.action;
  const answer: unknown = await action(argumentsOf(user, search, form)).catch((thrown: unknown) => thrown);
  await Promise.all(scopes.splice(0).map((scope) => scope.close()));
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get("Location") ?? "" };
  const { init, data } = answer as { init: { status: number } | null; data: Record<string, unknown> | null };
  return { status: init?.status, ...data };
}

const file = (text: string | Uint8Array<ArrayBuffer>, name = "people.csv") => new File([text], name);
const look = { intent: "look", organisation: "ours", role: "file" };
const ours = () => ({ ...look, organisation: "oakfield-partnership" });
const counts = () =>
  asMaintenance(db.ownerUrl, async (client) => {
    const { rows } = await client.query(
      "select (select count(*) from person) p, (select count(*) from import) i, (select count(*) from import_draft) d",
    );
    return rows[0];
  });

describe("a file that is sent", () => {
  it.each([
    ["none at all", {}, "Choose a file"],
    ["text in place of a file", { file: "Name" }, "Choose a file"],
    ["an empty one", { file: file("") }, "The file is empty"],
    ["one that is too large", { file: file(new Uint8Array(UPLOAD_BYTES + 200_000)) }, "larger than 5 MB"],
    ["one a little too large", { file: file(new Uint8Array(UPLOAD_BYTES + 1)) }, "larger than 5 MB"],
    ["a workbook", { file: file(new Uint8Array([0x50, 0x4b, 3, 4, 0])) }, "Excel workbook"],
    ["one without the column", { file: file("Who\nAnn") }, "The column “Name” is missing"],
    ["one with nobody right", { file: file("Name,Email\nAnn,x\nBo,y") }, "The file has 2 problems"],
  ])("is refused beside the field, and nothing is kept: %s", async (_, sent, words) => {
    const before = await counts();
    const answer = await send(people, place.community.editor, { ...ours(), ...sent });
    expect(answer).toMatchObject({ status: 400, errors: { file: [expect.stringContaining(words)] } });
    expect(await counts()).toEqual(before);
  });

  it("with a choice that cannot be is refused beside that, and what was chosen is kept", async () => {
    const { editor } = place.community;
    const sent = {
      intent: "look",
      organisation: "oakfield-partnership",
      role: "councillor",
      file: file("Name\nAnn"),
    };
    const wrongRole = await send(people, editor, sent);
    expect(wrongRole).toMatchObject({
      status: 400,
      errors: { role: [expect.stringContaining("not a role in")] },
    });
    expect(wrongRole).toMatchObject({ values: { organisation: "oakfield-partnership", role: "councillor" } });
    const far = await send(people, editor, { ...sent, organisation: "far-unitary" });
    expect(far).toMatchObject({ status: 400, errors: { organisation: [expect.any(String)] } });
  });

  it("is looked at, imported by who sent it alone, and once", async () => {
    const { editor, lead, reader } = place.community;
    const sent = { ...ours(), file: file("Name,Role\nNew Person,Chair") };
    expect(await send(people, reader, sent)).toMatchObject({ status: 403 });
    expect(await send(people, place.outside.communityLead, sent)).toMatchObject({ status: 404 });
    const { to = "" } = await send(people, editor, sent);
    const search = to.slice(to.indexOf("?"));
    const view = await people.loader(argumentsOf(editor, search));
    expect(view.preview).toMatchObject({ groups: [{ title: "1 new person" }], isNothing: false });
    // To anybody else it is not there: back to the page.
    expect(await send(people, lead, { intent: "confirm" }, search)).toMatchObject({
      to: "/areas/oakfield/people/import",
    });
    const before = await counts();
    await send(people, editor, { intent: "confirm" }, search);
    const after = await counts();
    expect([after.p - before.p, after.i - before.i, after.d - before.d]).toEqual([1, 1, -1]);
    await send(people, editor, { intent: "confirm" }, search);
    expect(await counts()).toEqual(after);
    const { imports } = await people.loader(argumentsOf(lead, ""));
    expect(imports).toMatchObject([{ fileName: "people.csv", state: "applied" }]);
    await send(people, lead, { intent: "back", id: imports[0]?.id ?? "" });
    expect((await counts()).p).toBe(before.p);
  });

  it("with forms nobody's page sends is not there", async () => {
    const { editor } = place.community;
    for (const form of [
      { intent: "other" },
      { intent: "confirm" },
      { intent: "back", id: "1" },
      { intent: "back", id: newId() },
    ])
      expect(await send(people, editor, form)).toMatchObject({ status: 404 });
  });

  it("that is a calendar asks how each past meeting went, beside it", async () => {
    const { editor } = place.community;
    const lines = ["Title,Day", "Gone,2025-01-02", "Coming,2030-01-02"].join("\n");
    const { to = "" } = await send(meetings, editor, {
      intent: "look",
      how: "call",
      file: file(lines, "m.csv"),
    });
    const search = to.slice(to.indexOf("?"));
    const met = { intent: "confirm", askedCount: "1", "asked[0].became": "met" };
    expect(await send(meetings, editor, met, search)).toMatchObject({
      status: 400,
      errors: { "asked[0].council": [expect.any(String)] },
      values: { "asked[0].became": "met" },
    });
    for (const bad of ["asked[0].became", "asked[0].council"])
      expect(await send(meetings, editor, { ...met, [bad]: "nonsense" }, search)).toMatchObject({
        status: 400,
      });
    const left = { ...met, "asked[0].became": "leave" };
    expect(await send(meetings, editor, left, search)).toMatchObject({ status: 302 });
  });
});
