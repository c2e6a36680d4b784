import { ButtonGroup } from "~/ui/button";
import { FormButton } from "~/ui/form-button";
import { InsetText } from "~/ui/inset-text";

type LetGoAnswerProps = {
  letGo: { by: "council" | "community"; reason: string | null } | null;
  sides: Record<"council" | "community", string>;
  canAgree: boolean;
  formKey: string | undefined;
};

/** That a milestone should be let go, for the side that was asked, with the one tap that agrees to it. */
export function LetGoAnswer({ letGo, sides, canAgree, formKey }: LetGoAnswerProps) {
  if (!letGo || !canAgree) return null;
  return (
    <InsetText>
      <p className="govuk-body">
        To let this go is asked by {sides[letGo.by]}: {letGo.reason}
      </p>
      <ButtonGroup>
        <FormButton idempotencyKey={formKey} fields={{ intent: "agree-let-go" }}>
          Agree to let it go
        </FormButton>
      </ButtonGroup>
    </InsetText>
  );
}
