import { href } from "react-router";
import { read } from "~/composition/request.server";
import { search } from "~/composition/search.server";
import { readQuestion } from "~/features/search/search-question";
import { plural } from "~/platform/plural";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { GetForm } from "~/ui/form";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Pagination } from "~/ui/pagination";
import { RecordList } from "~/ui/record-list";
import { TextInput } from "~/ui/text-input";
import type { Route } from "./+types/search";

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: documentTitle(loaderData?.q ? `Search: ${loaderData.q}` : "Search") },
];

export function loader({ request, context }: Route.LoaderArgs) {
  const question = readQuestion(new URL(request.url).searchParams);
  return read(context, async (actor, { tx, today }) => ({
    q: question.q,
    ...(await search(tx, actor, question, today)),
  }));
}

/** What holds the words that were typed, of all that the reader may see. */
export default function Search({ loaderData }: Route.ComponentProps) {
  const { q, organisations, people, records, count, page, pages } = loaderData;
  const hrefFor = (number: number) =>
    `${href("/search")}?${new URLSearchParams({ q, page: String(number) })}`;
  return (
    <div className="cg-measure">
      <PageTitle>Search</PageTitle>
      <GetForm action={href("/search")} label="Search">
        <TextInput id="words" name="q" type="search" label="Words to find" value={q} key={q} />
        <Button>Search</Button>
      </GetForm>
      {q === "" ? (
        <p className="govuk-body">
          Type a name, or words of a meeting, a promise or anything else that is kept. All of your areas are
          looked through.
        </p>
      ) : null}
      {q !== "" && organisations.length + people.length === 0 && count === 0 ? (
        <EmptyState title="Nothing you may see holds all of these words">
          Try fewer words, or another spelling.
        </EmptyState>
      ) : null}
      {organisations.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">Organisations</h2>
          <RecordList label="Organisations" headingLevel={3} items={organisations} />
        </>
      ) : null}
      {people.length > 0 ? (
        <>
          <h2 className="govuk-heading-m">People</h2>
          <RecordList label="People" headingLevel={3} items={people} />
        </>
      ) : null}
      {count > 0 ? (
        <>
          <h2 className="govuk-heading-m">{plural(count, "record")}</h2>
          <RecordList label="Records" headingLevel={3} items={records} />
        </>
      ) : null}
      <Pagination page={page} pages={pages} hrefFor={hrefFor} />
    </div>
  );
}
