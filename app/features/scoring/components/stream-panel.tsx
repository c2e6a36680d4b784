import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";

type StreamRecord = {
  id: string;
  title: string;
  href: string | null;
  on: string | null;
  s: number;
  w: number;
  disputed: boolean;
  effectText: string;
};

type StreamPanelProps = {
  id: string;
  name: string;
  /** What its records say, in a sentence with counts. */
  says: string;
  shows: string;
  /** Whose conduct it shows, by name: "Wexcombe Borough", or "Both together". */
  whose: string;
  /** How good the facts are on the whole, how much they count, and what that does to the figure, as texts. */
  level: string;
  say: string;
  lifts: string;
  records: readonly StreamRecord[];
  more: number;
};

/** One indicator of one side: in words, and opened down to its records, what each is worth and what goes when it goes. */
export function StreamPanel(props: StreamPanelProps) {
  const { id, name, says, shows, whose, level, say, lifts, records, more } = props;
  return (
    <section aria-labelledby={id}>
      <h3 className="govuk-heading-s" id={id}>
        {name}: {whose}
      </h3>
      <p className="govuk-body">{says}</p>
      <Details summary={records.length > 0 ? "The records, and what each is worth" : "What it is worth"}>
        <p className="govuk-body">
          {shows} {level} {say} {lifts}
        </p>
        {records.length > 0 ? <Records about={`${name}: ${whose}`} records={records} /> : null}
        {more > 0 ? <p className="govuk-hint">{`And ${more} more with less weight.`}</p> : null}
      </Details>
    </section>
  );
}

function Records({ about, records }: { about: string; records: readonly StreamRecord[] }) {
  return (
    <Table
      caption={`Records behind ${about}`}
      hideCaption
      rows={records.map((record, at) => ({ ...record, key: `${record.id} ${at}` }))}
      rowKey={({ key }) => key}
      columns={[
        {
          header: "Record",
          cell: ({ title, href, disputed }) => (
            <>
              {href ? <AppLink href={href}>{title}</AppLink> : title}{" "}
              {disputed ? <Tag tone="attention">Disputed</Tag> : null}
            </>
          ),
        },
        { header: "Day", cell: ({ on }) => (on ? formatDay(on) : "–") },
        { header: "How good (0–1)", numeric: true, cell: ({ s }) => s.toFixed(2) },
        { header: "Weight", numeric: true, cell: ({ w }) => w.toFixed(2) },
        { header: "Moves the figure by", numeric: true, cell: ({ effectText }) => effectText },
      ]}
    />
  );
}
