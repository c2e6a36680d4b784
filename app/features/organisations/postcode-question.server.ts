import { createHmac } from "node:crypto";
import { z } from "zod";
import { dayOf } from "~/platform/calendar/day";
import type { Clock } from "~/platform/clock";
import { getSessionSecret } from "~/platform/environment.server";
import { ask, type Question } from "~/platform/outside/door.server";
import { type CouncilThere, POSTCODE_WORDS, type PostcodeAnswer, tierOf, toPostcode } from "./postcode";

const WEEK_MS = 7 * 24 * 60 * 60_000;

const name = z.string().max(200).nullish();
const code = z
  .string()
  .regex(/^[A-Z]\d{8}$/)
  .nullish();

/** Of all that is told of a postcode its country, region and councils: neither where it lies, nor the postcode itself. */
const known = z.object({
  status: z.literal(200),
  result: z.object({
    country: z.string().min(1).max(60),
    region: name,
    admin_district: name,
    admin_county: name,
    codes: z.object({ admin_district: code, admin_county: code }),
  }),
});

const unknown = z.object({
  status: z.literal(404),
  error: z.enum(["Invalid postcode", "Postcode not found"]),
  terminated: z.object({ year_terminated: z.int().min(1970).max(2100) }).nullish(),
});

const told = z.discriminatedUnion("status", [
  z.object({ status: z.literal(200), body: known }),
  z.object({ status: z.literal(404), body: unknown }),
]);
type Told = z.output<typeof told>;

/** The question about one postcode. It is kept under a digest that only this installation can make. */
export function postcodeQuestion(postcode: string): Question<Told> {
  const digest = createHmac("sha256", getSessionSecret()).update(`postcode ${postcode}`).digest("hex");
  return {
    service: "postcodes",
    key: `postcode:${digest}`,
    path: `/postcodes/${encodeURIComponent(postcode)}`,
    statuses: [200, 404],
    schema: told,
    maxAgeMs: WEEK_MS,
  };
}

/** The councils at a postcode, or why there are none, in words for beside the field. The postcode is kept nowhere. */
export async function findCouncilsAt(typed: string, clock: Clock): Promise<PostcodeAnswer> {
  const postcode = toPostcode(typed);
  if (postcode === null) return { problem: POSTCODE_WORDS.form };
  const answer = await ask(postcodeQuestion(postcode), clock);
  if (answer.state === "away")
    return { problem: answer.why === "off" ? POSTCODE_WORDS.off : POSTCODE_WORDS.away };
  const { told } = answer;
  if (told.status === 404) {
    const ended = told.body.terminated?.year_terminated;
    return { problem: ended === undefined ? POSTCODE_WORDS.unknown : POSTCODE_WORDS.ended(ended) };
  }
  const { country, region, ...names } = told.body.result;
  if (country !== "England") return { problem: POSTCODE_WORDS.nation(country) };
  const councils = councilsIn(names);
  if (councils.length === 0) return { problem: POSTCODE_WORDS.nowhere };
  return { found: { councils, region: region ?? null, askedOn: dayOf(answer.fetchedAt) } };
}

type Names = Omit<z.output<typeof known>["result"], "country" | "region">;

/** The district first. Where there is no county its code is one that stands for none, and its name is empty. */
function councilsIn({ admin_district, admin_county, codes }: Names): CouncilThere[] {
  const pairs = [
    [codes.admin_district, admin_district],
    [codes.admin_county, admin_county],
  ] as const;
  return pairs.flatMap(([gssCode, name]) => {
    const tier = gssCode ? tierOf(gssCode) : null;
    return gssCode && name && tier ? [{ gssCode, name, tier }] : [];
  });
}
