import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { roleWords } from "../role-words";

type Row = {
  id: string;
  name: string;
  email: string | null;
  role: string;
  since: string;
  until: string | null;
  isHere: boolean;
};
type Props = {
  caption: string;
  members: readonly Row[];
  hrefFor: (id: string) => string;
  showsEmail: boolean;
};

/** Who is or was in the team, with what they may do. */
export function TeamTable({ caption, members, hrefFor, showsEmail }: Props) {
  const email = { header: "E-mail address", cell: (one: Row) => one.email ?? "" };
  const isPast = members.some(({ isHere }) => !isHere);
  return (
    <Table
      caption={caption}
      rows={members}
      rowKey={({ id }) => id}
      whenEmpty="Nobody yet."
      columns={[
        { header: "Name", cell: ({ id, name }) => <AppLink href={hrefFor(id)}>{name}</AppLink> },
        ...(showsEmail ? [email] : []),
        { header: "Role", cell: ({ role }) => roleWords(role) },
        isPast
          ? { header: "Until", cell: ({ until }) => (until ? formatDay(until) : "The account is closed") }
          : { header: "Since", cell: ({ since }) => (since < "1900" ? "The start" : formatDay(since)) },
      ]}
    />
  );
}
