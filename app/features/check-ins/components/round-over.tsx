import { EmptyState } from "~/ui/empty-state";
import { formatDay } from "~/ui/format-date";
import type { RoundView } from "../check-in.ts";
import { type SideNames, sentenceStart } from "../gap-words.ts";

type RoundOverProps = {
  round: Pick<RoundView, "state" | "endedOn" | "closesOn" | "openedBy">;
  names: SideNames;
};

/** A round that ended and shows nothing: too few answered, or it was called off. */
export function RoundOver({ round: { state, endedOn, closesOn, openedBy }, names }: RoundOverProps) {
  const on = endedOn ? ` on ${formatDay(endedOn)}` : "";
  if (state === "called off") {
    // Nobody can call it off once its days are over: then the area had closed meanwhile.
    const closed = endedOn !== null && endedOn >= closesOn;
    return (
      <EmptyState title={closed ? "Ended without a result" : "Called off"}>
        {closed
          ? `The area closed before this check-in was over.`
          : `${sentenceStart(names[openedBy])} called it off${on}.`}{" "}
        Nobody saw any of the answers, and they are forgotten. It does not count towards the 90 days from one
        check-in to the next.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Too few answered">
      It closed{on}. Fewer than three people of one side or of both answered, so nobody sees any of the
      answers, and they count in no figure. That protects who answered, and says nothing bad. The next
      check-in can be opened 90 days after this one was.
    </EmptyState>
  );
}
