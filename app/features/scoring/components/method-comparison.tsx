import { Table } from "~/ui/table";

type Row = { id: string; name: string; value: string | null; shift: string | null };

type MethodComparisonProps = {
  /** Each published method, the oldest first; the shift is that against the one before. */
  methods: readonly {
    id: string;
    parameterHash: string;
    overall: string | null;
    shift: string | null;
    components: readonly Row[];
  }[];
};

const text = ({ value, shift }: { value: string | null; shift: string | null }) =>
  value === null ? "–" : shift === null ? value : `${value} (${shift})`;

/** The same records by each published method, old beside new, with what the change of method shifts. */
export function MethodComparison({ methods }: MethodComparisonProps) {
  const [first] = methods;
  if (!first || methods.length < 2) return null;
  const rows = [{ id: "overall", name: "Overall" }, ...first.components];
  const cellOf = (method: (typeof methods)[number], id: string) => {
    if (id === "overall") return text({ value: method.overall, shift: method.shift });
    const found = method.components.find((one) => one.id === id);
    return found ? text(found) : "–";
  };
  return (
    <section aria-labelledby="methods">
      <h2 className="govuk-heading-m" id="methods">
        By each method
      </h2>
      <p className="govuk-body">
        The same records, worked out by each published method. In brackets: the points that the change of
        method shifts. Nothing in the relationship changed by it.
      </p>
      <Table
        caption="Old beside new"
        captionSize="s"
        rows={rows}
        rowKey={({ id }) => id}
        keepGrid
        columns={[
          { header: "Figure", cell: ({ name }) => name },
          ...methods.map((method) => ({
            header: `Method ${method.id}`,
            numeric: true,
            cell: ({ id }: { id: string }) => cellOf(method, id),
          })),
        ]}
      />
    </section>
  );
}
