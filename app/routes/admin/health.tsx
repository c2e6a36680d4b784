import { readAdmin } from "~/composition/admin.server";
import { findInstanceHealth } from "~/composition/instance-health.server";
import { documentTitle, PageTitle } from "~/ui/page-title";
import { Table } from "~/ui/table";
import { Tag } from "~/ui/tag";
import type { Route } from "./+types/health";

export const meta: Route.MetaFunction = () => [{ title: documentTitle("How this tracker runs") }];

export async function loader({ context }: Route.LoaderArgs) {
  return readAdmin(context, async (_, { tx, now }) => ({ lines: await findInstanceHealth(tx, now) }));
}

/** What the instance needs, and how each of it stands. */
export default function InstanceHealth({ loaderData: { lines } }: Route.ComponentProps) {
  return (
    <div className="cg-measure">
      <PageTitle>How this tracker runs</PageTitle>
      <Table
        caption="What it needs"
        rows={lines}
        rowKey={({ name }) => name}
        columns={[
          { header: "What", cell: ({ name }) => name },
          { header: "How it stands", cell: ({ says }) => says },
          {
            header: "Well",
            cell: ({ well }) => (well ? "Yes" : <Tag tone="attention">Look at this</Tag>),
          },
        ]}
      />
    </div>
  );
}
