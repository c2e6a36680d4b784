import { Details } from "~/ui/details";
import type { FormAnswer } from "~/ui/form-answer";
import { formatInstant } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { AuthenticatorOffer } from "./authenticator-offer";
import { FactorForm } from "./second-factor-forms";

type Props = {
  since: Date | null;
  /** Recovery codes not used yet. */
  left: number;
  mayTurnOff: boolean;
  offer: { key: string; picture: string };
  answer: FormAnswer | undefined;
};

/** What somebody can do with their own second step: set up, change, new codes, turn off. */
export function OwnSecondFactor({ since, left, mayTurnOff, offer, answer }: Props) {
  const setUp = (
    <>
      <AuthenticatorOffer picture={offer.picture} codeKey={offer.key} />
      <FactorForm intent="set-up" answer={answer} hasApp={since !== null} button="Set up" />
    </>
  );
  if (since === null) {
    return (
      <>
        <p className="govuk-body">
          With an authenticator app, a password somebody guessed or found opens nothing. It is off.
        </p>
        {setUp}
      </>
    );
  }
  return (
    <>
      <InsetText>
        An authenticator app was set up on {formatInstant(since)}. You have {left} recovery{" "}
        {left === 1 ? "code" : "codes"} left.
      </InsetText>
      <Details summary="Make new recovery codes" open={answer?.intent === "renew"}>
        <p className="govuk-body">The codes you have now then stop working.</p>
        <FactorForm intent="renew" answer={answer} hasApp button="Make new codes" />
      </Details>
      <Details summary="Change to another app or phone" open={answer?.intent === "set-up"}>
        {setUp}
      </Details>
      {mayTurnOff ? (
        <Details summary="Turn it off" open={answer?.intent === "turn-off"}>
          <FactorForm intent="turn-off" answer={answer} hasApp button="Turn off" warning />
        </Details>
      ) : (
        <p className="govuk-body">
          Leads and admins always need a second step. You can change to another app, and not turn it off.
        </p>
      )}
    </>
  );
}
