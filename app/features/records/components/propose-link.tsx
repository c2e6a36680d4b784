import { href } from "react-router";
import { LinkButton } from "~/ui/button";

/** Leads from a record to the form that puts a change of it to the other side. */
export function ProposeLink({ area, about }: { area: string; about: string }) {
  return (
    <LinkButton
      variant="secondary"
      href={`${href("/areas/:area/proposals/new", { area })}?${new URLSearchParams({ about })}`}
    >
      Propose a change
    </LinkButton>
  );
}
