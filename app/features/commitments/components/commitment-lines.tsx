import { plural } from "~/platform/plural";
import { formatDayShort } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { isClosed } from "../commitment";
import type { CommitmentLine } from "../commitment-view";
import { CommitmentTags } from "./commitment-tags";

type LinesProps = { lines: readonly CommitmentLine[]; hrefOf: (id: string) => string };

/** The register's lines: who promises what, by when, and where it stands. */
export function CommitmentLines({ lines, hrefOf }: LinesProps) {
  return (
    <RecordList
      label="Promises"
      headingLevel={2}
      items={lines.map((line) => ({
        id: line.id,
        href: hrefOf(line.id),
        title: line.title,
        tag: <CommitmentTags state={line.state} flags={line.flags} />,
        facts: [
          line.byPerson ? `${line.by} (${line.byPerson})` : line.by,
          `Due ${formatDayShort(line.dueOn)}`,
          line.state === "open" && line.daysPast > 0 && `${plural(line.daysPast, "day")} past its day`,
          !isClosed(line.state) && line.waitsForYou && (
            <Tag tone="waiting" key="turn">
              Your side’s turn
            </Tag>
          ),
        ],
      }))}
    />
  );
}
