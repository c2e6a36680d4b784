import { href, useParams } from "react-router";
import { AppLink } from "~/ui/app-link";

/** The way to hand over what waits on the other side, where nobody there has an account. */
export function OutsideLink({ id, otherSide }: { id: string; otherSide: string }) {
  const { area = "" } = useParams();
  return (
    <section aria-labelledby="outside">
      <h2 className="govuk-heading-m" id="outside">
        They have no account?
      </h2>
      <p className="govuk-body">
        This waits on {otherSide}.{" "}
        <AppLink href={href("/areas/:area/records/:id/links", { area, id })}>
          Let somebody there answer without an account
        </AppLink>
        : by a link to scan or to send.
      </p>
    </section>
  );
}
