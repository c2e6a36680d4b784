import { ButtonGroup } from "~/ui/button";
import { FormButton } from "~/ui/form-button";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";

type MoveAnswerProps = {
  proposal: { id: string; newDueOn: string; reason: string; proposedBySide: "council" | "community" } | null;
  sides: Record<"council" | "community", string>;
  canAgree: boolean;
  formKey: string | undefined;
};

/** A new day that waits for an answer, with the one tap that agrees to it. Declining asks why: it is folded up below. */
export function MoveAnswer({ proposal, sides, canAgree, formKey }: MoveAnswerProps) {
  if (!proposal) return null;
  const { id, newDueOn, reason, proposedBySide } = proposal;
  return (
    <InsetText>
      <p className="govuk-body">
        {formatDay(newDueOn)} is proposed by {sides[proposedBySide]}: {reason}
      </p>
      {canAgree ? (
        <ButtonGroup>
          <FormButton idempotencyKey={formKey} fields={{ intent: "agree-day", moveId: id }}>
            Agree to the new day
          </FormButton>
        </ButtonGroup>
      ) : (
        <p className="govuk-body">It waits for an answer.</p>
      )}
    </InsetText>
  );
}
