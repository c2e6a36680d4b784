import { formatDay } from "~/ui/format-date";
import { Pagination } from "~/ui/pagination";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { ITEM_STATES, type ItemState } from "../disclosure";

export type ListedLine = {
  id: string;
  number: number;
  state: ItemState;
  title: string;
  kind: string | null;
  day: string | null;
  by: string | null;
  consult: boolean;
};

type BundleLinesProps = { lines: readonly ListedLine[]; page: number; pages: number; home: string };

const TONES: Record<ItemState, TagTone> = {
  open: "waiting",
  changed: "attention",
  gone: "quiet",
  disclosed: "good",
  redacted: "good",
  withheld: "neutral",
};

/** The records of a bundle in their order, each with how it is answered. */
export function BundleLines({ lines, page, pages, home }: BundleLinesProps) {
  return (
    <>
      <h2 className="govuk-heading-m">The records</h2>
      <RecordList
        label="Records"
        headingLevel={3}
        items={lines.map(({ id, number, state, title, kind, day, by, consult }) => ({
          id,
          href: `${home}?item=${id}`,
          title: `${number}. ${title}`,
          tag: <Tag tone={TONES[state]}>{ITEM_STATES[state]}</Tag>,
          facts: [
            kind,
            day && formatDay(day),
            by && `Recorded by ${by}`,
            consult && "Third party: ask them first",
          ],
        }))}
      />
      <Pagination page={page} pages={pages} hrefFor={(number) => `${home}?page=${number}`} />
    </>
  );
}
