import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { ChartFigure } from "~/ui/charts/chart-figure";
import { usePicture } from "~/ui/charts/use-picture";
import { formatDay, formatDayShort } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { STATE_WORDS, type State } from "../milestone";
import { PLAN_DAY_WORDS, type PlanDay, type PlanRow } from "../plan-views";

type PlanFigureProps = {
  title: string;
  rows: readonly PlanRow[];
  today: string;
  /** How the sides are called. */
  sides: Record<"council" | "community", string>;
};

const load = () => import("./plan-picture.tsx");

/** When each step is due, and every day it was moved from: a picture over its sentence and its table. */
export function PlanFigure({ title, rows, today, sides }: PlanFigureProps) {
  const picture = usePicture(load, { rows, today, title });
  const moved = rows.filter(({ days }) => days.length > 1).length;
  const done = rows.filter(({ state }) => state === "done").length;
  return (
    <ChartFigure
      title={title}
      sentence={`${plural(rows.length, "line")}: ${done} done, ${moved} with a day that was moved or proposed. Old days stay.`}
      box={`rows-${Math.min(12, Math.max(1, rows.length))}`}
      picture={picture}
      foldTable="See every day, and how it came about"
      legend={
        <ul className="cg-legend">
          <li>○ a day that stood before</li>
          <li>● the day now expected</li>
          <li>◇ moved by one side, or proposed</li>
          <li>■ done</li>
          <li>The upright line is today</li>
        </ul>
      }
      table={
        <Table
          caption={`${title}: the days`}
          hideCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              header: "What",
              cell: ({ title: what, href }) => (href ? <AppLink href={href}>{what}</AppLink> : what),
            },
            { header: "Its days", cell: ({ days }) => <Days days={days} sides={sides} /> },
            { header: "Where it stands", cell: standing },
          ]}
        />
      }
    />
  );
}

function standing({
  state,
  doneOn,
  expectedOn,
}: {
  state: State;
  doneOn: string | null;
  expectedOn: string;
}) {
  if (doneOn !== null) return `Done ${formatDay(doneOn)}`;
  return state === "planned" ? `Expected ${formatDay(expectedOn)}` : STATE_WORDS[state];
}

/** Every day of one line, first to last, with how it came about. */
export function Days({ days, sides }: { days: readonly PlanDay[]; sides: PlanFigureProps["sides"] }) {
  return (
    <ol className="govuk-list">
      {days.map(({ on, state, by, saidOn, reason }) => (
        <li key={`${saidOn ?? ""} ${on} ${state}`}>
          {formatDayShort(on)}: {PLAN_DAY_WORDS[state].toLowerCase()}
          {by ? ` (${sides[by]}${saidOn ? `, ${formatDayShort(saidOn)}` : ""})` : ""}
          {reason ? `. ${reason}` : ""}
        </li>
      ))}
    </ol>
  );
}
