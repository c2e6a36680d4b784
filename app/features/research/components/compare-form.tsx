import { Button } from "~/ui/button";
import { GetForm } from "~/ui/form";
import { type OptionGroup, Select } from "~/ui/select";

type Choice = { value: string; label: string };

type CompareChoices = {
  release: string;
  releases: readonly Choice[];
  measure: string;
  measures: readonly OptionGroup[];
  by?: string;
  bys?: readonly Choice[];
  since: string;
  sinces: readonly Choice[];
};

/** What is compared: every choice stands in the address. `by` is left out where a study has one kind for all. */
export function CompareForm({ choices, action }: { choices: CompareChoices; action: string }) {
  const { release, releases, measure, measures, by, bys = [], since, sinces } = choices;
  return (
    <div className="cg-filter">
      <GetForm action={action} label="What to compare">
        <div className="cg-filter__fields">
          <Select id="release" name="release" label="Release" value={release} options={releases} />
          <Select id="measure" name="measure" label="What is measured" value={measure} options={measures} />
          {bys.length > 1 ? (
            <Select id="by" name="by" label="Kinds of areas by" value={by} options={bys} />
          ) : null}
          {sinces.length > 0 ? (
            <Select id="since" name="since" label="Change since" value={since} options={sinces} />
          ) : null}
        </div>
        <Button variant="secondary">Show</Button>
      </GetForm>
    </div>
  );
}
