import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { Table } from "~/ui/table";
import { type Answered, KEEP_REASONS } from "../erasure";

type Told = { id: string; area: string; toldOn: string; answered: Answered; days: number };

function answerWords({ answered, days }: Told): string {
  if (answered === "waits") return `Not yet: ${plural(days, "day", "days")}`;
  if (answered === "silent") return "None in time: their words stay";
  const after = `after ${plural(days, "day", "days")}`;
  return answered === "erase" ? `Erase theirs too, ${after}` : `Keep theirs, ${after}`;
}

/** The areas that were asked about their own words, each with its answer and how long it took; nothing of what they hold. */
export function ToldAreas({ told }: { told: readonly Told[] }) {
  return (
    <Table
      caption="Other areas, asked about their own words"
      rows={told}
      rowKey={({ id }) => id}
      whenEmpty="None."
      columns={[
        { header: "Area", cell: ({ area }) => area },
        { header: "Told on", cell: ({ toldOn }) => formatDay(toldOn) },
        { header: "Answer", cell: answerWords },
        {
          header: "Why",
          cell: ({ answered }) =>
            answered in KEEP_REASONS ? KEEP_REASONS[answered as keyof typeof KEEP_REASONS] : "",
        },
      ]}
    />
  );
}
