import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import type { AreaStanding } from "../area-standing";

type StandingListProps = { component: string; standings: readonly AreaStanding[] };

/** How the reader's own areas stand, each opened to the records behind it. */
export function StandingList({ component, standings }: StandingListProps) {
  return (
    <section aria-labelledby="standing">
      <h2 className="govuk-heading-m" id="standing">
        Where you are
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {standings.map(({ area, name, council, councilSlug, value, says }) => (
          <li key={`${area} ${councilSlug}`}>
            <AppLink
              href={`${href("/areas/:area/health/:component", { area, component })}?${new URLSearchParams({ council: councilSlug })}`}
            >
              {name} and {council}
            </AppLink>
            {`: ${value === null ? "" : `${value} out of 100, `}${says}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
