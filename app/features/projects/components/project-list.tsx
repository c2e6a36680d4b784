import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import { type Bearer, type Flag, STAGE_WORDS, type Stage } from "../project";
import { bearerName, FLAG_WORDS, STAGE_TONES } from "../project-words";

type Item = {
  id: string;
  href: string;
  title: string;
  sides: Record<"council" | "community", string>;
  /** Named where the area has several. */
  council: string | null;
  stage: Stage;
  lead: Bearer | null;
  endsOn: string | null;
  daysPast: number;
  flags: readonly Flag[];
  forReader: boolean;
  steps: number;
  stepsDone: number;
  contested: boolean;
};

/** Projects, each with where it stands, who leads, when it ends, and what is in its way. */
export function ProjectList({ items }: { items: readonly Item[] }) {
  return (
    <RecordList
      label="Projects"
      headingLevel={2}
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.title,
        tag: <ProjectTag stage={item.stage} flags={item.flags} />,
        facts: [
          item.lead && `Led by ${bearerName(item.lead, item.sides)}`,
          item.council && `With ${item.council}`,
          item.endsOn && `Ends ${formatDay(item.endsOn)}`,
          item.daysPast > 0 && `${plural(item.daysPast, "day")} past its endpoint`,
          item.steps > 0 && `${item.stepsDone} of ${plural(item.steps, "milestone")} done`,
          ...item.flags.slice(1).map((flag) => FLAG_WORDS[flag].tag),
          item.forReader && "Waiting for our word",
          item.contested && "The two sides see this differently",
        ],
      }))}
    />
  );
}

/** The state of a project in a word: what is most in its way, else where it stands. */
export function ProjectTag({ stage, flags }: { stage: Stage; flags: readonly Flag[] }) {
  const [first] = flags;
  if (first) return <Tag tone={FLAG_WORDS[first].tone}>{FLAG_WORDS[first].tag}</Tag>;
  return <Tag tone={STAGE_TONES[stage]}>{STAGE_WORDS[stage]}</Tag>;
}
