import { InsetText } from "~/ui/inset-text";
import { Table } from "~/ui/table";
import { printed } from "../printed";
import type { ComponentWorked, MeanMinWorked, MeanWorked, Workings } from "../workings";

const inTenths = (value: number) => (Math.floor(value * 10 + 0.5) / 10).toFixed(1);

/** The figure of the example and of each component, in short. */
export function ExampleFigure({ overall, components }: Pick<Workings, "overall" | "components">) {
  return (
    <InsetText>
      <p className="govuk-body">
        Overall: <strong>{inTenths(overall.value)}</strong>, likely between {Math.round(overall.lo)} and{" "}
        {Math.round(overall.hi)}. {overall.says}
      </p>
      <ul className="govuk-list">
        {overall.parts.map(({ name, value }) => (
          <li key={name}>
            {name}: {inTenths(value)}
            {says(components.find((one) => one.name === name))}
          </li>
        ))}
      </ul>
    </InsetText>
  );
}

const says = (component: ComponentWorked | undefined) =>
  component
    ? ` (${Math.round(component.lo)} to ${Math.round(component.hi)}; ${component.says})`
    : " (no records)";

/** Every number on the way from the records to the figure. */
export function WorkingsView({ workings }: { workings: Workings }) {
  return (
    <>
      <h3 className="govuk-heading-s">1. Records become items</h3>
      <Table
        caption="Items: how good (s), how much it says today (w)"
        captionSize="s"
        rows={workings.items.map((item, at) => ({ ...item, at }))}
        rowKey={({ at }) => String(at)}
        whenEmpty="Nothing in these records says anything yet."
        columns={[
          { header: "Record", cell: ({ record }) => record.replace(/^record 0?/, "Record ") },
          { header: "Indicator", cell: ({ indicator, component }) => `${indicator} (${component})` },
          { header: "Filed under", cell: ({ side }) => SIDE_WORDS[side as keyof typeof SIDE_WORDS] },
          { header: "s", numeric: true, cell: ({ s }) => printed(s) },
          { header: "w", numeric: true, cell: ({ w }) => printed(w) },
        ]}
      />
      <h3 className="govuk-heading-s">2. Items become streams, streams a component</h3>
      {workings.components.map((component) => (
        <ComponentWorkings component={component} key={component.component} />
      ))}
      <h3 className="govuk-heading-s">3. Components become the figure</h3>
      <p className="govuk-body">
        {workings.overall.parts.map(({ name, value }) => `${name} ${printed(value)}`).join("; ")}
      </p>
      <MeanMin name="overall" worked={workings.overall} />
    </>
  );
}

const SIDE_WORDS = { council: "the council", community: "the community", joint: "both together" } as const;

function ComponentWorkings({ component }: { component: ComponentWorked }) {
  const { name, streams, pooled, directions, together } = component;
  return (
    <>
      <Table
        caption={name}
        captionSize="s"
        rows={streams}
        rowKey={({ indicator, side }) => `${indicator} ${side}`}
        columns={[
          {
            header: "Stream",
            cell: ({ indicator, name: shown, side }) => `${indicator} ${shown}: ${SIDE_WORDS[side]}`,
          },
          { header: "Items", numeric: true, cell: ({ items }) => items },
          { header: "n = Σ w", numeric: true, cell: ({ n }) => printed(n) },
          { header: "x = Σ s w / n", numeric: true, cell: ({ x }) => printed(x) },
          { header: "Z", numeric: true, cell: ({ Z }) => printed(Z) },
          { header: "W", numeric: true, cell: ({ weight }) => printed(weight) },
          { header: "W Z", numeric: true, cell: ({ WZ }) => printed(WZ) },
          { header: "W Z x", numeric: true, cell: ({ WZx }) => printed(WZx) },
        ]}
      />
      <Mean name="pooled" worked={pooled} />
      <Mean name="direction of the council" worked={directions.council} />
      <Mean name="direction of the community" worked={directions.community} />
      <MeanMin name={name.toLowerCase()} worked={together} />
    </>
  );
}

function Mean({ name, worked: { mass, prior, evidence, sum, value } }: { name: string; worked: MeanWorked }) {
  return (
    <p className="govuk-body">
      <code>
        {name} = ({printed(mass)} × {printed(prior)} + {printed(sum)}) / ({printed(mass)} +{" "}
        {printed(evidence)}) = {printed(value)}
      </code>
    </p>
  );
}

function MeanMin({
  name,
  worked: { mean, lowest, u, cost, value },
}: {
  name: string;
  worked: MeanMinWorked;
}) {
  return (
    <p className="govuk-body">
      <code>
        {name}: mean {printed(mean)}, lowest {printed(lowest)}, u = {printed(u)}; {printed(mean)} −{" "}
        {printed(cost)} = <strong>{printed(value)}</strong>
      </code>
    </p>
  );
}
