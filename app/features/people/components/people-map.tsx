import { plural } from "~/platform/plural";
import { AppLink } from "~/ui/app-link";
import { PositionMap } from "~/ui/charts/position-map";
import { Table } from "~/ui/table";
import { INFLUENCES, INTERESTS, SCALE_MAX, STANCES, stepWords } from "../assessment";
import type { MapLine } from "../own-side";
import { CadenceWords, planWords } from "./own-side";

type PeopleMapProps = { lines: readonly MapLine[]; hrefFor: (id: string) => string };

/** The people one's own side has placed, by interest and influence, with what comes next with each. */
export function PeopleMap({ lines, hrefFor }: PeopleMapProps) {
  const numbers = new Map(lines.map(({ id }, index) => [id, index + 1]));
  return (
    <PositionMap
      title="Interest and influence"
      sentence={mapSentence(lines)}
      axes={{ x: "Interest", y: "Influence" }}
      max={SCALE_MAX}
      marks={{ filled: "an ally", open: "not an ally yet" }}
      points={lines.map(({ id, now }, index) => ({
        id,
        number: index + 1,
        x: now.interest,
        y: now.influence,
        filled: now.ally,
      }))}
      table={
        <Table
          caption="The people on the map"
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            {
              header: "Who",
              cell: ({ id, name }) => (
                <>
                  {numbers.get(id)}. <AppLink href={hrefFor(id)}>{name}</AppLink>
                </>
              ),
            },
            { header: "Post", cell: ({ post }) => post },
            { header: "Interest", cell: ({ now }) => stepWords(INTERESTS, now.interest) },
            { header: "Influence", cell: ({ now }) => stepWords(INFLUENCES, now.influence) },
            {
              header: "Where they stand",
              cell: ({ now }) => `${STANCES[now.stance]}${now.ally ? "; an ally" : ""}`,
            },
            {
              header: "Talk again",
              cell: ({ cadence }) => (cadence ? <CadenceWords cadence={cadence} /> : "–"),
            },
            { header: "Next step", cell: ({ plan }) => (plan ? planWords(plan) : "–") },
          ]}
        />
      }
    />
  );
}

/** What the map shows, in words. */
function mapSentence(lines: readonly MapLine[]): string {
  const much = ({ now }: MapLine) => now.influence > SCALE_MAX / 2 + 1;
  const strong = lines.filter(much);
  const allies = strong.filter(({ now }) => now.ally).length;
  const cold = lines.filter(({ cadence }) => cadence?.cold).length;
  const placed = `${plural(lines.length, "person is", "people are")} placed.`;
  const moving = `${plural(strong.length, "person has", "people have")} much influence, ${alliesWords(allies)}.`;
  return `${placed} ${moving} ${cold === 0 ? "None is going cold." : `${plural(cold, "tie is", "ties are")} going cold.`}`;
}

function alliesWords(count: number): string {
  if (count === 0) return "none of them an ally";
  return count === 1 ? "one of them an ally" : `${count} of them allies`;
}
