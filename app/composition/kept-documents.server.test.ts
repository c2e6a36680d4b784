import { RouterContextProvider } from "react-router";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordCommitment } from "~/features/commitments/record-commitment.commands.server";
import { endMembership, giveMembership } from "~/features/identity/accounts.commands.server";
import { clockAt, todayBy } from "~/platform/clock";
import { authClient, closeDatabase, enter } from "~/platform/db.server";
import { flashCookie } from "~/platform/flash.server";
import { newId } from "~/platform/ids";
import { ReadScope } from "~/platform/read-scope.server";
import {
  dataAloneContext,
  formKeyContext,
  nonceContext,
  requestIdContext,
} from "~/platform/request-context.server";
import { buildPlace, buildUser, mustRun, type Place } from "../../tests/builders/place";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { answerKept } from "./kept-documents.server";

let db: TestDatabase;
let place: Place;
let made = 0;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db);
});
afterAll(async () => {
  await closeDatabase();
  await db.drop();
});

type Asked = {
  user?: SignedIn;
  path?: string;
  method?: string;
  cookie?: string;
  day?: string;
  reads?: boolean;
  isKept?: boolean;
  /** Asked for as part of a page. */
  alone?: boolean;
  answer?: ResponseInit;
};

const OWN = /^made (\d+) (\S+) (\S+) (\S+) ’$/;

/** Asks for a page that counts how often it was made and shows what is each request's own, as its reader's request does. */
async function ask(asked: Asked = {}) {
  const {
    user = place.community.lead,
    path = "/areas/oakfield",
    method = "GET",
    cookie,
    isKept = true,
  } = asked;
  const clock = asked.day ? clockAt(`${asked.day}T12:00:00Z`) : place.clock;
  const context = new RouterContextProvider();
  const [nonce, requestId] = [`${Math.random()}+/=`, newId()];
  context.set(nonceContext, nonce);
  context.set(requestIdContext, requestId);
  context.set(dataAloneContext, asked.alone ?? false);
  const scope = new ReadScope(`user:${user.id}`, todayBy(clock));
  const headers = new Headers(cookie ? { cookie } : {});
  const answer = await answerKept(
    new Request(`http://localhost${path}`, { method, headers }),
    context,
    { user, scope, clock, isKept },
    async () => {
      if (asked.reads) await scope.run(async () => undefined);
      made += 1;
      const html = `made ${made} ${nonce} ${requestId} ${context.get(formKeyContext)} ’`;
      return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" }, ...asked.answer });
    },
  );
  await scope.close();
  const [, count, ...own] = OWN.exec(await answer.text()) ?? [];
  expect(own).toEqual([nonce, requestId, String(context.get(formKeyContext))]);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  return Number(count);
}

async function isMadeAnew(asked: Asked) {
  const first = await ask(asked);
  return (await ask(asked)) > first;
}

describe("a page made of kept views alone", () => {
  it("is answered again without being made, with what is each request’s own anew", async () => {
    const first = await ask();
    expect(await ask()).toBe(first);
    expect(await ask()).toBe(first);
  });

  it("is its reader’s, its question’s and its day’s alone", async () => {
    const own = await ask();
    for (const other of [
      { user: place.community.reader },
      { user: place.councilSide.lead },
      { user: { ...place.community.lead, name: "Renamed" } },
      { path: "/areas/oakfield?council=all" },
      { path: "/areas/oakfield/people" },
      { day: "2026-10-02" },
    ])
      expect(await ask(other)).not.toBe(own);
    expect(await ask()).toBe(own);
  });

  it("is made anew when a record of its area changes, for every reader", async () => {
    const readers = [place.community.lead, place.councilSide.lead];
    const before = [];
    for (const user of readers) before.push(await ask({ user }));
    const input = { area: "oakfield", bySide: "ours", title: "Mend the gate", dueOn: "2026-10-09" } as const;
    await mustRun(place.community.editor, recordCommitment, { ...input, size: "small" }, place.by);
    for (const [index, user] of readers.entries()) expect(await ask({ user })).not.toBe(before[index]);
  });
});

describe("a role that changed", () => {
  it("makes what was kept for its account anew at once, and gives none of it to who has no role any more", async () => {
    const { admin, by } = place;
    const user = await buildUser("Changing role");
    const member = { userId: user.id, organisationId: place.area.partnershipId };
    const give = (role: "reader" | "lead") =>
      mustRun(admin, giveMembership, { ...member, role, startsOn: "2020-01-01" }, by);
    const memberships = () =>
      authClient().$transaction(async (tx) => {
        await enter(tx, `user:${admin.id}`, todayBy(place.clock));
        return tx.membership.findMany({ where: { ...member, endsOn: null }, select: { id: true } });
      });
    await give("reader");
    const asReader = await ask({ user });
    expect(await ask({ user })).toBe(asReader);
    await give("lead");
    const asLead = await ask({ user });
    expect(asLead).toBeGreaterThan(asReader);
    for (const { id } of await memberships()) await mustRun(admin, endMembership, { id }, by);
    expect(await ask({ user })).toBeGreaterThan(asLead);
  });
});

describe("a page is made each time", () => {
  it("where something was read for it, or not all of it was kept", async () => {
    expect(await isMadeAnew({ path: "/read", reads: true })).toBe(true);
    expect(await isMadeAnew({ path: "/not-kept", isKept: false })).toBe(true);
  });

  it("where it is a form sent, its data alone, or tells what was done", async () => {
    expect(await isMadeAnew({ method: "POST" })).toBe(true);
    const whole = await ask();
    expect(await isMadeAnew({ alone: true })).toBe(true);
    expect(await ask()).toBe(whole);
    const cookie = (await flashCookie("Saved.")).split(";")[0] ?? "";
    expect(await isMadeAnew({ cookie })).toBe(true);
  });

  it("where it is no whole page, or gives a cookie", async () => {
    expect(await isMadeAnew({ path: "/gone", answer: { status: 404 } })).toBe(true);
    const headers = { "Content-Type": "text/html", "Set-Cookie": "a=b" };
    expect(await isMadeAnew({ path: "/cookie", answer: { headers } })).toBe(true);
    expect(await isMadeAnew({ path: "/file", answer: { headers: { "Content-Type": "text/csv" } } })).toBe(
      true,
    );
  });
});
