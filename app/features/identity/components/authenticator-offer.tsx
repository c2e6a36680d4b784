import { InsetText } from "~/ui/inset-text";

/** What an authenticator app needs to know: a code to scan, or a key to type. */
export function AuthenticatorOffer({ picture, codeKey }: { picture: string; codeKey: string }) {
  return (
    <>
      <ol className="govuk-list govuk-list--number">
        <li>
          Open an authenticator app on your phone. If you have none, your phone’s shop has free ones, such as
          Google Authenticator or Microsoft Authenticator. Many password managers do it too.
        </li>
        <li>Scan this code with it, or type the key below it.</li>
        <li>Type the six figures that the app then shows.</li>
      </ol>
      <img
        className="cg-code"
        src={picture}
        width="240"
        height="240"
        alt="Code that an authenticator app scans"
      />
      <InsetText>
        Key: <code data-testid="authenticator-key">{codeKey}</code>
      </InsetText>
    </>
  );
}
