import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { TOKEN_ACCESS_WORDS, type TokenView } from "../token";

/** One's tokens, those in force each with a button to end it. */
export function TokenList({ tokens }: { tokens: readonly TokenView[] }) {
  return (
    <Table
      caption="Your tokens"
      columns={[
        { header: "Name", cell: (one) => one.name },
        { header: "Begins with", cell: (one) => <code>{one.prefix}…</code> },
        { header: "May", cell: (one) => TOKEN_ACCESS_WORDS[one.access] },
        { header: "Area", cell: (one) => one.area ?? "All of yours" },
        { header: "Last used", cell: (one) => (one.lastUsedOn ? formatDay(one.lastUsedOn) : "Never") },
        { header: "Until", cell: untilOf },
        { header: "End it", cell: (one) => <EndToken token={one} /> },
      ]}
      rows={tokens}
      rowKey={(one) => one.id}
      whenEmpty="You have no tokens"
    />
  );
}

function untilOf({ state, lastDay }: TokenView): string {
  return state === "revoked" ? "Ended by you" : formatDay(lastDay);
}

function EndToken({ token }: { token: TokenView }) {
  if (token.state !== "live") return "Ended";
  return (
    <FormButton fields={{ intent: "revoke", id: token.id }} variant="quiet" about={token.name}>
      End
    </FormButton>
  );
}
