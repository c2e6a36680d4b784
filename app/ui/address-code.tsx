import { InsetText } from "./inset-text.tsx";
import { WarningText } from "./warning-text.tsx";

type AddressCodeProps = {
  address: string;
  /** A picture of the address, to scan: a data URL. */
  code: string;
  testId: string;
};

/** A link to hand over: as a code to scan, and as an address to copy. This is the one time it is shown. */
export function AddressCode({ address, code, testId }: AddressCodeProps) {
  return (
    <>
      <WarningText>This is shown once. Copy it or print it before you leave this page.</WarningText>
      <p className="govuk-body">Let them scan this, or send them the address below it.</p>
      <img className="cg-code" src={code} width="240" height="240" alt="Code that opens the link" />
      <InsetText>
        <span className="cg-address" data-testid={testId}>
          {address}
        </span>
      </InsetText>
    </>
  );
}
