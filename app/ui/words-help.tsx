import { AppLink } from "./app-link.tsx";
import { TermHelp } from "./details.tsx";
import { SummaryList } from "./summary-list.tsx";

type WordsHelpProps = {
  question: string;
  words: readonly { term: string; means: string }[];
  /** Where all words are. */
  allHref: string;
};

/** Words explained where they are used, folded up, with the way to all of them. */
export function WordsHelp({ question, words, allHref }: WordsHelpProps) {
  return (
    <TermHelp term="" question={question}>
      <SummaryList rows={words.map(({ term, means }) => ({ key: term, value: means }))} />
      <AppLink href={allHref}>All words used here</AppLink>
    </TermHelp>
  );
}
