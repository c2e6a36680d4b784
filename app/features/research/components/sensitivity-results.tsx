import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { Button } from "~/ui/button";
import { RangeRows } from "~/ui/charts/range-rows";
import { Details } from "~/ui/details";
import { GetForm } from "~/ui/form";
import { Select } from "~/ui/select";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { SensitivityPage } from "../sensitivity-page";
import { NothingTold } from "./compare-results";
import { Sentences } from "./method-parts";
import { Reproduce } from "./release-facts";

const heading = "govuk-heading-m";

/** A release under other judgements: how its means move, which of its differences stay, and what that does not say. */
export function SensitivityResults({ page, origin }: { page: SensitivityPage; origin: string }) {
  const { release, choices, judgements, nothing, caveats } = page;
  return (
    <>
      <div className="cg-measure">
        <p className="govuk-body">{release.areas}</p>
        <Details summary="What is judged">
          <SummaryList rows={judgements} />
        </Details>
      </div>
      <SensitivityForm choices={choices} key={page.href} />
      {nothing.length > 0 ? <NothingTold why={nothing} /> : <Told page={page} />}
      <div className="cg-measure">
        <h2 className={heading}>What this does not say</h2>
        <Sentences items={caveats} />
        <p className="govuk-body">
          The same judgements on three invented areas, one steady, one with broken promises, one silent for a
          year: at the end of <AppLink href={href("/research/method")}>the method’s page</AppLink>.
        </p>
      </div>
      <Reproduce release={release} address={`${origin}${page.href}`} />
    </>
  );
}

function SensitivityForm({ choices }: Pick<SensitivityPage, "choices">) {
  const { release, releases, measure, measures } = choices;
  return (
    <div className="cg-filter">
      <GetForm action="/research/sensitivity" label="What to look at">
        <div className="cg-filter__fields">
          <Select id="release" name="release" label="Release" value={release} options={releases} />
          <Select id="measure" name="measure" label="Differences in" value={measure} options={measures} />
        </div>
        <Button variant="secondary">Show</Button>
      </GetForm>
    </div>
  );
}

function Told({ page }: { page: SensitivityPage }) {
  return (
    <>
      <h2 className={heading}>How the means move</h2>
      <Spans spans={page.spans} />
      <MoveTable {...page} />
      <h2 className={heading}>How areas move among each other</h2>
      <p className="govuk-body cg-measure">
        The median is the line with half of the areas above it. The agreement of the order is 1 where all
        areas keep their order, and 0 where nothing is left of it. No area is named, and none has a place.
      </p>
      <OrderTable moves={page.moves} />
      <h2 className={heading}>Which conclusions would change</h2>
      <p className="govuk-body cg-measure">
        Two kinds of areas lie clearly apart where their likely ranges do not overlap.
      </p>
      <p className="govuk-body cg-measure">All six figures taken together: {page.conclusions.sentence}</p>
      <Conclusions conclusions={page.conclusions} />
    </>
  );
}

function Spans({ spans }: Pick<SensitivityPage, "spans">) {
  const title = "Means of all areas, under all judgements";
  return (
    <RangeRows
      title={title}
      sentence={spans.sentence}
      rows={spans.rows.map(({ id, name, mean, lo, hi }) => ({ id, label: name, value: mean, lo, hi }))}
      legend={{ dot: "the mean by the method", line: "where it lies under the other judgements" }}
      table={
        <>
          <Table
            caption={`${title}: the figures`}
            hideCaption
            rows={spans.rows}
            rowKey={({ id }) => id}
            columns={[
              { header: "Figure", cell: ({ name }) => name },
              { header: "By the method", numeric: true, cell: ({ mean, why }) => mean ?? why },
              { header: "Lowest", numeric: true, cell: ({ lo }) => lo ?? "–" },
              { header: "Lowest under", cell: ({ lowest }) => lowest },
              { header: "Highest", numeric: true, cell: ({ hi }) => hi ?? "–" },
              { header: "Highest under", cell: ({ highest }) => highest },
            ]}
          />
          <Sentences items={spans.blanks} />
        </>
      }
    />
  );
}

function MoveTable({ moves, measures }: Pick<SensitivityPage, "moves" | "measures">) {
  return (
    <Table
      caption="Points by which the mean of all areas moves: overall, then each component"
      captionSize="s"
      inLines
      rows={moves}
      rowKey={({ id }) => id}
      columns={[
        { header: "Judged otherwise", cell: ({ words }) => words },
        ...measures.map(({ id, name }) => ({
          header: name,
          numeric: true,
          cell: (row: SensitivityPage["moves"][number]) => row.moves[id] ?? "–",
        })),
      ]}
    />
  );
}

function OrderTable({ moves }: Pick<SensitivityPage, "moves">) {
  return (
    <Table
      caption="The overall figures of all areas, with and without the judgement"
      captionSize="s"
      rows={moves}
      rowKey={({ id }) => id}
      columns={[
        { header: "Judged otherwise", cell: ({ words }) => words },
        { header: "Areas that pass the median", numeric: true, cell: ({ crossed }) => crossed },
        { header: "Agreement of the order", numeric: true, cell: ({ agreement }) => agreement },
      ]}
    />
  );
}

function Conclusions({ conclusions: { measure, rows } }: Pick<SensitivityPage, "conclusions">) {
  return (
    <Table
      caption={`Differences between kinds of areas: ${measure}`}
      captionSize="s"
      rows={rows}
      rowKey={({ id }) => id}
      whenEmpty="In this figure no two kinds of areas lie clearly apart, under any judgement."
      columns={[
        { header: "Kinds of areas", cell: ({ kinds }) => kinds },
        { header: "By the method", cell: ({ byMethod }) => byMethod },
        { header: "Under other judgements", cell: ({ says }) => says },
      ]}
    />
  );
}
