import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countOpenings, endHour } from "../builders/break-glass.ts";
import { type Access, buildAccess, signInAll } from "../builders/fixtures-access.ts";
import {
  answerOf,
  asked,
  contentOf,
  fill,
  isFileAlone,
  isPart,
  type Leaf,
  leaves,
  openMaintenance,
  WAYS,
} from "../builders/fixtures-asking.ts";
import { RECORD_PAGES } from "../builders/fixtures-examples.ts";
import { FORMS, FRESH } from "../builders/fixtures-forms.ts";
import { maySee, VARIANTS } from "../builders/fixtures-records.ts";
import { type BuiltServer, type Sent, startBuilt } from "../builders/fixtures-server.ts";
import { NOTHING_TYPED, seeForms, sendRefused } from "../builders/kept-texts.ts";
import { IS_WHOLE, postsOf, waysFor } from "../builders/matrix-ways.ts";
import { createTestDatabase, type TestDatabase } from "../setup/database.ts";
import { accessTable, PRINCIPALS, type Principal } from "./access.table.ts";

let db: TestDatabase;
let server: BuiltServer;
let access: Access;
let cookies: Record<Principal, string | undefined>;
let maintenance: Client;
let content: () => Promise<string>;
let idOf: (address: string) => string;
const count = { refused: 0, written: 0, leaks: 0, writes: 0, kept: 0, opened: 0 };

beforeAll(async () => {
  db = await createTestDatabase();
  server = await startBuilt(db.appUrl);
  access = await buildAccess(db);
  cookies = await signInAll(access, server.ask);
  maintenance = await openMaintenance(db.ownerUrl);
  content = await contentOf(maintenance);
  const all: Leaf[] = await leaves();
  idOf = (address) => all.find((leaf) => leaf.address === address)?.id ?? "";
}, 240_000);

afterAll(async () => {
  process.stdout.write(
    `access matrix: ${server.made()} requests, ${count.refused} to be refused, ${count.written} carried out, ${count.leaks} leaks, ${count.writes} writes by who may not; ${count.kept} forms keep what was typed, ${count.opened} pages opened by break-glass and noted\n`,
  );
  await maintenance.end();
  await server.stop();
  await db.drop();
});

const rows = accessTable();

/** Sends what must be refused, and says what was answered or written against that. */
async function refused(sent: readonly { sent: Sent; want: string; what: string }[]): Promise<string[]> {
  const before = await content();
  const answers = await Promise.all(
    sent.map(async (one) => ({ ...one, got: answerOf(await server.ask(one.sent)) })),
  );
  count.refused += sent.length;
  const wrong = answers.filter(({ got, want }) => got !== want);
  const problems = wrong.map(({ what, want, got }) => `${what}: ${got}, and the table says ${want}`);
  count.leaks += wrong.filter(({ got }) => got === "page" || got === "leads-on").length;
  if ((await content()) !== before) {
    count.writes += 1;
    problems.push(`${sent[0]?.what ?? ""} … : something was written`);
  }
  return problems;
}

const isRefusal = (answer: string) => /^40\d$|^sign-in$/.test(answer);

describe("pages", () => {
  it.each(rows.filter(({ method }) => method === "GET"))("$address", async ({ address, answers }) => {
    const problems: string[] = [];
    const path = fill(address, access);
    const noted = await countOpenings(maintenance, access);
    for (const principal of PRINCIPALS) {
      const page = answers[principal];
      const all = waysFor(PRINCIPALS.indexOf(principal)).map((way) => ({
        sent: { ...asked(way, path, idOf(address)), cookie: cookies[principal] },
        want: page === "page" && isFileAlone(address) && isPart(way) ? "404" : page,
        what: `${principal} ${way} ${path}`,
      }));
      if (isRefusal(page)) problems.push(...(await refused(all)));
      else
        for (const { sent, want, what } of all) {
          const got = answerOf(await server.ask(sent));
          if (got !== want) problems.push(`${what}: ${got}, and the table says ${want}`);
        }
    }
    // Whatever of the area an admin who was let in asks for, found or refused, both sides' leads read of it.
    const asks = address.startsWith("/areas/:area") ? waysFor(PRINCIPALS.indexOf("admin let in")).length : 0;
    const opened = (await countOpenings(maintenance, access)) - noted;
    if (opened !== asks)
      problems.push(`${address}: ${asks} openings by break-glass, and ${opened} are noted`);
    count.opened += opened;
    expect(problems).toEqual([]);
  });
});

const taking = rows.filter(
  ({ method, answers }) => method === "POST" && Object.values(answers).some((one) => /writes|done/.test(one)),
);

describe("a refused form keeps what was typed and writes nothing", () => {
  it.each(taking)("$address", async ({ address }) => {
    const forms = await seeForms(server, access, cookies, address);
    const before = await content();
    const problems = await Promise.all(forms.map((form) => sendRefused(server, form)));
    count.kept += forms.length;
    expect(problems.flat()).toEqual([]);
    expect(await content()).toBe(before);
    // Where nothing is found to type into, that is known: else a form might go by unseen.
    expect(forms.length === 0).toBe(NOTHING_TYPED.includes(address));
  });
});

describe("forms", () => {
  it.each(rows.filter(({ method }) => method === "POST"))("$address", async ({ address, answers }) => {
    const problems: string[] = [];
    for (const principal of PRINCIPALS) {
      const path = fill(address, access, await FRESH[address]?.(access));
      const want = answers[principal];
      if (!FORMS[address] && Object.values(answers).some((one) => /writes|done/.test(one)))
        throw new Error(`${address}: give a good form in tests/builders/fixtures-forms.ts`);
      const form = (await FORMS[address]?.(access, principal)) ?? {};
      // Both end the session that comes with them, and the next form wants it.
      const cookie = /^\/sign-(in|out)$/.test(address) ? undefined : cookies[principal];
      const sent = { method: "POST", path, cookie, form };
      const what = `${principal} POST ${path}`;
      if (isRefusal(want)) problems.push(...(await refused(postsOf(sent, want, what, idOf(address)))));
      else problems.push(...(await carriedOut(sent, want, what)));
    }
    expect(problems).toEqual([]);
  });
});

async function carriedOut(sent: Sent, want: string, what: string): Promise<string[]> {
  const before = await content();
  const got = answerOf(await server.ask(sent), "POST");
  count.written += 1;
  const wrote = (await content()) !== before;
  // A form that only asks for something to be worked out shows it on the page.
  if (got !== (want === "page" ? "page" : "done")) return [`${what}: ${got}, and the table says ${want}`];
  if (wrote !== (want === "writes")) return [`${what}: ${wrote ? "it wrote" : "it wrote nothing"}`];
  return [];
}

describe("records kept from somebody", () => {
  const kinds = Object.entries(RECORD_PAGES).flatMap(([address, all]) =>
    all.map((kind) => ({ address, kind })),
  );

  it.each(kinds)("$address of a $kind", async ({ address, kind }) => {
    const posts = rows.find((row) => row.method === "POST" && row.address === address)?.answers;
    const problems: string[] = [];
    for (const principal of PRINCIPALS) {
      const all = VARIANTS.filter((variant) => !maySee(principal, variant)).flatMap((variant) => {
        const path = fill(address, access, { id: access.records[kind]?.[variant] ?? "" });
        const cookie = cookies[principal];
        const want = cookie === undefined || principal === "closed" ? "sign-in" : "404";
        const what = `${principal} ${path} (${kind}, ${variant})`;
        // Each way has its turn with each variant.
        const gets = waysFor(VARIANTS.indexOf(variant) + PRINCIPALS.indexOf(principal)).map((way) => ({
          sent: { ...asked(way, path, idOf(address)), cookie },
          want,
          what,
        }));
        const form = { intent: "record.reply", text: "Not for me to say" };
        const refusal = posts?.[principal] === "405" ? "405" : want;
        return [...gets, ...postsOf({ method: "POST", path, cookie, form }, refusal, what, idOf(address))];
      });
      problems.push(...(await refused(all)));
    }
    expect(problems).toEqual([]);
  });

  it("are not reached through a form of another page", async () => {
    const problems: string[] = [];
    const page = fill("/areas/:area/requests/:id", access);
    const bin = fill("/areas/:area/bin", access);
    for (const principal of ["community lead", "council lead", "council editor"] as const) {
      const cookie = cookies[principal];
      const all = VARIANTS.filter((variant) => !maySee(principal, variant)).flatMap((variant) => {
        const note = access.records.note?.[variant] ?? "";
        const forms = [
          { path: page, form: { intent: "record.bin-note", noteId: note } },
          {
            path: page,
            form: { intent: "record.revise-note", noteId: note, revision: "1", text: "Mine now" },
          },
          { path: bin, form: { intent: "record.restore", id: note } },
        ];
        return forms.map((sent) => ({
          sent: { method: "POST", cookie, ...sent },
          want: "404",
          what: `${principal} ${sent.form.intent} on a note (${variant})`,
        }));
      });
      problems.push(...(await refused(all)));
    }
    expect(problems).toEqual([]);
  });
});

describe("another area", () => {
  const within = rows.filter(({ address }) => address.startsWith("/areas/:area"));

  it.each(within)(
    "$method $address is not there for whoever is not of it",
    async ({ method, address, answers }) => {
      const area = access.place.outside.area.slug;
      const values = address.endsWith("/people/:id")
        ? { area, id: access.people.elsewhere }
        : { area, id: access.records.request?.elsewhere ?? "" };
      const path = fill(address, access, values);
      const problems: string[] = [];
      for (const principal of PRINCIPALS.filter((one) => one !== "another area")) {
        const own = answers[principal];
        const want = own === "sign-in" || own === "405" ? own : "404";
        const form = method === "POST" ? ((await FORMS[address]?.(access, principal)) ?? {}) : undefined;
        const cookie = cookies[principal];
        const what = `${principal} ${method} ${path}`;
        const gets = (IS_WHOLE ? WAYS : (["GET"] as const)).map((way) => ({
          ...{ sent: { ...asked(way, path, idOf(address)), cookie }, want, what: `${what}, ${way}` },
        }));
        const all = form ? postsOf({ method, path, cookie, form }, want, what, idOf(address)) : gets;
        problems.push(...(await refused(all)));
      }
      expect(problems).toEqual([]);
    },
  );
});

describe("a record nobody of the other side has opened", () => {
  // Noting the opening is a write, which a reader may not make: the page is shown all the same.
  it("is shown to a reader of that side", async () => {
    const path = fill("/areas/:area/requests/:id", access, { id: access.unopened });
    const answer = await server.ask({ path, cookie: cookies["council reader"] });
    expect(answer.status).toBe(200);
  });
});

describe("other methods", () => {
  it.each(["PUT", "PATCH", "DELETE"])("%s is refused everywhere", async (method) => {
    const addresses = [...new Set(rows.map(({ address }) => address))];
    const all = addresses.flatMap((address) =>
      (IS_WHOLE ? PRINCIPALS : (["nobody", "community lead"] as const)).map((principal) => ({
        sent: {
          method,
          path: fill(address, access),
          cookie: cookies[principal],
          form: { intent: "record.bin" },
        },
        want: "405",
        what: `${principal} ${method} ${address}`,
      })),
    );
    expect(await refused(all)).toEqual([]);
  });
});

describe("an admin whose hour is over", () => {
  const within = rows.filter(({ method, address }) => method === "GET" && address.startsWith("/areas/:area"));

  it("opens no page of the area any more, in any way, and nothing is noted as opened", async () => {
    await endHour(maintenance);
    const noted = await countOpenings(maintenance, access);
    const all = within.flatMap(({ address, answers }, turn) => {
      const path = fill(address, access);
      return waysFor(turn).map((way) => ({
        sent: { ...asked(way, path, idOf(address)), cookie: cookies["admin let in"] },
        want: answers.admin,
        what: `over: ${way} ${path}`,
      }));
    });
    expect(await refused(all)).toEqual([]);
    expect(await countOpenings(maintenance, access)).toBe(noted);
  });
});
