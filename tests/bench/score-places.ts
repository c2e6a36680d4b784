import { inputsOf } from "../../app/composition/score-inputs.server.ts";
import { findFacts, keepState, roller } from "../../app/composition/score-store.server.ts";
import { dayOf as scoringDay } from "../../app/features/scoring/day.ts";
import { systemClock, todayBy } from "../../app/platform/clock.ts";
import { setConnection } from "../../app/platform/database/connection.server.ts";
import { closeDatabase, inTransaction } from "../../app/platform/db.server.ts";

/** Builds the rolled score of these relationships from its facts, by the application's own roller. */
export async function keepScores(appUrl: string, relationshipIds: readonly string[]): Promise<void> {
  await closeDatabase();
  setConnection(appUrl);
  const today = todayBy(systemClock);
  for (const id of relationshipIds) {
    // Apart from the transactions, which a busy machine would see run out of time.
    const facts = await inTransaction("scorer", today, (tx) => findFacts(tx, id));
    const kept = { state: roller.rebuild(facts, scoringDay(today)), inputs: inputsOf(facts) };
    await inTransaction("scorer", today, (tx) => keepState(tx, id, kept, today, systemClock.now()));
  }
  await closeDatabase();
}
