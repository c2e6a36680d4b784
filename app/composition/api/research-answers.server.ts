import { readResearch } from "../research-reading.server";
import { Refusal } from "./problem.server";
import { type Asked, linksOf, queryOf } from "./reads.server";
import type { ResearchRead } from "./research.server";

const RELEASE = /^\d{4}-Q[1-4]$/;

/** Something of what is published for research, as its view names it; of a list, with where its other pages are. */
export async function answerResearch({ context, url, id }: Asked, { query, view, read }: ResearchRead) {
  const asked = queryOf(url, query);
  if (id !== "" && !RELEASE.test(id)) throw new Refusal(404);
  const found = await readResearch(context, ({ tx }) => read(tx, id, asked));
  if (found === null) throw new Refusal(404);
  const body = view.parse(found) as { page?: number; pages?: number };
  const { page, pages } = body;
  const isList = page !== undefined && pages !== undefined;
  return Response.json(body, isList ? { headers: { Link: linksOf(url, { page, pages }) } } : {});
}
