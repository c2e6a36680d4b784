import { plural } from "~/platform/plural";
import { formatDay } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag, type TagTone } from "~/ui/tag";
import type { RoundState, RoundView } from "../check-in.ts";
import type { SideNames } from "../gap-words.ts";
import { titleOf } from "./round-title.ts";

const STATE_WORDS: Record<RoundState, string> = {
  open: "Open",
  released: "Both sides see it",
  "too few": "Too few answered",
  "called off": "Called off",
};

const TONES: Record<RoundState, TagTone> = {
  open: "waiting",
  released: "good",
  "too few": "quiet",
  "called off": "quiet",
};

type Listed = Omit<RoundView, "ownSide"> & {
  ownSide: { invited: number; answered: number } | null;
  href: string;
  /** What the two sides saw differently, by name. */
  flagged: readonly string[];
};

type RoundListProps = {
  rounds: readonly Listed[];
  names: SideNames;
};

/** Rounds, the latest first, each with where it stands. */
export function RoundList({ rounds, names }: RoundListProps) {
  return (
    <RecordList
      label="Check-ins"
      headingLevel={3}
      items={rounds.map((round) => ({
        id: round.id,
        href: round.href,
        title: titleOf(round),
        tag: <Tag tone={waitsOnReader(round) ? "attention" : TONES[round.state]}>{tagText(round)}</Tag>,
        facts: [
          `Opened by ${names[round.openedBy]}`,
          round.state === "open" && !round.isOver && `Takes answers until ${formatDay(round.lastDay)}`,
          round.ownSide &&
            `${round.ownSide.answered} of ${plural(round.ownSide.invited, "person", "people")} of your side answered`,
          round.flagged.length > 0 && `Seen differently: ${round.flagged.join(", ")}`,
        ],
      }))}
    />
  );
}

function waitsOnReader({ can, mine }: Listed): boolean {
  return can.answer && mine !== null && !mine.answered;
}

function tagText(round: Listed): string {
  if (round.state !== "open") return STATE_WORDS[round.state];
  if (round.isOver) return "Closed";
  if (waitsOnReader(round)) return "Your answers are wanted";
  return round.mine?.answered ? "You have answered" : STATE_WORDS.open;
}
