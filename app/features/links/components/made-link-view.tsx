import { AddressCode } from "~/ui/address-code";
import { formatDay } from "~/ui/format-date";
import { PrintButton } from "~/ui/print-button";
import type { LinkView, MadeLink } from "../link";

/** A link to hand over, with what it opens and until when. This is the one time it is shown. */
export function MadeLinkView({ made, link }: { made: MadeLink; link: LinkView | undefined }) {
  return (
    <section aria-labelledby="made">
      <h2 className="govuk-heading-m" id="made">
        {link ? `The link for ${link.contact}` : "The link"}
      </h2>
      <AddressCode address={made.address} code={made.code} testId="answer-address" />
      <p className="govuk-body">
        It takes one answer{link ? `, until ${formatDay(link.lastDay)}` : ""}. Whoever has it can answer in
        their name: give it to nobody else.
      </p>
      <PrintButton />
    </section>
  );
}
