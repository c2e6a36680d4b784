import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";

/** What a release tells, and what it never does. */
export function ResearchTold() {
  return (
    <>
      <h2 className="govuk-heading-m">What is released</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Means of kinds of areas, such as rural ones: of at least 5 areas with at least 3 councils, rounded.
        </li>
        <li>How those means change from one release to the next.</li>
        <li>How often a research code stands on shared records, for many areas together.</li>
        <li>
          Only where both sides say yes to studies too: a row of figures of your area, to the nearest 5
          points, with one thing that it is told apart by. Instead of a name it has letters that mean nothing.
          Only the people in that study see it, signed in, until the study ends.
        </li>
      </ul>
      <h2 className="govuk-heading-m">What never is</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Names of areas, councils or people.</li>
        <li>Anything that anybody wrote.</li>
        <li>One record, one promise or one person’s answers.</li>
        <li>What one side keeps to itself.</li>
        <li>A ranking of areas.</li>
      </ul>
      <p className="govuk-body">
        <AppLink href={href("/research")}>Everything that is out already</AppLink> is open to you, as to
        everybody with an account.
      </p>
      <p className="govuk-body">
        A row in a study has no name. Somebody who knows your figures well may still guess which row is yours,
        and so may somebody who knows that your area alone said yes, or took its yes back, between two
        releases: its letters come or go with that. That is why a row has a yes of its own.
      </p>
    </>
  );
}

type Next = { drafted: string | null; asOf: string; draftedOn: string; publishesOn: string };

/** When the next release goes out, and until when areas can look. */
export function NextRelease({ drafted, asOf, draftedOn, publishesOn }: Next) {
  return (
    <>
      <h2 className="govuk-heading-m">The next release</h2>
      {drafted ? (
        <p className="govuk-body">
          The release {drafted} is drafted. It tells of {formatDay(asOf)}, by what was recorded before{" "}
          {formatDay(draftedOn)}. It goes out as {formatDay(publishesOn)} begins. Until then you can look at
          what is said of you below, and take your yes back.
        </p>
      ) : (
        <p className="govuk-body">
          It tells of {formatDay(asOf)}. It is drafted on {formatDay(draftedOn)}, and goes out on{" "}
          {formatDay(publishesOn)}. In the 14 days between you can look at what is said of you, and take your
          yes back. Below is what would be said today.
        </p>
      )}
    </>
  );
}
