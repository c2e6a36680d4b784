import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { formatInstant } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { WAY_WORDS } from "../audit";
import type { AuditLine } from "../audit-line";

type AuditListProps = {
  caption: string;
  lines: readonly AuditLine[];
  /** Who may see an entry, in words, by its level; left out where that is no question. */
  levels?: Readonly<Record<AuditLine["level"], string>>;
};

/** The log, newest first: when, who, what, and from where. */
export function AuditList({ caption, lines, levels }: AuditListProps) {
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={({ id }) => id}
      columns={[
        { header: "When", cell: ({ at }) => formatInstant(at) },
        { header: "Who", cell: ({ by }) => by },
        { header: "What was done", cell: (line) => <What line={line} /> },
        ...(levels ? [{ header: "Who sees this", cell: ({ level }: AuditLine) => levels[level] }] : []),
        { header: "From where", cell: fromWhere },
      ]}
    />
  );
}

function fromWhere({ way, from, browser }: AuditLine): string {
  return [WAY_WORDS[way], browser, from].filter(Boolean).join(", ");
}

function What({ line }: { line: AuditLine }) {
  const { said, href, kind, changes, putBack } = line;
  return (
    <>
      {said}
      {href ? (
        <>
          {" "}
          <AppLink href={href} aria-label={`Open the record: ${said}`}>
            {kind ? `Open (${kind.toLowerCase()})` : "Open"}
          </AppLink>
        </>
      ) : null}
      {changes.length > 0 ? (
        <Details summary="Before and after">
          <ul className="govuk-list">
            {changes.map(({ label, before, after }) => (
              <li key={label}>
                <strong>{label}:</strong> from {before} to {after}
              </li>
            ))}
          </ul>
          {putBack ? <AppLink href={putBack}>Put this back as it was</AppLink> : null}
        </Details>
      ) : null}
    </>
  );
}
