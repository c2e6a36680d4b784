import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { formatDay, formatDayRange } from "~/ui/format-date";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { TieOfOrganisation } from "../organisation-tie";

type Named = { slug: string; name: string };
type OrganisationTiesProps = {
  ties: readonly TieOfOrganisation[];
  localTo: readonly Named[];
  stewardOf: readonly Named[];
};

/** What an organisation is to the areas its reader stands in. */
export function OrganisationTies({ ties, localTo, stewardOf }: OrganisationTiesProps) {
  const items = [
    ...ties.map((tie) => ({
      id: tie.id,
      href: `${href("/areas/:area/relationship", { area: tie.area.slug })}?council=${tie.council.slug}`,
      title: `${tie.partnership.name} and ${tie.council.name}`,
      tag: tie.takenOver ? <Tag tone="quiet">Taken over</Tag> : null,
      facts: [
        <AppLink href={href("/areas/:area", { area: tie.area.slug })} key="area">
          {tie.area.name}
        </AppLink>,
        daysOf(tie),
      ],
    })),
    ...localTo.map((area) => toLine(area, "A local group of this area")),
    ...stewardOf.map((area) => toLine(area, "The steward of this area, once it closes")),
  ];
  return (
    <section aria-labelledby="ties">
      <h2 className="govuk-heading-m" id="ties">
        In your areas
      </h2>
      {items.length === 0 ? (
        <p className="govuk-body">It works in none of your areas.</p>
      ) : (
        <RecordList label="In your areas" headingLevel={3} items={items} />
      )}
    </section>
  );
}

function toLine({ slug, name }: Named, says: string) {
  return { id: `${slug} ${says}`, href: href("/areas/:area", { area: slug }), title: name, facts: [says] };
}

function daysOf({ startsOn, lastDay }: TieOfOrganisation): string {
  if (startsOn && lastDay) return formatDayRange(startsOn, lastDay);
  if (lastDay) return `Until ${formatDay(lastDay)}`;
  return startsOn ? `Since ${formatDay(startsOn)}` : "Since before records began";
}
