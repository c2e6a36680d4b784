import { Fragment } from "react";
import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { formatDay } from "~/ui/format-date";
import { SummaryList } from "~/ui/summary-list";
import { ORGANISATION_KINDS, TIERS } from "../organisation";
import type { OrganisationName, OrganisationView } from "../organisation-view";

/** What an organisation is, since when, and what it came from and became: the same for everybody. */
export function OrganisationDetails({ organisation }: { organisation: OrganisationView }) {
  const { name, shortName, kinds, tier, region, code, gssCode, startsOn, lastDay, county } = organisation;
  const { districts, predecessors, successors } = organisation;
  const codes = [code, gssCode].filter(Boolean).join(", ");
  const rows = [
    ...(shortName === name ? [] : [{ key: "Short name", value: shortName }]),
    { key: "Kind", value: kinds.map((kind) => ORGANISATION_KINDS[kind]).join(", ") },
    ...(tier ? [{ key: "Tier", value: TIERS[tier] }] : []),
    ...(region ? [{ key: "Region", value: region }] : []),
    ...(codes ? [{ key: "Codes", value: codes }] : []),
    { key: "Since", value: startsOn ? formatDay(startsOn) : "Not known" },
    ...(lastDay ? [{ key: "Last day", value: formatDay(lastDay) }] : []),
    ...(predecessors.length > 0
      ? [{ key: "Took over from", value: <Followed others={predecessors} /> }]
      : []),
    ...(successors.length > 0 ? [{ key: "Taken over by", value: <Followed others={successors} /> }] : []),
    ...(county ? [{ key: "County council", value: <OrganisationLink {...county} /> }] : []),
    ...(districts.length > 0 ? [{ key: "District councils", value: <Names others={districts} /> }] : []),
  ];
  return <SummaryList rows={rows} />;
}

/** The name of an organisation, leading to its page. */
export function OrganisationLink({ slug, name }: OrganisationName) {
  return <AppLink href={href("/organisations/:id", { id: slug })}>{name}</AppLink>;
}

function Followed({ others }: { others: OrganisationView["successors"] }) {
  return others.map(({ on, ...other }) => (
    <p className="govuk-body" key={other.slug}>
      <OrganisationLink {...other} />, on {formatDay(on)}
    </p>
  ));
}

function Names({ others }: { others: readonly OrganisationName[] }) {
  return others.map((other, index) => (
    <Fragment key={other.slug}>
      {index > 0 ? ", " : null}
      <OrganisationLink {...other} />
    </Fragment>
  ));
}
