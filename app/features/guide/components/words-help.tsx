import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { TermHelp } from "~/ui/details";
import { SummaryList } from "~/ui/summary-list";
import type { Term } from "../glossary";

type WordsHelpProps = { question: string; terms: readonly Term[] };

/** Words explained where they are used, folded up, with the way to all of them. */
export function WordsHelp({ question, terms }: WordsHelpProps) {
  return (
    <TermHelp term="" question={question}>
      <SummaryList rows={terms.map(({ term, means }) => ({ key: term, value: means }))} />
      <AppLink href={href("/guide/words")}>All words used here</AppLink>
    </TermHelp>
  );
}
