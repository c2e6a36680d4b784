import { ButtonGroup } from "~/ui/button";
import { FormButton } from "~/ui/form-button";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { SeatView } from "../check-in.ts";

type SeatListProps = {
  people: readonly SeatView[];
  canInvite: boolean;
  formKey: string | undefined;
};

/** Who of one's own side was asked, and who has answered: never what. */
export function SeatList({ people, canInvite, formKey }: SeatListProps) {
  return (
    <Table
      caption="Who of your side was asked"
      rows={people}
      rowKey={({ seatId }) => seatId}
      whenEmpty="Nobody of your side was asked yet."
      columns={[
        { header: "Name", cell: ({ name }) => name },
        { header: "How they answer", cell: ({ via }) => (via === "account" ? "By account" : "By link") },
        {
          header: "Have they answered?",
          cell: ({ answered }) =>
            answered ? <Tag tone="good">Answered</Tag> : <Tag tone="waiting">Not yet</Tag>,
        },
        ...(canInvite
          ? [
              {
                header: "Change",
                cell: (seat: SeatView) => <SeatVerbs seat={seat} formKey={formKey} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function SeatVerbs({
  seat: { seatId, name, answered, via },
  formKey,
}: {
  seat: SeatView;
  formKey: string | undefined;
}) {
  if (via === "account" && answered) return "–";
  const common = { idempotencyKey: formKey, variant: "secondary" as const, about: name };
  return (
    <ButtonGroup>
      {via === "link" ? (
        <FormButton fields={{ intent: "hand-over", seatId }} {...common}>
          Make a link
        </FormButton>
      ) : null}
      {answered ? null : (
        <FormButton fields={{ intent: "uninvite", seatId }} {...common}>
          Ask no more
        </FormButton>
      )}
    </ButtonGroup>
  );
}
