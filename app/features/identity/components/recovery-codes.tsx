import { InsetText } from "~/ui/inset-text";
import { PrintButton } from "~/ui/print-button";
import { WarningText } from "~/ui/warning-text";

/** Recovery codes, this once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <section aria-labelledby="recovery-codes">
      <h2 className="govuk-heading-m" id="recovery-codes">
        Your recovery codes
      </h2>
      <WarningText>These are shown once. Print them or write them down before you go on.</WarningText>
      <p className="govuk-body">
        If you lose your phone, one of these lets you in instead of the app’s code. Each works once. Keep them
        where you keep other important papers.
      </p>
      <InsetText>
        <ul className="govuk-list" data-testid="recovery-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </InsetText>
      <PrintButton />
    </section>
  );
}
