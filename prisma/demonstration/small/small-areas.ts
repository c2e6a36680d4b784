import { Client } from "pg";
import { inputsOf } from "~/composition/score-inputs.server";
import { keepState, roller } from "~/composition/score-store.server";
import { withdrawConsent } from "~/features/releases/consents.commands.server";
import { dayOf as scoringDay } from "~/features/scoring/day";
import { factSchema } from "~/features/scoring/facts";
import { addDays, type Day, daysBetween, startOfDay } from "~/platform/calendar/day";
import { clockAt, systemClock } from "~/platform/clock";
import { inTransaction } from "~/platform/db.server";
import { done, type Places } from "../places";
import { SMALL_AREAS } from "./areas";
import { type CastArea, castArea } from "./cast-area";
import { insertRows } from "./insert-rows";
import { readMoulds } from "./mould-rows";
import { closePattern, tellPattern } from "./pattern";
import { quartersBefore, releasedBefore } from "./quarters";

/**
 * Forty-six small areas under invented councils, so that comparison has something to compare: forty that may be set beside
 * each other on the last two quarters' ends, and six that lack something for it. One of them is told by the commands; what
 * those wrote of it is cast anew for the others, in the owner's maintenance way, which takes a small part of the time.
 */
export async function loadSmallAreas(today: Day, places: Places, ownerUrl: string): Promise<void> {
  const pattern = await tellPattern(today, places);
  const offsets = (days: readonly Day[]) => days.map((day) => daysBetween(today, day));
  const [quarters, released] = [offsets(quartersBefore(today)), offsets(releasedBefore(today))];
  const turned = released[1] ?? 0;
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    const moulds = await readMoulds(owner, pattern);
    for (const [index, area] of SMALL_AREAS.entries()) {
      const cast = castArea(area, index + 1, { today, days: { quarters, turned }, pattern, moulds });
      await insertRows(owner, cast.rows);
      await keepScore(cast, today);
      if (area.lack === "withdrawn") await withdraw(today, turned, cast);
    }
  } finally {
    await owner.end();
  }
  await closePattern(today, pattern);
}

/** Keeps the rolled score of what was written, as a last write would have. */
async function keepScore({ rows, relationshipId }: CastArea, today: Day): Promise<void> {
  const held = rows.filter(({ table, values }) => table === "scoring_fact" && values.known_until === null);
  const facts = held.map(({ values }) => factSchema.parse(values.body));
  const kept = { state: roller.rebuild(facts, scoringDay(today)), inputs: inputsOf(facts) };
  await inTransaction("scorer", today, (tx) => keepState(tx, relationshipId, kept, today, systemClock.now()));
}

/** Days after the end of the last quarter but one: after that release, and before the next. */
const WITHDRAWN_AFTER = 20;

/** Its chair took the yes back on a past day. */
async function withdraw(today: Day, quarter: number, cast: CastArea): Promise<void> {
  const clock = clockAt(startOfDay(addDays(today, quarter + WITHDRAWN_AFTER)));
  const about = { area: cast.slug, council: cast.councilSlug, scope: "figures" as const };
  await done(cast.chair, withdrawConsent, about, { clock });
}
