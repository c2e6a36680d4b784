import { AppLink } from "~/ui/app-link";
import { formatDayShort } from "~/ui/format-date";
import { Table } from "~/ui/table";

export type MemberRow = {
  id: string;
  name: string;
  role: string;
  livesHere: boolean | null;
  voting: boolean;
  formSignedOn: string | null;
  startsOn: string;
  endsOn: string | null;
  href: string;
};

const yesNo = (value: boolean | null) => (value === null ? "Not known" : value ? "Yes" : "No");

/** Members with what the rules ask about. */
export function MemberTable({ caption, rows }: { caption: string; rows: readonly MemberRow[] }) {
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { header: "Name", cell: ({ name, href }) => <AppLink href={href}>{name}</AppLink> },
        { header: "Role", cell: ({ role }) => role },
        { header: "Lives here", cell: ({ livesHere }) => yesNo(livesHere) },
        { header: "Votes", cell: ({ voting }) => yesNo(voting) },
        {
          header: "Form signed",
          cell: ({ formSignedOn }) => (formSignedOn ? formatDayShort(formSignedOn) : "Not signed"),
        },
        {
          header: "From and to",
          cell: ({ startsOn, endsOn }) =>
            endsOn
              ? `${formatDayShort(startsOn)} to ${formatDayShort(endsOn)}`
              : `Since ${formatDayShort(startsOn)}`,
        },
      ]}
    />
  );
}
