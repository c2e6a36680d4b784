import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { PrintButton } from "~/ui/print-button";
import { WarningText } from "~/ui/warning-text";
import type { LinkView, MadeLink } from "../link";

/** A link to hand over: as a code to scan, and as an address to copy. This is the one time it is shown. */
export function MadeLinkView({ made, link }: { made: MadeLink; link: LinkView | undefined }) {
  return (
    <section aria-labelledby="made">
      <h2 className="govuk-heading-m" id="made">
        {link ? `The link for ${link.contact}` : "The link"}
      </h2>
      <WarningText>This is shown once. Copy it or print it before you leave this page.</WarningText>
      <p className="govuk-body">Let them scan this, or send them the address below it.</p>
      <img className="cg-code" src={made.code} width="240" height="240" alt="Code that opens the link" />
      <InsetText>
        <span className="cg-address" data-testid="answer-address">
          {made.address}
        </span>
      </InsetText>
      <p className="govuk-body">
        It takes one answer{link ? `, until ${formatDay(link.lastDay)}` : ""}. Whoever has it can answer in
        their name: give it to nobody else.
      </p>
      <PrintButton />
    </section>
  );
}
