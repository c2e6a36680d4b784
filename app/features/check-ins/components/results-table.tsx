import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import { pointsOf, type SideNames, sentenceStart, widthWords } from "../gap-words.ts";
import type { Level, Spread, Views } from "../results.ts";
import { nameOf } from "../steps.ts";

const SPREAD_WORDS: Record<Spread, string> = {
  close: "close to one another",
  mixed: "of mixed views",
  apart: "far apart from one another",
};

type ResultsTableProps = {
  views: readonly Views[];
  names: SideNames;
  hrefOf: (component: Views["component"]) => string;
};

/** What both sides say of each other, a row a component: both levels first, then the gap with its range. */
export function ResultsTable({ views, names, hrefOf }: ResultsTableProps) {
  return (
    <Table
      caption="What each side says of the other, out of 100"
      rows={views}
      rowKey={({ component }) => component}
      columns={[
        {
          header: "Component",
          cell: ({ component }) => <AppLink href={hrefOf(component)}>{nameOf(component)}</AppLink>,
        },
        {
          header: `${sentenceStart(names.community)} of ${names.council}`,
          cell: ({ by }) => <LevelCell level={by.community} />,
        },
        {
          header: `${sentenceStart(names.council)} of ${names.community}`,
          cell: ({ by }) => <LevelCell level={by.council} />,
        },
        {
          header: "How far apart",
          cell: ({ gap }) =>
            gap === null ? (
              "Not worked out: too few answered"
            ) : (
              <>
                {widthWords(gap)} {gap.flagged ? <Tag tone="attention">Worth talking about</Tag> : null}
              </>
            ),
        },
      ]}
    />
  );
}

function LevelCell({ level }: { level: Level | null }) {
  if (level === null) return "Too few answered";
  return (
    <>
      <strong>{pointsOf(level.value)}</strong>{" "}
      <span className="govuk-hint">
        {plural(level.people, "person", "people")}, {SPREAD_WORDS[level.spread]}
      </span>
    </>
  );
}
