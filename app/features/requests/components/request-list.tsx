import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import { ANSWER_WORDS, type Answer, type State } from "../request";
import { STATE_WORDS } from "../request.transitions";

type Item = {
  id: string;
  href: string;
  title: string;
  state: State;
  /** Whom it was put to, in words. */
  to: string;
  council: string | null;
  askedOn: string;
  targetOn: string;
  answeredOn: string | null;
  answer: Answer | null;
  waited: number;
  pastTarget: number;
  contested: boolean;
  forReader: "answer" | "judge" | null;
};

const TONES: Record<State, TagTone> = { open: "waiting", answered: "good", withdrawn: "quiet" };

/** Requests, each with its state, whom it waits on and since when. */
export function RequestList({ items }: { items: readonly Item[] }) {
  return (
    <RecordList
      label="Requests"
      headingLevel={2}
      items={items.map((item) => ({
        id: item.id,
        href: item.href,
        title: item.title,
        tag: <Tag tone={item.forReader ? "attention" : TONES[item.state]}>{tagText(item)}</Tag>,
        facts: [
          `Asked of ${item.to} on ${formatDay(item.askedOn)}`,
          item.council && `About ${item.council}`,
          item.state === "open" &&
            `Answer wanted by ${formatDay(item.targetOn)}${item.pastTarget > 0 ? `, ${plural(item.pastTarget, "working day")} past its day` : ""}`,
          item.answer && item.answeredOn && `${ANSWER_WORDS[item.answer]}, ${formatDay(item.answeredOn)}`,
          item.state !== "withdrawn" && `Waited ${plural(item.waited, "working day")} for the answer`,
          item.contested && "The two sides see this differently",
        ],
      }))}
    />
  );
}

function tagText({ state, forReader }: Item): string {
  if (forReader === "answer") return "Waiting on us";
  return forReader === "judge" ? "For us to judge" : STATE_WORDS[state];
}
