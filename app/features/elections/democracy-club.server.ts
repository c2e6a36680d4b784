import { z } from "zod";
import { type Day, dayOf } from "~/platform/calendar/day";
import { daySchema } from "~/platform/calendar/day-schema";
import { type Clock, todayBy } from "~/platform/clock";
import { getEnvironment } from "~/platform/environment.server";
import { ask, type Question } from "~/platform/outside/door.server";
import { type Proposal, proposalsIn } from "./upcoming";

const DAY_MS = 24 * 60 * 60_000;
/** More than the wards of any council, with its whole elections. */
const MOST = 300;

const id = z
  .string()
  .max(200)
  .regex(/^[a-z0-9.-]+$/);

const listed = z.object({
  election_id: id,
  poll_open_date: daySchema.nullable(),
  election_type: z.object({ election_type: z.string().min(1).max(50) }),
  organisation: z.object({ official_identifier: z.string().min(1).max(50) }).nullish(),
  children: z.array(id).max(1_000).nullish(),
  cancelled: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
});

const told = z.object({
  status: z.literal(200),
  body: z.object({ count: z.int().min(0), results: z.array(listed).max(MOST) }),
});
type Told = z.output<typeof told>;

/** The question which elections a council has from a day on, by its code in the register of local authorities. */
export function electionsQuestion(council: string, from: Day): Question<Told> {
  const { DEMOCRACY_CLUB_KEY: key } = getEnvironment();
  const about = { organisation_type: "local-authority", organisation_identifier: council };
  const query = new URLSearchParams({
    ...about,
    poll_open_date__gte: from,
    limit: String(MOST),
    ...(key ? { auth_token: key } : {}),
  });
  return {
    service: "democracy-club",
    key: `elections:${council}`,
    path: `${key ? "/api/v1/elections/" : "/api/elections/"}?${query}`,
    statuses: [200],
    schema: told,
    maxAgeMs: DAY_MS,
  };
}

export type Upcoming = { proposals: Proposal[]; askedOn: Day } | { away: "away" | "off" };

/** A council's elections to come as Democracy Club lists them. */
export async function findUpcoming(council: string, clock: Clock): Promise<Upcoming> {
  const today = todayBy(clock);
  const answer = await ask(electionsQuestion(council, today), clock);
  if (answer.state === "away") return { away: answer.why === "off" ? "off" : "away" };
  const proposals = proposalsIn(answer.told.body.results, council, today);
  return { proposals, askedOn: dayOf(answer.fetchedAt) };
}
