import { fieldOf } from "~/ui/conform-field";
import { Select } from "~/ui/select";

export type Councils = readonly { value: string; label: string }[];

type CouncilChoiceProps = {
  field: Parameters<typeof fieldOf>[0];
  /** The councils to choose from; none: the page is about one. */
  councils: Councils | undefined;
};

/** Which council it is about, on a page that is about several. */
export function CouncilChoice({ field, councils }: CouncilChoiceProps) {
  if (!councils) return null;
  return <Select {...fieldOf(field)} label="Council" placeholder="Choose a council" options={councils} />;
}
