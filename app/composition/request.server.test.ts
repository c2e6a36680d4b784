import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPerson, editPerson } from "~/features/people/people.commands.server";
import { todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { ReadScope } from "~/platform/read-scope.server";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { formOf, intentOf, submit } from "./request.server";
import { visitContext } from "./visit.server";

let db: TestDatabase;
let place: Place;
const clock = stoppedClock();

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

function contextOf(user: SignedIn): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(visitContext, { user, scope: new ReadScope(`user:${user.id}`, todayBy(clock)), clock });
  return context;
}

function formWith(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** What sending a form answers: data and its status, or the redirect that was thrown. */
async function answerTo(sent: Promise<unknown>): Promise<unknown> {
  try {
    return await sent;
  } catch (thrown) {
    return thrown;
  }
}

const post = { organisation: "ours", role: "officer" };
const adding = (fields: Record<string, string>, user = place.community.editor) =>
  answerTo(
    submit(
      contextOf(user),
      formWith({ ...post, intent: "add", ...fields }),
      addPerson,
      { area: place.area.slug },
      ({ id }) => ({ to: `/people/${id}`, message: "Added" }),
    ),
  );
const namesLike = (name: string) =>
  readAs(place.community.reader, place.area.slug, clock, (tx) => tx.person.count({ where: { name } }));

describe("a form handed to a command", () => {
  it("that is done leads on with a message", async () => {
    const answer = await adding({ name: "Done Price" });
    expect(answer).toBeInstanceOf(Response);
    const { status, headers } = answer as Response;
    expect([status, headers.get("Location")]).toEqual([302, expect.stringMatching(/^\/people\//)]);
    expect(headers.get("Set-Cookie")).not.toBeNull();
  });

  it("that was sent twice is written once, and leads to the same place", async () => {
    const key = newId(clock.now());
    const [first, second] = [
      await adding({ name: "Once Price", idempotencyKey: key }),
      await adding({ name: "Once Price", idempotencyKey: key }),
    ] as [Response, Response];
    expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
    expect(await namesLike("Once Price")).toBe(1);
    await adding({ name: "Once Price", idempotencyKey: newId(clock.now()) });
    expect(await namesLike("Once Price")).toBe(2);
  });

  it("with a problem of its own, or of the command, comes back with what was typed", async () => {
    expect(await adding({ name: "" })).toMatchObject({
      init: { status: 400 },
      data: { intent: "add", conflict: null, lastResult: { error: { name: ["Enter the person’s name"] } } },
    });
    await adding({ name: "Twin Price" });
    expect(await adding({ name: "Twin Price", warn: "yes" })).toMatchObject({
      init: { status: 400 },
      data: {
        lastResult: {
          error: { same: [expect.stringContaining("already here")] },
          initialValue: { name: "Twin Price" },
        },
      },
    });
  });

  it("that somebody else overtook comes back with theirs beside it", async () => {
    const editor = place.community.editor;
    const area = place.area.slug;
    const { id } = await mustRun(
      editor,
      addPerson,
      { area, name: "Old Price", ...post, role: "officer" },
      { clock },
    );
    const edit = (name: string) =>
      answerTo(
        submit(contextOf(editor), formWith({ name, revision: "1" }), editPerson, { area, id }, () => ({
          to: "/",
          message: "Saved",
        })),
      );
    expect(await edit("New Price")).toBeInstanceOf(Response);
    expect(await edit("Newer Price")).toMatchObject({
      init: { status: 409 },
      data: {
        conflict: { name: "New Price" },
        lastResult: { initialValue: { name: "Newer Price" }, error: { "": [expect.any(String)] } },
      },
    });
  });

  it("is refused to a reader, and is not there elsewhere", async () => {
    expect(await adding({ name: "No Price" }, place.community.reader)).toMatchObject({
      init: { status: 403 },
      data: { why: expect.any(String) },
    });
    const stranger = place.outside.communityLead;
    expect(await adding({ name: "No Price" }, stranger)).toMatchObject({ init: { status: 404 } });
    expect(await namesLike("No Price")).toBe(0);
  });
});

describe("reading a form", () => {
  it("takes what a page sends, and refuses what is no form", async () => {
    const body = formWith({ intent: "add" });
    expect(intentOf(await formOf(new Request("http://localhost/", { method: "POST", body })))).toBe("add");
    const headers = { "Content-Type": "application/json" };
    const odd = formOf(new Request("http://localhost/", { method: "POST", body: "{}", headers }));
    expect(await answerTo(odd)).toMatchObject({ init: { status: 400 } });
  });
});
