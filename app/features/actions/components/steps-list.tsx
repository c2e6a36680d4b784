import { AppLink } from "~/ui/app-link";
import { EmptyState } from "~/ui/empty-state";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { Pagination } from "~/ui/pagination";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { ANSWER_WORDS } from "../action-answer";
import { STEP_FILTERS, type StepFilter, type StepsPage, type StepView } from "../action-view";

const FILTER_WORDS: Record<StepFilter, string> = { all: "All", open: "Still open", ended: "Ended" };

type StepsListProps = {
  steps: StepsPage;
  formKey: string | undefined;
  canUndo: boolean;
  hrefOf: (filter: StepFilter, page: number) => string;
};

/** What became of this side's steps: how each ended, and where its component stood 30 and 90 days later. */
export function StepsList({ steps, formKey, canUndo, hrefOf }: StepsListProps) {
  const { items, filter, page, pages } = steps;
  return (
    <>
      <nav aria-label="Which steps">
        <ul className="cg-facts">
          {STEP_FILTERS.map((one) => (
            <li key={one}>
              {one === filter ? (
                <strong aria-current="true">{FILTER_WORDS[one]}</strong>
              ) : (
                <AppLink href={hrefOf(one, 1)}>{FILTER_WORDS[one]}</AppLink>
              )}
            </li>
          ))}
        </ul>
      </nav>
      {items.length === 0 ? (
        <EmptyState title="No steps here">What your side takes on or does is followed up here.</EmptyState>
      ) : null}
      <RecordList
        label="What became of your steps"
        headingLevel={3}
        items={items.map((one) => ({
          id: one.id,
          title: one.title,
          tag: <Tag tone="good">{ANSWER_WORDS[one.answer]}</Tag>,
          facts: [formatDay(one.answeredOn), one.stood],
          children: <Became step={one} formKey={formKey} canUndo={canUndo && one.stands} />,
        }))}
      />
      <Pagination page={page} pages={pages} hrefFor={(to) => hrefOf(filter, to)} label="Pages of steps" />
    </>
  );
}

type BecameProps = { step: StepView; formKey: string | undefined; canUndo: boolean };

function Became({ step, formKey, canUndo }: BecameProps) {
  const { promise, promiseHref, ended, told, next } = step;
  return (
    <>
      {promise && promiseHref ? (
        <p className="govuk-body">
          <AppLink href={promiseHref}>{promise.title}</AppLink>
          {promise.open ? " (open)" : ""}
        </p>
      ) : null}
      {ended ? <p className="govuk-body">{ended}</p> : null}
      {told.map(({ days, says }) => (
        <p className="govuk-body" key={days}>
          {says}
        </p>
      ))}
      {next ? <p className="govuk-body">{next}</p> : null}
      {canUndo ? (
        <FormButton
          fields={{ intent: `undo:${step.id}` }}
          idempotencyKey={formKey}
          variant="quiet"
          about={`: ${step.title}`}
        >
          Take this answer back
        </FormButton>
      ) : null}
    </>
  );
}
