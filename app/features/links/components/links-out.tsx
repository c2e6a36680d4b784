import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import type { LinkView } from "../link";

/** The links made for one record, with what became of each. */
export function LinksOut({ links, formKey }: { links: readonly LinkView[]; formKey: string | undefined }) {
  if (links.length === 0) return <p className="govuk-body">No link has been made for this yet.</p>;
  return (
    <Table
      caption="Links made for this"
      rows={links}
      rowKey={({ id }) => id}
      columns={[
        { header: "For", cell: ({ contact }) => contact },
        { header: "How", cell: ({ way }) => (way === "mail" ? "By mail" : "Handed over") },
        { header: "Made on", cell: ({ madeOn }) => formatDay(madeOn) },
        { header: "What became of it", cell: becameOf },
        {
          header: "Take it back",
          cell: ({ id, canRevoke, contact }) =>
            canRevoke ? (
              <FormButton
                fields={{ intent: "revoke", linkId: id }}
                idempotencyKey={formKey}
                variant="secondary"
                about={`the link for ${contact}`}
              >
                Take back
              </FormButton>
            ) : null,
        },
      ]}
    />
  );
}

function becameOf({ state, answered, opened, sentOn, lastDay }: LinkView): string {
  if (answered) return `Answered on ${formatDay(answered.on)}: ${answered.words}`;
  if (state === "revoked") return "Taken back";
  if (state === "over") return opened ? "Opened, and over without an answer" : "Over, and never opened";
  if (state === "waiting") return "On its way to the mail server";
  const sent = sentOn ? `Sent on ${formatDay(sentOn)}. ` : "";
  return `${sent}${opened ? "Opened, not answered yet" : "Not opened yet"}. Opens until ${formatDay(lastDay)}`;
}
