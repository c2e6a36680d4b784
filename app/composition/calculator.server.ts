import { data, href, redirect } from "react-router";
import { linesShown, problemsShown } from "~/features/research/calculator-view";
import { readExample } from "~/features/research/example-fact";
import { EXAMPLE_KINDS } from "~/features/research/example-record";
import { EXAMPLE_MOST, exampleAddress, readExampleSearch } from "~/features/research/example-search.server";
import { workingsOf } from "~/features/research/workings";
import { dayOf } from "~/features/scoring/day";
import { scorer } from "./emitters";
import { BadCases, parseCases } from "./read-cases";
import { notFound } from "./request.server";
import { scoreCases } from "./score-cases";

/** The calculator of an address: what was typed, what to mend, and every number where nothing is to mend. */
export function calculate(url: URL) {
  const { example, changed } = readExampleSearch(url.searchParams) ?? notFound();
  const address = exampleAddress(example);
  if (changed) throw redirect(`${href("/research/method/calculator")}?${address}`);
  const { facts, problems } = readExample(example);
  const lines = linesShown(example, problems);
  const score = problems.length === 0 ? scorer.score(facts, dayOf(example.asOf)) : null;
  return {
    asOf: example.asOf,
    address,
    lines,
    problems: problemsShown(problems, lines),
    workings: score && workingsOf(score, scorer.method),
    kinds: EXAMPLE_KINDS.map(({ type, label }) => ({ value: type, label })),
    isFull: lines.length >= EXAMPLE_MOST,
  };
}

/** The most that can be pasted, in characters: some 1,000 records. */
const PASTED_MOST = 200_000;

/** Scores pasted cases as `npm run score` does, by the same rules; nothing is kept. */
export function scorePasted(form: FormData) {
  const given = form.get("cases");
  const text = typeof given === "string" ? given : "";
  const refused = (problem: string) => data({ text, problem, printed: null }, { status: 400 });
  if (text.trim() === "") return refused("Paste some cases");
  if (text.length > PASTED_MOST)
    return refused(`Paste at most ${PASTED_MOST.toLocaleString("en-GB")} characters`);
  try {
    const printed = JSON.stringify(scoreCases(parseCases(text)), null, 1);
    return data({ text, problem: null, printed });
  } catch (error) {
    if (error instanceof BadCases) return refused(error.message);
    throw error;
  }
}
