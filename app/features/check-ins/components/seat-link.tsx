import { AddressCode } from "~/ui/address-code";
import { formatDay } from "~/ui/format-date";
import { PrintButton } from "~/ui/print-button";

type SeatLinkProps = { made: { name: string; address: string; code: string }; lastDay: string };

/** The link by which somebody without an account answers. This is the one time it is shown. */
export function SeatLink({ made: { name, address, code }, lastDay }: SeatLinkProps) {
  return (
    <section aria-labelledby="made">
      <h2 className="govuk-heading-m" id="made">{`The link for ${name}`}</h2>
      <AddressCode address={address} code={code} testId="check-in-address" />
      <p className="govuk-body">
        It opens {name}’s own fifteen questions until {formatDay(lastDay)}, as often as they like. Whoever has
        it can read and change what {name} answered: give it to nobody else.
      </p>
      <PrintButton />
    </section>
  );
}
