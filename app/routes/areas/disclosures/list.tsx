import { href } from "react-router";
import { loadDisclosures } from "~/composition/disclosure-page.server";
import { LAWS } from "~/features/disclosures/exemption";
import { plural } from "~/platform/plural";
import { AudienceNote } from "~/ui/audience-note";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { Route } from "./+types/list";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Requests for information") }];

export async function loader({ context, params }: Route.LoaderArgs) {
  return loadDisclosures(context, params.area);
}

/** What was gathered to answer people who asked for information by law. */
export default function Disclosures({ loaderData, params }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>Requests for information</PageTitle>
      <p className="govuk-body">
        Somebody may ask by law what is written here: under freedom of information, about the environment, or
        about themselves. Gather the records here, decide of each what goes out, and take the answer as one
        document.
      </p>
      <AudienceNote lead="Who sees this page:">Only the leads of your own side.</AudienceNote>
      <LinkButton href={href("/areas/:area/disclosures/new", params)}>Answer a request</LinkButton>
      {loaderData.disclosures.length === 0 ? (
        <EmptyState title="Nothing gathered yet">A request you begin to answer stands here.</EmptyState>
      ) : (
        <RecordList
          label="Requests"
          items={loaderData.disclosures.map(
            ({ id, reference, law, receivedOn, finishedOn, records, waiting }) => ({
              id,
              href: href("/areas/:area/disclosures/:id", { area: params.area, id }),
              title: reference,
              tag: finishedOn ? <Tag tone="good">Finished</Tag> : <Tag tone="waiting">Under way</Tag>,
              facts: [
                LAWS[law],
                `Received on ${formatDay(receivedOn)}`,
                plural(records, "record"),
                finishedOn ? `Finished on ${formatDay(finishedOn)}` : `${waiting} to look at`,
              ],
            }),
          )}
        />
      )}
    </div>
  );
}
