import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveCheckInDraft } from "~/features/check-ins/answers.commands.server";
import { findRounds } from "~/features/check-ins/check-ins.queries.server";
import { addDays, dayOf } from "~/platform/calendar/day";
import { clockAt } from "~/platform/clock";
import { closeDatabase, inTransaction, type Principal, type Tx } from "~/platform/db.server";
import {
  allAnswers,
  answerAs,
  answerByLink,
  buildRound,
  inviteByLink,
  seatOf,
} from "../../tests/builders/check-in";
import { buildPost } from "../../tests/builders/leaver";
import { buildPlace, mustRun, type Place } from "../../tests/builders/place";
import { readAs } from "../../tests/builders/reading";
import { createTestDatabase, type TestDatabase } from "../../tests/setup/database";
import type { SignedIn } from "./execution.server";
import { closeDueCheckIns } from "./release-check-ins.server";

// Whatever a query of ours forgot to ask: everything that the database itself gives to each principal, before and after
// the other side answered, is the same to the byte.

const NOW = "2026-11-02T12:00:00Z";
const TODAY = dayOf(new Date(NOW));
const clock = clockAt(NOW);
let db: TestDatabase;
let place: Place;
let round: string;
let link: Awaited<ReturnType<typeof inviteByLink>>;
let owner: Client;

beforeAll(async () => {
  db = await createTestDatabase();
  place = await buildPlace(db, { county: true });
  const { id } = await buildPost(place, place.councilSide.lead);
  round = await buildRound(place, place.community.editor, { clock });
  link = await inviteByLink(place.councilSide.lead, round, id, { clock });
  owner = new Client({ connectionString: db.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await closeDatabase();
  await db.drop();
});

/** Every table and view, and every function that gives something for a relationship, an area, a day or nothing at all. */
async function findPlaces(): Promise<string[]> {
  const tables = await owner.query<{ name: string }>(
    `select format('%I', c.relname) as name from pg_class c where c.relnamespace = 'public'::regnamespace
     and c.relkind in ('r', 'v', 'm', 'p') and c.relname <> '_prisma_migrations'
     and has_table_privilege('common_ground_app', c.oid, 'select') order by 1`,
  );
  const functions = await owner.query<{ name: string; types: string[] }>(
    `select p.proname as name, array(select format_type(t, null) from unnest(p.proargtypes) t)::text[] as types
     from pg_proc p where p.pronamespace = 'app'::regnamespace and p.prorettype <> 'trigger'::regtype
     and p.provolatile <> 'v' and has_function_privilege('common_ground_app', p.oid, 'execute') order by 1, 2`,
  );
  const given: Record<string, string[]> = {
    uuid: [round, link.seatId, place.area.id, place.council.relationshipId].map((id) => `'${id}'::uuid`),
    "uuid[]": ["null", `array['${round}'::uuid]`],
    date: [`'${TODAY}'::date`, `'${addDays(TODAY, 400)}'::date`],
    "timestamp with time zone": ["null"],
    text: ["'link_user'", "'seat'", "'check_in'"],
  };
  const calls = functions.rows.flatMap(({ name, types }) =>
    types
      .reduce<string[][]>(
        (all, type) => (given[type] ?? []).flatMap((one) => all.map((args) => [...args, one])),
        [[]],
      )
      .map((args) => `app.${name}(${args.join(", ")})`),
  );
  return [...tables.rows.map(({ name }) => name), ...calls];
}

/** All of it, as text, by one principal. */
async function seenBy(principal: Principal, places: readonly string[]): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  await inTransaction(principal, TODAY, async (tx) => {
    for (const from of places) seen[from] = await textOf(tx, from);
  });
  return seen;
}

async function textOf(tx: Tx, from: string): Promise<string> {
  const [row] = await tx.$queryRawUnsafe<{ all: string | null }[]>(
    `select string_agg(t::text, chr(10) order by t::text) as all from ${from} t`,
  );
  return row?.all ?? "";
}

const user = ({ id }: SignedIn): Principal => `user:${id}`;

function strangers(): Record<string, Principal> {
  const { community, councilSide, county, outside, admin } = place;
  if (!county) throw new Error("built with a county");
  return {
    "a lead of the other side": user(community.lead),
    "an editor of the other side": user(community.editor),
    "a reader of the other side": user(community.reader),
    "an editor of one's own side": user(councilSide.editor),
    "the other council": user(county.users.lead),
    "another area": user(outside.communityLead),
    "an admin": user(admin),
    "the scorer": "scorer",
    "the sign-in": "auth",
    "the release, before its day": "release",
  };
}

/** What the borough's people do: drafts, answers by account and by link. */
async function answer(): Promise<void> {
  const { lead, reader } = place.councilSide;
  const by = { clock };
  const where = { area: place.area.slug, round };
  const seatId = await seatOf(reader, where.area, round, clock);
  await mustRun(reader, saveCheckInDraft, { seatId, answers: { "trust.1": 1 } }, by);
  await answerAs(reader, where, allAnswers(5, { "trust.1": 2 }), by);
  await answerAs(lead, where, allAnswers(2), by);
  await answerByLink(link, allAnswers(1), by);
}

describe("answers before the release", () => {
  it("change nothing that anybody else is given, in any table, view or function", async () => {
    const places = await findPlaces();
    expect(places.length).toBeGreaterThan(80);
    const own = user(place.councilSide.reader);
    const look = async () => {
      const seen: Record<string, Record<string, string>> = {};
      for (const [who, principal] of Object.entries(strangers())) seen[who] = await seenBy(principal, places);
      return {
        seen,
        mine: await seenBy(own, places),
        leads: await seenBy(user(place.councilSide.lead), places),
      };
    };
    const before = await look();
    await answer();
    const after = await look();
    // Whom the release may count it names no one to: that a seat has answered is all it sees before its day.
    for (const who of Object.keys(before.seen))
      for (const from of places)
        if (!(who.startsWith("the release") && from === "check_in_seat"))
          expect(after.seen[who]?.[from], `${who}: ${from}`).toBe(before.seen[who]?.[from]);
    // And it can go red: whose answers they are sees them, and the lead of that side sees that they answered.
    expect(after.mine.check_in_answer).not.toBe(before.mine.check_in_answer);
    expect(after.leads.check_in_seat).not.toBe(before.leads.check_in_seat);
    expect(after.leads.check_in_answer).not.toContain('"trust.1": 2,');
  });

  it("change nothing in what the other side's pages are made of", async () => {
    for (const other of [place.community.lead, place.community.reader]) {
      const [view] = await readAs(other, place.area.slug, clock, (tx, actor) =>
        findRounds(tx, actor, place.council.relationshipId, TODAY),
      );
      expect(view?.ownSide?.invited ?? 3).toBe(3);
      expect(view?.ownSide?.answered ?? 0).toBe(0);
      expect(JSON.stringify(view)).not.toContain(link.seatId);
    }
  });

  it("are nobody's to read afterwards: both sides see groups alone", async () => {
    const by = { clock };
    for (const one of Object.values(place.community))
      await answerAs(one, { area: place.area.slug, round }, allAnswers(3), by);
    await closeDueCheckIns(clockAt(`${addDays(TODAY, 14)}T12:00:00Z`));
    for (const one of [place.community.lead, place.councilSide.lead, place.councilSide.reader, place.admin]) {
      const seen = await seenBy(user(one), ["check_in_answer", "check_in_voice", "check_in_link"]);
      expect(Object.values(seen)).toEqual(["", "", ""]);
    }
  });
});
