import { emit } from "../../app/composition/emitters.ts";
import { inputsOf } from "../../app/composition/score-inputs.server.ts";
import { findFacts } from "../../app/composition/score-store.server.ts";
import { dayOf } from "../../app/features/scoring/day.ts";
import { currentMethod } from "../../app/features/scoring/methods/index.ts";
import { createScorer } from "../../app/features/scoring/scorer.ts";
import { toDay } from "../../app/platform/calendar/day.ts";
import { setConnection } from "../../app/platform/database/connection.server.ts";
import { closeDatabase, inTransaction } from "../../app/platform/db.server.ts";

// A process of its own that is asked for figures: node … ask-health.ts <database> <user> <relationship> <day> <instant>.
const [url = "", user = "", relationship = "", on = "", known = ""] = process.argv.slice(2);
setConnection(url);
const facts = await inTransaction(`user:${user}`, toDay(on), (tx) =>
  findFacts(tx, relationship, new Date(known)),
);
const { items: _, ...figures } = createScorer(emit, currentMethod).score(facts, dayOf(on));
process.stdout.write(JSON.stringify({ figures, inputs: inputsOf(facts) }));
await closeDatabase();
