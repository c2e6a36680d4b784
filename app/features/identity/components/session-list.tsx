import { FormButton } from "~/ui/form-button";
import { formatInstant } from "~/ui/format-date";
import { Table } from "~/ui/table";
import type { SessionView } from "../session";

/** Where one is signed in, each with a button to end it. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  return (
    <>
      <Table
        caption="Where you are signed in"
        columns={[
          { header: "Browser", cell: (one) => (one.isThis ? `${one.browser} (this one)` : one.browser) },
          { header: "Signed in", cell: (one) => formatInstant(one.since) },
          { header: "Last used", cell: (one) => formatInstant(one.lastSeen) },
          { header: "Sign out", cell: (one) => <EndButton session={one} /> },
        ]}
        rows={sessions}
        rowKey={(one) => one.id}
        whenEmpty="Nowhere"
      />
      {sessions.length > 1 ? (
        <FormButton fields={{ intent: "end-others" }} variant="secondary">
          Sign out everywhere else
        </FormButton>
      ) : null}
    </>
  );
}

function EndButton({ session }: { session: SessionView }) {
  if (session.isThis)
    return (
      <FormButton action="/sign-out" variant="quiet" about="here" reload>
        Sign out
      </FormButton>
    );
  return (
    <FormButton fields={{ intent: "end", session: session.id }} variant="quiet" about={session.browser}>
      Sign out
    </FormButton>
  );
}
