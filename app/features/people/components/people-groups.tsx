import { PartnerMark } from "~/ui/partner-mark";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";

type PeopleGroupsProps = {
  groups: readonly {
    organisation: string;
    side: "council" | "community";
    people: readonly { id: string; name: string; posts: readonly string[]; isLead: boolean; held: boolean }[];
  }[];
  hrefFor: (id: string) => string;
};

/** People under their organisation, the community's first. */
export function PeopleGroups({ groups, hrefFor }: PeopleGroupsProps) {
  return groups.map(({ organisation, side, people }) => (
    <section key={organisation} aria-label={organisation}>
      <h2 className="govuk-heading-m">
        <PartnerMark tone={side === "community" ? "warm" : "cool"}>{organisation}</PartnerMark>
      </h2>
      <RecordList
        headingLevel={3}
        label={`People of ${organisation}`}
        items={people.map(({ id, name, posts, isLead, held }) => ({
          id,
          href: hrefFor(id),
          title: name,
          tag: isLead ? <Tag tone="good">Named lead</Tag> : held ? null : <Tag tone="quiet">Left</Tag>,
          facts: posts,
        }))}
      />
    </section>
  ));
}
