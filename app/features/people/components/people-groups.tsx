import { href } from "react-router";
import { AppLink } from "~/ui/app-link";
import { PartnerMark } from "~/ui/partner-mark";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";
import type { PlanView } from "../assessment";
import { planWords } from "./own-side";

type PeopleGroupsProps = {
  groups: readonly {
    organisation: string;
    slug: string;
    side: "council" | "community";
    people: readonly { id: string; name: string; posts: readonly string[]; isLead: boolean; held: boolean }[];
  }[];
  /** What one's own side holds of some of them. */
  own: readonly { id: string; cold: boolean; plan: PlanView | null }[];
  hrefFor: (id: string) => string;
};

/** People under their organisation, the community's first. */
export function PeopleGroups({ groups, own, hrefFor }: PeopleGroupsProps) {
  const ownOf = new Map(own.map((one) => [one.id, one]));
  return groups.map(({ organisation, slug, side, people }) => (
    <section key={organisation} aria-label={organisation}>
      <h2 className="govuk-heading-m">
        <PartnerMark tone={side === "community" ? "warm" : "cool"}>
          <AppLink href={href("/organisations/:id", { id: slug })}>{organisation}</AppLink>
        </PartnerMark>
      </h2>
      <RecordList
        headingLevel={3}
        label={`People of ${organisation}`}
        items={people.map(({ id, name, posts, isLead, held }) => ({
          id,
          href: hrefFor(id),
          title: name,
          tag: isLead ? <Tag tone="good">Named lead</Tag> : held ? null : <Tag tone="quiet">Left</Tag>,
          facts: [...posts, ...ownFacts(ownOf.get(id))],
        }))}
      />
    </section>
  ));
}

/** What one's own side reads beside somebody's posts: that the tie is going cold, and what comes next. */
function ownFacts(line: { cold: boolean; plan: PlanView | null } | undefined) {
  return [
    line?.cold ? (
      <Tag tone="attention" key="cold">
        Going cold
      </Tag>
    ) : null,
    line?.plan ? `Our next step: ${planWords(line.plan)}` : null,
  ];
}
