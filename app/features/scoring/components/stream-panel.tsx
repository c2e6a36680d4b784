import { AppLink } from "~/ui/app-link";
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
  shows: string;
  /** Whose conduct it shows, by name: "Wexcombe Borough", or "Both together". */
  whose: string;
  /** How good the facts are on the whole, 0–100, and how much they count in the component, as texts. */
  level: string;
  say: string;
  records: readonly StreamRecord[];
  more: number;
};

/** One indicator of one side, opened down to its records: what each is worth and what goes when it goes. */
export function StreamPanel({ id, name, shows, whose, level, say, records, more }: StreamPanelProps) {
  return (
    <section aria-labelledby={id}>
      <h3 className="govuk-heading-s" id={id}>
        {name}: {whose}
      </h3>
      <p className="govuk-body">
        {shows} {level} {say}
      </p>
      <Table
        caption={`Records behind ${name}: ${whose}`}
        hideCaption
        rows={records}
        rowKey={(record) => record.id + record.s}
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
      {more > 0 ? <p className="govuk-hint">{`And ${more} more with less weight.`}</p> : null}
    </section>
  );
}
