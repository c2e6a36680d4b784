import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format-date";
import type { RoundView } from "../check-in.ts";
import { type SideNames, sentenceStart } from "../gap-words.ts";

type RoundOverProps = { round: Pick<RoundView, "state" | "endedOn" | "openedBy">; names: SideNames };

/** A round that ended and shows nothing: too few answered, or it was called off. */
export function RoundOver({ round: { state, endedOn, openedBy }, names }: RoundOverProps) {
  const on = endedOn ? ` on ${formatDay(endedOn)}` : "";
  if (state === "called off") {
    return (
      <EmptyState title="Called off">
        {sentenceStart(names[openedBy])} called it off{on}. Nobody saw any of the answers, and they are
        forgotten.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Too few answered">
      It closed{on}. Fewer than three people of one side or of both answered, so nobody sees any of the
      answers, and they count in no figure. That protects who answered, and says nothing bad.
    </EmptyState>
  );
}
