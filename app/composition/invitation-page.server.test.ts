import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findSignedIn } from "~/features/identity/auth.server";
import { prepareInvitation } from "~/features/identity/invitation-acceptance.server";
import { inviteToSide } from "~/features/identity/invitations.commands.server";
import { closeDatabase } from "~/platform/db.server";
import { action, loader } from "~/routes/invitation";
import { buildInvitation } from "../../tests/builders/invitation";
import { BUILT_AT, buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { answerTo, sentForm } from "../../tests/builders/sent-form";
import { browserOf, movingClock } from "../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import { clockContext } from "./visit.server";

let db: TestDatabase;
let place: Place;
const clock = movingClock(BUILT_AT);

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

type Given = Parameters<typeof action>[0];

const sent = (token: string, fields: Record<string, string>, context: RouterContextProvider) =>
  action({
    request: new Request(`http://localhost:3000/invitation/${token}`, {
      method: "POST",
      body: sentForm(fields),
    }),
    context,
    params: { token },
  } as unknown as Given);

const nobody = () => {
  const context = new RouterContextProvider();
  context.set(clockContext, clock);
  return context;
};

const invited = () => buildInvitation(place.community.lead, "oakfield", { clock });

async function shown(token: string, context: RouterContextProvider) {
  const { data, init } = await loader({ context, params: { token } } as unknown as Parameters<
    typeof loader
  >[0]);
  return { ...data.page, status: init?.status, headers: init?.headers };
}

it("shows who invites to what, and is kept nowhere; of a link that is none it shows nothing", async () => {
  const { token } = await invited();
  expect(await shown(token, nobody())).toMatchObject({
    ...{ state: "open", as: "new", inviter: "Community lead", status: 200 },
    headers: { "Cache-Control": "no-store" },
  });
  expect(await shown("x".repeat(43), nobody())).toMatchObject({ state: "nothing", status: 404 });
  expect(await shown("short", nobody())).toMatchObject({ state: "nothing", status: 404 });
});

it("a form that lacks something comes back without the password; a good one opens an account and signs in", async () => {
  const { token } = await invited();
  const short = { name: "Nia New", password: "too short" };
  const refused = (await sent(token, short, nobody())) as { data: unknown; init: ResponseInit };
  expect(refused.init.status).toBe(400);
  expect(JSON.stringify(refused.data)).toContain("12 characters");
  expect(JSON.stringify(refused.data)).not.toContain("too short");
  const good = { name: "Nia New", password: "a password for Nia" };
  const thrown = await sent(token, good, nobody()).catch((answer: unknown) => answer);
  if (!(thrown instanceof Response)) throw new Error("it leads on");
  expect(thrown.headers.get("Location")).toBe("/");
  const browser = browserOf(clock);
  await browser.take(Promise.resolve({ headers: thrown.headers }));
  expect((await findSignedIn(browser.request("/")))?.name).toBe("Nia New");
  expect(await shown(token, nobody())).toMatchObject({ state: "nothing" });
});

it("the account with that address accepts it signed in; another that is signed in does not", async () => {
  const { community, councilSide, outside } = place;
  const owner = outside.communityLead;
  const asked = { area: "oakfield", name: "Else", email: owner.email, role: "reader" } as const;
  const { id } = await mustRun(community.lead, inviteToSide, asked, { clock });
  const token = (await prepareInvitation(id, clock.now()))?.token ?? "";
  expect(await shown(token, nobody())).toMatchObject({ as: "sign-in" });
  const accept = (user: typeof owner) => answerTo(user, clock, (context) => sent(token, {}, context));
  expect((await accept(councilSide.reader)).status).toBe(404);
  expect(await accept(owner)).toMatchObject({ status: 302, data: "/" });
  expect(await shown(token, nobody())).toMatchObject({ state: "nothing" });
});
