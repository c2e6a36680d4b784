import { formatDay } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import { Table } from "~/ui/table";
import type { ChangeView } from "../people-view";
import { detailLabel } from "../people-view";
import { POST_LEVELS, roleLabel } from "../person";

/** How to reach somebody. */
export function PersonContact({ email, phone }: { email: string | null; phone: string | null }) {
  return (
    <SummaryList
      rows={[
        {
          key: "E-mail address",
          value: email ? (
            <a className="govuk-link" href={`mailto:${email}`}>
              {email}
            </a>
          ) : (
            "Not known"
          ),
        },
        {
          key: "Telephone number",
          value: phone ? (
            <a className="govuk-link" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
              {phone}
            </a>
          ) : (
            "Not known"
          ),
        },
      ]}
    />
  );
}

/** What of somebody's details changed, newest first. */
export function PersonChanges({ changes }: { changes: readonly ChangeView[] }) {
  if (changes.length === 0) return null;
  return (
    <Table
      caption="What changed"
      rows={changes}
      rowKey={({ id }) => id}
      columns={[
        { header: "Day", cell: ({ on }) => formatDay(on) },
        { header: "What", cell: ({ what }) => detailLabel(what) },
        { header: "Before", cell: ({ what, before }) => sayDetail(what, before) },
        { header: "After", cell: ({ what, after }) => sayDetail(what, after) },
      ]}
    />
  );
}

function sayDetail(what: string, value: string | null): string {
  if (value === null) return "Nothing";
  if (what === "role") return roleLabel(value);
  return what === "level" ? (Object.entries(POST_LEVELS).find(([id]) => id === value)?.[1] ?? value) : value;
}
