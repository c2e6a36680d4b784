import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { todayBy } from "~/platform/clock";
import { authClient, closeDatabase } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { BUILT_AT, buildPlace, mustRun, type Place } from "../../../tests/builders/place";
import { givePassword, movingClock, PASSWORD } from "../../../tests/builders/signing-in";
import { createTestDatabase, type TestDatabase } from "../../../tests/setup/database";
import { runAs, type SignedIn } from "../../composition/execution.server";
import { signsInElsewhere } from "./council-provider.server";
import { askForEmail, findEmailChange, prepareEmailChange, takeEmailChange } from "./email-change.server";
import { changeOwnEmail, renameSelf } from "./own-account.commands.server";
import { endSingleSignOn, setSingleSignOn } from "./single-sign-on.commands.server";

let db: TestDatabase;
let place: Place;
let user: SignedIn;
const clock = movingClock(BUILT_AT);
const from = { clock, requestId: null, clientAddress: "203.0.113.5" };
const request = new Request("http://localhost:3000/account/details");

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
  user = place.community.reader;
  await givePassword(user.id);
});
beforeEach(async () => {
  await authClient().rateLimit.deleteMany({});
  await authClient().verification.deleteMany({});
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

const stored = (id: string) =>
  authClient().user.findUnique({ where: { id }, select: { name: true, email: true } });

async function pendingId(): Promise<string> {
  return (await authClient().verification.findFirst({ select: { id: true } }))?.id ?? "";
}

describe("one's own name", () => {
  it("is changed, and nobody else's with it", async () => {
    const before = await stored(place.community.editor.id);
    expect(await runAs(user, renameSelf, { name: " Siân Newname " }, place.by)).toMatchObject({
      status: "done",
    });
    expect(await stored(user.id)).toMatchObject({ name: "Siân Newname", email: user.email });
    expect(await stored(place.community.editor.id)).toEqual(before);
  });

  it.each(["", "  ", "x".repeat(201), "nul\0"])("is not %j", async (name) => {
    expect(await runAs(user, renameSelf, { name }, place.by)).toMatchObject({ status: "invalid" });
  });

  it("of a demonstration account stays", async () => {
    const demo = { ...user, demo: true };
    expect(await runAs(demo, renameSelf, { name: "Other" }, place.by)).toMatchObject({ status: "forbidden" });
  });
});

describe("one's own address", () => {
  it("is changed by the link that reached the new one, once, and by its owner alone", async () => {
    const email = "New.Address@test.example";
    expect(
      await askForEmail({ owner: user, circumstances: from, request }, { email, password: PASSWORD }),
    ).toBe("asked");
    const {
      token = "",
      email: to,
      before,
    } = (await prepareEmailChange(await pendingId(), clock.now())) ?? {};
    expect([to, before]).toEqual(["new.address@test.example", user.email]);
    const other = place.community.editor;
    expect(await findEmailChange(other, token, clock.now())).toBeNull();
    expect(await findEmailChange(user, "another token", clock.now())).toBeNull();
    expect(await stored(user.id)).toMatchObject({ email: user.email });
    const taken = await takeEmailChange(user, token, clock.now());
    expect(taken).toBe("new.address@test.example");
    expect(await takeEmailChange(user, token, clock.now())).toBeNull();
    expect(await runAs(user, changeOwnEmail, { email: taken }, place.by)).toMatchObject({ status: "done" });
    expect(await stored(user.id)).toMatchObject({ email: "new.address@test.example" });
  });

  it("wants the password, and is over after an hour", async () => {
    const email = "late@test.example";
    expect(
      await askForEmail({ owner: user, circumstances: from, request }, { email, password: "not it at all" }),
    ).toBe("wrong");
    expect(await pendingId()).toBe("");
    await askForEmail({ owner: user, circumstances: from, request }, { email, password: PASSWORD });
    const { token = "" } = (await prepareEmailChange(await pendingId(), clock.now())) ?? {};
    clock.go(61);
    expect(await takeEmailChange(user, token, clock.now())).toBeNull();
  });

  it("is asked for in the same words where somebody has it, and is not theirs then", async () => {
    const { email } = place.community.editor;
    expect(
      await askForEmail({ owner: user, circumstances: from, request }, { email, password: PASSWORD }),
    ).toBe("asked");
    const outcome = await runAs(user, changeOwnEmail, { email }, place.by);
    expect(outcome).toMatchObject({
      status: "invalid",
      fields: { "": [expect.stringContaining("already")] },
    });
    expect((await stored(user.id))?.email).not.toBe(email);
  });
});

describe("an address of a council whose people sign in there alone", () => {
  const issuer = "https://login.council.example";
  const outside = "elsewhere@home.example";
  let reader: SignedIn;

  const set = async (required: boolean) => {
    const given = {
      issuer,
      clientId: "tracker",
      clientSecret: "a secret for tests",
      domains: "test.example",
    };
    const where = {
      ...given,
      organisationId: place.council.id,
      ...(required ? { required: "on" as const } : {}),
    };
    await mustRun(place.admin, setSingleSignOn, where, place.by);
  };
  const elsewhere = async (email: string) => signsInElsewhere({ ...reader, email }, todayBy(clock));
  const ask = (email: string) =>
    askForEmail({ owner: reader, circumstances: from, request }, { email, password: PASSWORD });

  beforeAll(async () => {
    reader = place.councilSide.reader;
    await givePassword(reader.id);
  });
  afterEach(async () => {
    const organisationId = place.council.id;
    await authClient().account.deleteMany({ where: { providerId: issuer } });
    for (const { id } of await authClient().singleSignOn.findMany({ select: { id: true } }))
      await mustRun(place.admin, endSingleSignOn, { id, organisationId }, place.by);
  });

  it("is changed for another of theirs alone", async () => {
    await set(true);
    expect([await elsewhere(reader.email), await elsewhere(outside)]).toEqual([true, false]);
    expect([await ask(outside), await pendingId()]).toEqual(["council", ""]);
    expect(await ask("council.reader.two@test.example")).toBe("asked");
    // Of another side: an address is nothing without a place in that council.
    expect(
      await askForEmail(
        { owner: user, circumstances: from, request },
        { email: outside, password: PASSWORD },
      ),
    ).toBe("asked");
  });

  it("is nobody's who has signed in there before, whatever their address is", async () => {
    const userId = reader.id;
    await authClient().account.create({
      data: { id: newId(), userId, providerId: issuer, accountId: "77" },
      select: { id: true },
    });
    await set(true);
    expect(await elsewhere(outside)).toBe(true);
    expect(await ask(outside)).toBe("council");
  });

  it("is kept too where the council came to want it after a change was asked for", async () => {
    await set(false);
    expect(await ask(outside)).toBe("asked");
    const { token = "" } = (await prepareEmailChange(await pendingId(), clock.now())) ?? {};
    expect(await findEmailChange(reader, token, clock.now())).toBe(outside);
    for (const { id } of await authClient().singleSignOn.findMany({ select: { id: true } }))
      await mustRun(place.admin, endSingleSignOn, { id, organisationId: place.council.id }, place.by);
    await set(true);
    expect(await takeEmailChange(reader, token, clock.now())).toBeNull();
  });
});
