import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";

type Said = { on: string; by: string | null } | null;

type Scope = {
  scope: string;
  name: string;
  says: string;
  partnership: Said;
  council: Said;
  offer: "give" | "withdraw" | null;
};

type ConsentSectionProps = {
  slug: string;
  council: string;
  says: string;
  scopes: readonly Scope[];
  formKey: string | undefined;
};

/** What both sides of a relationship say, which both see alike, and the buttons of whoever speaks for one. */
export function ConsentSection({ slug, council, says, scopes, formKey }: ConsentSectionProps) {
  const offered = scopes.filter(({ offer }) => offer !== null);
  return (
    <>
      <Table
        caption="Who says yes"
        captionSize="s"
        rows={scopes}
        rowKey={({ scope }) => scope}
        columns={[
          { header: "To what", cell: ({ name }) => name },
          { header: "The partnership", cell: ({ partnership }) => saidWords(partnership) },
          { header: council, cell: (row) => saidWords(row.council) },
        ]}
      />
      <p className="govuk-body">{says}</p>
      {offered.map(({ scope, name, says: means, offer }) => (
        <div key={scope}>
          <p className="govuk-body">
            <strong>{name}.</strong> {offer === "give" ? means : TAKING_BACK[scope]}
          </p>
          <FormButton
            fields={{ intent: offer ?? "", council: slug, scope }}
            idempotencyKey={formKey}
            variant={offer === "give" ? "primary" : "secondary"}
            about={`to ${name.toLowerCase()}, with ${council}`}
          >
            {offer === "give" ? "Say yes for our side" : "Take our yes back"}
          </FormButton>
        </div>
      ))}
    </>
  );
}

const TAKING_BACK: Readonly<Record<string, string>> = {
  figures:
    "You can take your yes back at any time, without a reason. It counts from the next release on, and ends your row in studies too. What is out already stays as it is.",
  studies:
    "You can take your yes back at any time, without a reason. From the next release on you have no row. Rows that are out already stay in their study until it ends.",
};

function saidWords(said: Said): string {
  if (said === null) return "Has not said yes";
  return `Yes, since ${formatDay(said.on)}${said.by ? ` (${said.by})` : ""}`;
}
