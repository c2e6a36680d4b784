import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { setConnection } from "~/platform/database/connection.server";
import { closeDatabase } from "~/platform/db.server";
import { buildPlace, type Place } from "../../tests/builders/place";
import { answerOf, answerTo, sentForm } from "../../tests/builders/sent-form";
import { browserOf, givePassword } from "../../tests/builders/signing-in";
import { stoppedClock } from "../../tests/setup/clock";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { submit } from "./request.server";
import { identify } from "./visit.server";

const NOWHERE = "postgres://nobody@127.0.0.1:1/nowhere";
const FIELDS = { idempotencyKey: "0199a000-0000-7000-8000-000000000001", intent: "record", title: "Mend it" };
const clock = stoppedClock();
let db: TestDatabase;
let place: Place;
let cookie: string;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { clock });
  const { id, email } = place.community.editor;
  await givePassword(id);
  const browser = browserOf(clock);
  await browser.signIn(email);
  cookie = browser.request().headers.get("cookie") ?? "";
});
beforeEach(() => setConnection(db.appUrl));
afterAll(async () => {
  setConnection(db.appUrl);
  await closeDatabase();
  await db.drop();
});

/** What a promise's form is answered. */
function send(fields: Record<string, string>) {
  const form = sentForm({ bySide: "ours", dueOn: "2026-11-01", ...fields });
  return answerTo(place.community.editor, clock, (context) =>
    submit(context, form, recordCommitment, { area: place.area.slug }, ({ id }) => ({
      to: `/${id}`,
      message: "",
    })),
  );
}

describe("a form that is sent while the database is away", () => {
  it("is answered 503 with what was typed, and is taken when sent again as it was", async () => {
    setConnection(NOWHERE);
    const away = await send(FIELDS);
    expect(away.status).toBe(503);
    const { sent } = away.data as { sent: [string, string][] };
    expect(Object.fromEntries(sent)).toMatchObject({ ...FIELDS, bySide: "ours", dueOn: "2026-11-01" });
    // What the address decides was never typed.
    expect(sent.map(([name]) => name)).not.toContain("area");
    setConnection(db.appUrl);
    const first = await send(Object.fromEntries(sent));
    const second = await send(Object.fromEntries(sent));
    expect(first.status).toBe(302);
    expect(second.data).toBe(first.data);
  });

  it.each([
    ["password", { password: "never to be seen" }],
    ["a code", { code: "123456" }],
    ["more than is sent to and fro", { detail: "x".repeat(200_001) }],
  ])("is answered without what was typed where that is %s", async (_, fields) => {
    setConnection(NOWHERE);
    const request = new Request("http://localhost:3000/account", {
      method: "POST",
      headers: { Cookie: cookie },
      body: new URLSearchParams({ title: "Mend it", ...fields }),
    });
    expect(await answerOf(asked(request))).toEqual({ status: 503, data: null });
  });

  it("is kept before anybody has read it, while nobody knows who sends it", async () => {
    setConnection(NOWHERE);
    const request = new Request("http://localhost:3000/areas/oakfield/commitments/new", {
      method: "POST",
      headers: { Cookie: cookie },
      body: new URLSearchParams(FIELDS),
    });
    expect(await answerOf(asked(request))).toEqual({ status: 503, data: { sent: Object.entries(FIELDS) } });
  });
});

/** What the root middleware makes of a request. */
async function asked(request: Request): Promise<unknown> {
  const args = { request, context: new RouterContextProvider(), params: {}, unstable_pattern: "" };
  return identify(() => false)(
    args as unknown as Parameters<ReturnType<typeof identify>>[0],
    async () => new Response(),
  );
}
