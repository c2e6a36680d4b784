import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { InsetText } from "~/ui/inset-text";

type TakeoversToldProps = {
  takeovers: readonly {
    says: string;
    before: readonly { council: string; slug: string; eve: string }[];
  }[];
  hrefOf: (council: string, on: string) => string;
};

/** Which councils' records a figure is made from, and the way to each one's own of the day before it was taken over. */
export function TakeoversTold({ takeovers, hrefOf }: TakeoversToldProps) {
  if (takeovers.length === 0) return null;
  return (
    <InsetText>
      {takeovers.map(({ says, before }) => (
        <div key={says}>
          <p className="govuk-body">{says}</p>
          <ul className="govuk-list govuk-list--bullet">
            {before.map(({ council, slug, eve }) => (
              <li key={slug}>
                <AppLink href={hrefOf(slug, eve)}>
                  {council} on {formatDay(eve)}
                </AppLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </InsetText>
  );
}
