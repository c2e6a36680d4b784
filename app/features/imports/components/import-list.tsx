import { AppLink } from "~/ui/app-link";
import { ConfirmPage } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { formatInstant } from "~/ui/format-date";
import { PageTitle } from "~/ui/page-title";
import { Table } from "~/ui/table";
import type { ImportLine } from "../import-view";
import { errorList, type Refusal } from "./refusal";

/** What was imported before, each with the way back. */
export function ImportList({ imports, page }: { imports: readonly ImportLine[]; page: string }) {
  if (imports.length === 0) return null;
  return (
    <Table
      caption="Past imports"
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        { header: "File", cell: ({ fileName }) => fileName },
        { header: "What", cell: ({ what, made }) => `${what}, ${made}` },
        { header: "When", cell: ({ at, by }) => `${formatInstant(at)}${by ? `, by ${by}` : ""}` },
        {
          header: "State",
          cell: ({ id, state, stateWords, fileName }) =>
            state === "applied" ? (
              <AppLink href={`${page}?back=${id}`}>
                Take it back<span className="govuk-visually-hidden">: {fileName}</span>
              </AppLink>
            ) : (
              stateWords
            ),
        },
      ]}
    />
  );
}

type TakeBackProps = {
  back: { id: string; fileName: string; problems: string[] };
  /** What taking it back does. */
  words: string;
  page: string;
  answer: Refusal | undefined;
};

/** Asks once more before an import is taken back, or says why it cannot be. */
export function TakeBack({ back, words, page, answer }: TakeBackProps) {
  const sent = answer?.intent === "back" ? answer : undefined;
  if (back.problems.length > 0) {
    return (
      <div className="cg-measure">
        <PageTitle caption={back.fileName}>This import cannot be taken back</PageTitle>
        <ul className="govuk-list govuk-list--bullet">
          {back.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
        <AppLink href={page}>Back to imports</AppLink>
      </div>
    );
  }
  return (
    <>
      <ErrorSummary errors={errorList(sent)} title="It was not taken back" />
      <ConfirmPage
        title="Take this import back?"
        caption={back.fileName}
        confirmText="Take it back"
        dangerous
        cancelHref={page}
        fields={{ intent: "back", id: back.id }}
      >
        <p className="govuk-body">{words}</p>
      </ConfirmPage>
    </>
  );
}
