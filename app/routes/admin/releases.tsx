import { href } from "react-router";
import { readAdmin } from "~/composition/admin.server";
import { readResearch } from "~/composition/research-reading.server";
import { findPlans } from "~/features/releases/plans.queries.server";
import { findReleases } from "~/features/releases/published.queries.server";
import { nextRelease } from "~/features/releases/quarter";
import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { formatDay, formatInstant } from "~/ui/format-date";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Table } from "~/ui/table";
import type { Route } from "./+types/releases";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("Releases for research") }];

export async function loader({ context }: Route.LoaderArgs) {
  const [plans, today] = await readAdmin(context, async (_, reading) => [
    await findPlans(reading.tx),
    reading.today,
  ]);
  const published = new Map(
    (await readResearch(context, ({ tx }) => findReleases(tx))).map((one) => [one.id, one]),
  );
  return {
    next: nextRelease(today),
    releases: plans.map(({ id, asOf, draftedOn, publishesOn, publishedAt }) => {
      const release = published.get(id);
      const areas = release && { told: release.areas };
      const isDue = publishedAt === null && publishesOn <= today;
      return {
        ...{ id, asOf, draftedOn, publishesOn, isDue, areas },
        publishedAt: publishedAt?.toISOString() ?? null,
      };
    }),
  };
}

type Release = Route.ComponentProps["loaderData"]["releases"][number];

/** How far a quarter is, and how many areas it tells of. */
function standOf({ publishedAt, publishesOn, isDue, areas }: Release): string {
  if (isDue)
    return `Due since ${formatDay(publishesOn)} and not published. It is tried every day; Jobs shows whether it failed`;
  if (publishedAt === null) return `Areas can look and withdraw before ${formatDay(publishesOn)}`;
  if (!areas) return "Nothing to publish: no area had said yes that could be compared";
  const told = areas.told === null ? "too few areas to tell of" : `about ${plural(areas.told, "area")}`;
  return `Published ${formatInstant(publishedAt)}, ${told}`;
}

/** The quarters that were drafted and published, and when the next one is. Nobody starts one by hand. */
export default function Releases({ loaderData: { next, releases } }: Route.ComponentProps) {
  return (
    <>
      <PageTitle>Releases for research</PageTitle>
      <p className="govuk-body">
        When a quarter is over it is drafted by itself. Areas then have 14 days to see what is said of them
        and to take their yes back. After that it is published, and never changed. The next quarter is drafted
        on {formatDay(next.draftedOn)} and published from {formatDay(next.publishesOn)} on.
      </p>
      <p className="govuk-body">
        Which areas say yes is theirs to tell, and is not shown here. What is published is on{" "}
        <AppLink href={href("/research/data")}>the data page</AppLink>.
      </p>
      <Table
        caption={`Quarters (${releases.length})`}
        rows={releases}
        rowKey={({ id }) => id}
        whenEmpty="No quarter is over yet."
        columns={[
          { header: "Quarter", cell: ({ id }) => id },
          { header: "Figures of", cell: ({ asOf }) => formatDay(asOf) },
          { header: "Drafted", cell: ({ draftedOn }) => formatDay(draftedOn) },
          { header: "State", cell: standOf },
        ]}
      />
    </>
  );
}
