import { ButtonGroup } from "~/ui/button";
import { FormButton } from "~/ui/form-button";
import { formatInstant } from "~/ui/format-date";
import { Table } from "~/ui/table";
import type { OpenInvitation } from "../invitation";
import { roleWords } from "../role-words";

type Props = {
  invitations: readonly OpenInvitation[];
  formKey: string | undefined;
  /** For an admin, who sees those of every organisation. */
  showsPlace?: boolean;
};

/** Who is invited and has not said yes: sent again, or taken back. */
export function OpenInvitations({ invitations, formKey, showsPlace = false }: Props) {
  const place = {
    header: "For",
    cell: ({ organisation, area }: OpenInvitation) => (area ? `${organisation} (${area})` : organisation),
  };
  return (
    <Table
      caption="Invited"
      rows={invitations}
      rowKey={({ id }) => id}
      whenEmpty="Nobody is invited at the moment."
      columns={[
        {
          header: "Name",
          cell: ({ name, email }) => (
            <>
              {name}
              <br />
              {email}
            </>
          ),
        },
        ...(showsPlace ? [place] : []),
        { header: "Role", cell: ({ role }) => roleWords(role) },
        { header: "By", cell: ({ by }) => by },
        {
          header: "Can be accepted until",
          cell: ({ isOver, until }) => (isOver ? "Its days are over" : formatInstant(until)),
        },
        {
          header: "Do",
          cell: ({ id, name }) => (
            <ButtonGroup>
              <FormButton
                fields={{ intent: `resend ${id}` }}
                idempotencyKey={formKey}
                variant="secondary"
                about={`to ${name}`}
              >
                Send again
              </FormButton>
              <FormButton
                fields={{ intent: `withdraw ${id}` }}
                idempotencyKey={formKey}
                variant="secondary"
                about={`the invitation of ${name}`}
              >
                Take back
              </FormButton>
            </ButtonGroup>
          ),
        },
      ]}
    />
  );
}
