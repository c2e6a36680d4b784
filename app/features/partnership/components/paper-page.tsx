import type { ReactNode } from "react";
import { AudienceNote } from "~/ui/audience-note";
import { BackLink } from "~/ui/breadcrumbs";
import { Details } from "~/ui/details";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { problemsOf } from "~/ui/form-answer";
import { PageTitle } from "~/ui/page-title";
import { PrintButton } from "~/ui/print-button";
import { RecordList } from "~/ui/record-list";
import type { LineKind } from "../line";
import type { Question } from "../question";
import { LineForm, type Sent } from "./line-form";
import { LineKeeping } from "./line-keeping";

export type PaperItem = {
  line: { id: string; revision: number } & Readonly<Record<string, unknown>>;
  title: string;
  tag?: ReactNode;
  facts: readonly string[];
  body?: ReactNode;
};

type PaperPageProps = Sent & {
  kind: LineKind;
  /** The address of the partnership's own page. */
  back: string;
  title: string;
  add: string;
  empty: string;
  questions: readonly Question[];
  items: readonly PaperItem[];
  canKeep: boolean;
  audience: string;
};

/** A list of the partnership's own papers, each to be changed in place, and a form for one more. */
export function PaperPage(props: PaperPageProps) {
  const { kind, back, title, add, empty, questions, items, canKeep, audience, answer, formKey } = props;
  const sent = { answer, formKey };
  return (
    <div className="cg-measure">
      <BackLink href={back}>The partnership</BackLink>
      {answer?.intent.startsWith("take-off") ? <ErrorSummary errors={problemsOf(answer)} /> : null}
      <PageTitle caption="The partnership" aside={<PrintButton />}>
        {title}
      </PageTitle>
      <AudienceNote lead="Who sees this page:">{audience}</AudienceNote>
      {canKeep ? (
        <Details summary={add} open={answer?.intent === "add"}>
          <LineForm intent="add" questions={questions} audience={audience} button="Save" {...sent} />
        </Details>
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={empty} />
      ) : (
        <RecordList
          label={title}
          items={items.map(({ line, title: name, tag, facts, body }) => ({
            id: line.id,
            title: name,
            tag,
            facts,
            children: (
              <>
                {body}
                {canKeep ? (
                  <LineKeeping
                    kind={kind}
                    line={line}
                    name={name}
                    questions={questions}
                    audience={audience}
                    {...sent}
                  />
                ) : null}
              </>
            ),
          }))}
        />
      )}
    </div>
  );
}
