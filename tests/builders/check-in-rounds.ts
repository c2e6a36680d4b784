import { Client } from "pg";
import { afterAll, beforeAll } from "vitest";
import type { SignedIn } from "~/composition/execution.server";
import { closeDueCheckIns } from "~/composition/release-check-ins.server";
import { findRound } from "~/features/check-ins/check-ins.queries.server";
import { addDays, dayOf } from "~/platform/calendar/day";
import { clockAt, todayBy } from "~/platform/clock";
import { closeDatabase } from "~/platform/db.server";
import { createTestDatabase, type TestDatabase } from "../setup/database";
import { allAnswers, answerAs, buildRound } from "./check-in";
import { buildPlace, type Place } from "./place";
import { readAs } from "./reading";

/** At noon of a day. */
export const noonOf = (on: string) => clockAt(`${on}T12:00:00Z`);

/** A place of the test file's own in which one round follows another, each in a quarter of its own. */
export function checkInRounds() {
  let db: TestDatabase | undefined;
  let bare: Client | undefined;
  let place: Place | undefined;
  let day = dayOf(new Date("2026-11-02T12:00:00Z"));

  beforeAll(async () => {
    db = await createTestDatabase();
    place = await buildPlace(db);
    bare = new Client({ connectionString: db.ownerUrl });
    await bare.connect();
    await bare.query("select set_config('app.principal', 'maintenance', false)");
  });
  afterAll(async () => {
    await bare?.end();
    await closeDatabase();
    await db?.drop();
  });

  const there = <T>(made: T | undefined): T => {
    if (made === undefined) throw new Error("the place is built before the first test");
    return made;
  };
  const by = (on: string = day) => ({ clock: noonOf(on) });
  const area = () => there(place).area.slug;
  return {
    by,
    area,
    place: () => there(place),
    /** The database without row security: what is kept, and not what somebody sees. */
    bare: () => there(bare),
    /** The day of the round that was opened last. */
    day: () => day,
    /** So many days later, for what follows. */
    pass(days: number) {
      day = addDays(day, days);
    },
    community: () => Object.values(there(place).community),
    council: () => Object.values(there(place).councilSide),
    /** A new round; whatever was open before has ended. */
    async newRound(user: SignedIn = there(place).community.editor, on: string = addDays(day, 100)) {
      day = on as typeof day;
      await closeDueCheckIns(noonOf(day));
      return buildRound(there(place), user, by());
    },
    viewOf: (user: SignedIn, id: string, on: string = day) =>
      readAs(user, area(), noonOf(on), (tx, actor) => findRound(tx, actor, id, todayBy(noonOf(on)))),
    async answerAll(round: string, users: readonly SignedIn[], answer: 1 | 2 | 3 | 4 | 5 = 4) {
      for (const user of users) await answerAs(user, { area: area(), round }, allAnswers(answer), by());
    },
    async rowsOf(table: string, round: string) {
      const sql = `select a.* from ${table} a join check_in_seat s on s.id = a.seat_id where s.check_in_id = $1`;
      return (await there(bare).query(sql, [round])).rows;
    },
  };
}
