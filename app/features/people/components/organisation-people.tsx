import { plural } from "~/platform/plural";
import { RecordList } from "~/ui/record-list";
import { Tag } from "~/ui/tag";

type OrganisationPeopleProps = {
  people: readonly { id: string; name: string; href: string; posts: readonly string[]; isLead: boolean }[];
  count: number;
};

/** Who holds a post in an organisation today, of those its reader sees in their areas. */
export function OrganisationPeople({ people, count }: OrganisationPeopleProps) {
  return (
    <section aria-labelledby="people">
      <h2 className="govuk-heading-m" id="people">
        Its people
      </h2>
      <p className="govuk-body">
        {count === 0
          ? "Nobody of it is listed in your areas."
          : `${plural(count, "person", "people")} in post today, of those your areas list.`}
      </p>
      {people.length > 0 ? (
        <RecordList
          label="Its people"
          headingLevel={3}
          items={people.map(({ posts, isLead, ...person }) => ({
            id: person.id,
            href: person.href,
            title: person.name,
            tag: isLead ? <Tag tone="good">Named lead</Tag> : null,
            facts: posts,
          }))}
        />
      ) : null}
    </section>
  );
}
