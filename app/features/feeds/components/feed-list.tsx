import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { Table } from "~/ui/table";

type Shown = {
  membership: string;
  organisation: string;
  role: string;
  area: string | null;
  feed: { madeAt: Date; lastUsedOn: string | null } | null;
};

/** One's roles, each with the calendar it has and buttons to make one, to change its address, or to end it. */
export function FeedList({ feeds }: { feeds: readonly Shown[] }) {
  return (
    <Table
      caption="Your calendars"
      columns={[
        { header: "For", cell: (one) => one.organisation },
        { header: "Area", cell: (one) => one.area ?? "All of its areas" },
        { header: "Last read", cell: lastReadOf },
        { header: "Address", cell: (one) => <FeedButtons shown={one} /> },
      ]}
      rows={feeds}
      rowKey={(one) => one.membership}
      whenEmpty="You have no role on a side, so there is nothing to put in a calendar."
    />
  );
}

function lastReadOf({ feed }: Shown): string {
  if (feed === null) return "No calendar";
  return feed.lastUsedOn ? formatDay(feed.lastUsedOn) : "Not yet";
}

function FeedButtons({ shown: { membership, organisation, feed } }: { shown: Shown }) {
  const about = `for ${organisation}`;
  if (feed === null) {
    return (
      <FormButton fields={{ intent: "make", membership }} variant="secondary" about={about}>
        Make an address
      </FormButton>
    );
  }
  return (
    <>
      <FormButton fields={{ intent: "make", membership }} variant="quiet" about={about}>
        Make a new address
      </FormButton>
      <FormButton fields={{ intent: "end", membership }} variant="quiet" about={about}>
        End it
      </FormButton>
    </>
  );
}

/** The address itself, this once. */
export function NewFeed({ address }: { address: string }) {
  return (
    <InsetText>
      <p className="govuk-body">
        Copy this address now. It is shown this once. Whoever has it can see the days and titles in your
        calendar.
      </p>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="new-feed">
          The address of your calendar
        </label>
        <textarea
          className="govuk-textarea"
          id="new-feed"
          rows={4}
          readOnly
          spellCheck={false}
          value={address}
        />
      </div>
      <p className="govuk-body">
        In your calendar program, choose to add or subscribe to a calendar “from a URL”, and paste it there.
      </p>
    </InsetText>
  );
}
