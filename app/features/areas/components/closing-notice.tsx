import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";
import { CLOSED_WORDS, type Lifecycle, type LifeDays } from "../lifecycle";

type ClosingNoticeProps = { lifecycle: Lifecycle; life: LifeDays; href: string };

/** Tells both sides that an area closes, or is closed; nothing of one that is active. */
export function ClosingNotice({ lifecycle, life, href }: ClosingNoticeProps) {
  if (lifecycle === "active") return null;
  const on = life.closedOn ?? life.closesOn;
  return (
    <InsetText>
      <p className="govuk-body">
        {lifecycle === "closing"
          ? `This area is closing${on ? ` on ${formatDay(on)}` : ""}. Until then everything goes on as before.`
          : CLOSED_WORDS}{" "}
        <AppLink href={href}>
          {lifecycle === "closing" ? "What is still to settle" : "How it was left"}
        </AppLink>
      </p>
    </InsetText>
  );
}
