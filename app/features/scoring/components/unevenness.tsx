import { listWords } from "~/platform/list-words";
import { AppLink } from "~/ui/app-link";
import { Details } from "~/ui/details";
import { Table } from "~/ui/table";
import { figureText } from "../words";

type UnevennessProps = {
  mean: number;
  costs: number;
  /** Names of components without enough evidence, which stand in the middle for now. */
  unknown: readonly string[];
  components: readonly {
    id: string;
    name: string;
    council: number;
    community: number;
    mean: number;
    costs: number;
    value: number;
  }[];
  names: { council: string; community: string };
  hrefOf: (component: string) => string;
};

/** What lowers the overall figure: being uneven, between the components and, in each, between the two sides. */
export function Unevenness({ mean, costs, unknown, components, names, hrefOf }: UnevennessProps) {
  const most = components.toSorted((a, b) => b.costs - a.costs)[0];
  return (
    <section aria-labelledby="uneven">
      <h2 className="govuk-heading-m" id="uneven">
        What lowers it
      </h2>
      <p className="govuk-body">
        The five components stand at {figureText(mean)} on average. That they are uneven costs{" "}
        {figureText(costs)} points.{" "}
        {most && figureText(most.costs) !== "0.0"
          ? `Between the two sides the difference is dearest in ${most.name.toLowerCase()}: it costs ${figureText(most.costs)} points there.`
          : "Between the two sides no difference costs anything to speak of."}{" "}
        {unknown.length > 0
          ? `${listWords(unknown)}: too little is known, so the middle is taken for now.`
          : ""}
      </p>
      <Details summary="The figures behind this">
        <Table
          caption="What being uneven costs"
          captionSize="s"
          rows={components}
          rowKey={({ id }) => id}
          columns={[
            { header: "Component", cell: ({ id, name }) => <AppLink href={hrefOf(id)}>{name}</AppLink> },
            { header: names.council, numeric: true, cell: ({ council }) => figureText(council) },
            { header: names.community, numeric: true, cell: ({ community }) => figureText(community) },
            { header: "Their mean", numeric: true, cell: (one) => figureText(one.mean) },
            { header: "Points it costs", numeric: true, cell: (one) => figureText(one.costs) },
            { header: "The figure", numeric: true, cell: ({ value }) => figureText(value) },
          ]}
        />
      </Details>
    </section>
  );
}
