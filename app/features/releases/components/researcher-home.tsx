import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";

type ResearcherHomeProps = {
  release: { id: string; asOf: string; areas: number | null } | null;
  studies: readonly { slug: string; title: string; endsOn: string }[];
};

/** Where a researcher goes on from home: what was released last, and the studies they are in. */
export function ResearcherHome({ release, studies }: ResearcherHomeProps) {
  return (
    <>
      <h2 className="govuk-heading-m">The newest release</h2>
      {release ? (
        <p className="govuk-body">
          {release.id}, of {formatDay(release.asOf)}
          {release.areas === null ? "" : `, with about ${release.areas} areas`}.{" "}
          <AppLink href={href("/research")}>Compare kinds of areas</AppLink> or{" "}
          <AppLink href={href("/research/data")}>take it away</AppLink>.
        </p>
      ) : (
        <p className="govuk-body">
          Nothing has been released yet.{" "}
          <AppLink href={href("/research/method")}>How it is worked out</AppLink>
        </p>
      )}
      <h2 className="govuk-heading-m">Your studies</h2>
      {studies.length === 0 ? (
        <p className="govuk-body">You are in no study. A programme admin lets researchers in.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {studies.map(({ slug, title, endsOn }) => (
            <li key={slug}>
              <AppLink href={href("/research/studies/:study", { study: slug })}>{title}</AppLink>, until{" "}
              {formatDay(endsOn)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
